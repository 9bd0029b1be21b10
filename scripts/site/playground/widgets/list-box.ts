import { h, uniqueId } from "../dom.js";

export interface ListItem {
  readonly value: string;
  readonly label: string;
  readonly detail?: string;
}

/** The options of a list of which one is active, for `ComboBox` and `ListBox`. */
export class OptionList {
  readonly element: HTMLUListElement;
  #options: readonly { readonly item: ListItem; readonly element: HTMLElement }[] = [];
  #active = -1;

  constructor(label: string, onChoose: (item: ListItem) => void) {
    const attributes = { role: "listbox", "aria-label": label, class: "pg-list" };
    this.element = h("ul", { id: uniqueId("list"), ...attributes });
    this.element.addEventListener("click", ({ target }) => {
      const option = this.#options.find(({ element }) => element.contains(target as Node));
      if (option !== undefined) onChoose(option.item);
    });
  }

  get active(): ListItem | undefined {
    return this.#options[this.#active]?.item;
  }

  /** The id of the active option's element. */
  get activeId(): string | undefined {
    return this.#options[this.#active]?.element.id;
  }

  get length(): number {
    return this.#options.length;
  }

  setItems(items: readonly ListItem[], selected: string | undefined): void {
    this.#options = items.map((item) => ({ item, element: createOption(item) }));
    this.element.replaceChildren(...this.#options.map(({ element }) => element));
    this.#active = -1;
    this.activate(items.findIndex(({ value }) => value === selected));
  }

  /** Makes an option the active one; below 0 or beyond the end: none. */
  activate(index: number): void {
    this.#options[this.#active]?.element.setAttribute("aria-selected", "false");
    this.#active = index;
    const element = this.#options[index]?.element;
    element?.setAttribute("aria-selected", "true");
    if (element !== undefined && this.element.offsetParent !== null) {
      element.scrollIntoView({ block: "nearest" });
    }
  }

  /** Moves the active option by a key. Returns whether it was a key that does. */
  move(key: string): boolean {
    const last = this.#options.length - 1;
    const page = 10;
    const next = {
      ArrowDown: this.#active + 1,
      ArrowUp: this.#active - 1,
      PageDown: this.#active + page,
      PageUp: this.#active - page,
      Home: 0,
      End: last,
    }[key];
    if (next === undefined) return false;
    this.activate(Math.max(0, Math.min(last, next)));
    return true;
  }
}

/** A list that one option is chosen from. The arrow keys move, and what they move to is chosen. */
export class ListBox {
  readonly element: HTMLElement;
  readonly #list: OptionList;

  constructor(label: string, onChoose: (item: ListItem) => void) {
    const choose = (item: ListItem): void => {
      this.#update();
      onChoose(item);
    };
    this.#list = new OptionList(label, (item) => {
      this.#list.activate(this.#items.indexOf(item));
      choose(item);
    });
    this.element = this.#list.element;
    this.element.tabIndex = 0;
    this.element.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !this.#list.move(event.key)) return;
      event.preventDefault();
      if (this.#list.active !== undefined) choose(this.#list.active);
    });
  }

  #items: readonly ListItem[] = [];

  setItems(items: readonly ListItem[], selected: string | undefined): void {
    this.#items = items;
    this.#list.setItems(items, selected);
    this.#update();
  }

  #update(): void {
    const id = this.#list.activeId;
    if (id === undefined) this.element.removeAttribute("aria-activedescendant");
    else this.element.setAttribute("aria-activedescendant", id);
  }
}

function createOption({ label, detail }: ListItem): HTMLElement {
  const attributes = { role: "option", "aria-selected": "false", class: "pg-option" };
  const children = detail === undefined ? [] : [h("span", { class: "pg-option-detail" }, detail)];
  return h("li", { id: uniqueId("option"), ...attributes }, h("span", {}, label), ...children);
}
