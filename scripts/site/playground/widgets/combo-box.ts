import { h, uniqueId } from "../dom.js";
import { OptionList, type ListItem } from "./list-box.js";

/** A field that searches a list and chooses from it, by the pattern of WAI-ARIA. */
export class ComboBox {
  readonly element: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #list: OptionList;
  readonly #onChoose: (value: string) => void;
  #items: readonly ListItem[] = [];
  #selected: ListItem | undefined;

  constructor(label: string, onChoose: (value: string) => void) {
    this.#onChoose = onChoose;
    this.#list = new OptionList(label, (item) => this.#choose(item));
    const id = uniqueId("combo");
    this.#input = h("input", {
      id,
      role: "combobox",
      type: "text",
      class: "pg-input",
      autocomplete: "off",
      spellcheck: "false",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": this.#list.element.id,
    });
    this.#list.element.hidden = true;
    this.element = h(
      "div",
      { class: "pg-combo" },
      h("label", { for: id }, label),
      h("div", { class: "pg-combo-field" }, this.#input, this.#list.element),
    );
    // A press must not take the focus from the field before the click arrives.
    this.#list.element.addEventListener("mousedown", (event) => event.preventDefault());
    this.#input.addEventListener("click", () => this.#open(""));
    this.#input.addEventListener("focus", () => this.#input.select());
    this.#input.addEventListener("input", () => this.#open(this.#input.value));
    this.#input.addEventListener("blur", () => this.#close());
    this.#input.addEventListener("keydown", (event) => this.#onKey(event));
  }

  setItems(items: readonly ListItem[], selected: string): void {
    this.#items = items;
    this.#selected = items.find(({ value }) => value === selected);
    this.#close();
  }

  #open(search: string): void {
    const words = search.toLowerCase().split(/\s+/);
    const found = this.#items.filter(({ label, detail = "" }) => {
      const text = `${label} ${detail}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
    this.#list.element.hidden = false;
    this.#input.setAttribute("aria-expanded", "true");
    this.#list.setItems(found, search === "" ? this.#selected?.value : found[0]?.value);
    this.#list.element.classList.toggle("pg-list-empty", found.length === 0);
    this.#update();
  }

  #close(): void {
    this.#list.element.hidden = true;
    this.#input.setAttribute("aria-expanded", "false");
    this.#input.removeAttribute("aria-activedescendant");
    this.#input.value = this.#selected?.label ?? "";
  }

  #choose(item: ListItem): void {
    this.#selected = item;
    this.#close();
    this.#onChoose(item.value);
  }

  #onKey(event: KeyboardEvent): void {
    const { key } = event;
    const isOpen = !this.#list.element.hidden;
    if (!isOpen && (key === "ArrowDown" || key === "ArrowUp")) {
      this.#open("");
    } else if (isOpen && key === "Enter") {
      if (this.#list.active !== undefined) this.#choose(this.#list.active);
    } else if (isOpen && key === "Escape") {
      this.#close();
    } else {
      // In a field, Home and End move the cursor.
      if (!isOpen || key === "Home" || key === "End" || !this.#list.move(key)) return;
      this.#update();
    }
    event.preventDefault();
  }

  #update(): void {
    const id = this.#list.activeId;
    if (id === undefined) this.#input.removeAttribute("aria-activedescendant");
    else this.#input.setAttribute("aria-activedescendant", id);
  }
}
