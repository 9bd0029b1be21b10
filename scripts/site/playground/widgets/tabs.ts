import { h, uniqueId } from "../dom.js";

export interface Tab<Name extends string> {
  readonly name: Name;
  readonly label: string;
  readonly panel: HTMLElement;
}

/** Tabs by the pattern of WAI-ARIA: the arrow keys move between them, and Tab goes on to the panel. */
export class Tabs<Name extends string> {
  readonly element: HTMLElement;
  readonly #tabs: readonly { readonly tab: Tab<Name>; readonly button: HTMLButtonElement }[];
  readonly #onChoose: (name: Name) => void;

  constructor(label: string, tabs: readonly Tab<Name>[], onChoose: (name: Name) => void) {
    this.#onChoose = onChoose;
    this.#tabs = tabs.map((tab) => ({ tab, button: this.#createButton(tab) }));
    this.element = h(
      "div",
      { role: "tablist", "aria-label": label, class: "pg-tabs" },
      ...this.#tabs.map(({ button }) => button),
    );
    this.element.addEventListener("keydown", (event) => this.#onKey(event));
  }

  /** Shows a panel and hides the others. */
  choose(chosen: Name): void {
    for (const { tab, button } of this.#tabs) {
      const isChosen = tab.name === chosen;
      button.setAttribute("aria-selected", String(isChosen));
      button.tabIndex = isChosen ? 0 : -1;
      tab.panel.hidden = !isChosen;
    }
  }

  /** Shows or hides a tab. A panel without its tab stands beside the others, and is not hidden. */
  setAvailable(name: Name, isAvailable: boolean): void {
    const found = this.#tabs.find(({ tab }) => tab.name === name);
    if (found !== undefined) found.button.hidden = !isAvailable;
  }

  #createButton({ name, label, panel }: Tab<Name>): HTMLButtonElement {
    const id = uniqueId("tab");
    panel.id ||= uniqueId("panel");
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", id);
    const attributes = { type: "button", role: "tab", id, "aria-controls": panel.id };
    const element = h("button", { ...attributes, class: "pg-tab" }, label);
    element.addEventListener("click", () => this.#onChoose(name));
    return element;
  }

  #onKey(event: KeyboardEvent): void {
    const shown = this.#tabs.filter(({ button }) => !button.hidden);
    const current = shown.findIndex(({ button }) => button === event.target);
    const next = {
      ArrowRight: (current + 1) % shown.length,
      ArrowLeft: (current - 1 + shown.length) % shown.length,
      Home: 0,
      End: shown.length - 1,
    }[event.key];
    const target = next === undefined ? undefined : shown[next];
    if (current === -1 || target === undefined) return;
    event.preventDefault();
    this.#onChoose(target.tab.name);
    target.button.focus();
  }
}
