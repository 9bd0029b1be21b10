import { button, h, setText, uniqueId } from "./dom.js";
import type { ServiceInfo } from "./info/service-info.js";
import type { SourceKind } from "./state/state.js";
import { ComboBox } from "./widgets/combo-box.js";

const sources: readonly (readonly [SourceKind, string])[] = [
  ["api-gateway", "API Gateway V2"],
  ["model", "Your model"],
];

export interface ToolbarEvents {
  readonly onSource: (source: SourceKind) => void;
  readonly onOperation: (name: string) => void;
  readonly onShare: () => void;
}

/** What is tried, and the button that shares it. */
export class Toolbar {
  readonly element: HTMLElement;
  readonly #choices = new Map<SourceKind, HTMLInputElement>();
  readonly #operations: ComboBox;
  readonly #notice = h("p", { role: "status", class: "pg-notice" });

  constructor({ onSource, onOperation, onShare }: ToolbarEvents) {
    this.#operations = new ComboBox("Operation", onOperation);
    const name = uniqueId("source");
    const choices = sources.map(([source, label]) => {
      const input = h("input", { type: "radio", name, value: source });
      input.addEventListener("change", () => onSource(source));
      this.#choices.set(source, input);
      return h("label", { class: "pg-choice" }, input, h("span", {}, label));
    });
    const group = { class: "pg-choices", role: "radiogroup", "aria-label": "What to try" };
    this.element = h(
      "div",
      { class: "pg-toolbar" },
      h("div", group, ...choices),
      this.#operations.element,
      h("div", { class: "pg-share" }, button("Share", onShare, { class: "pg-button pg-primary" })),
      this.#notice,
    );
  }

  show(source: SourceKind, info: ServiceInfo | undefined, operation: string): void {
    for (const [name, input] of this.#choices) input.checked = name === source;
    const items = (info?.operations ?? []).map(({ name, route }) => ({
      ...{ value: name, label: name },
      detail: route,
    }));
    this.#operations.setItems(items, operation);
  }

  /** Says something about the whole playground; the empty text removes it. */
  say(text: string, link?: string): void {
    setText(this.#notice, text);
    if (link === undefined) return;
    const field = h("input", {
      class: "pg-input",
      readonly: true,
      "aria-label": "Link",
      value: link,
    });
    this.#notice.append(" ", field);
    field.select();
  }
}
