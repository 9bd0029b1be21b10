import { h } from "../dom.js";
import { Editor } from "../editors/editor.js";
import { typeScript } from "../editors/languages.js";
import { snippetsOf, type SnippetInput } from "../snippets/snippets.js";
import { copyButton } from "../widgets/copy-button.js";
import { pane } from "./pane.js";

/** The programs that do what is shown. */
export class CodePanel {
  readonly element: HTMLElement = h("div", { class: "pg-code" });
  #editors: readonly Editor[] = [];

  show(input: SnippetInput | undefined): void {
    this.destroy();
    const editors: Editor[] = [];
    const panes = (input === undefined ? [] : snippetsOf(input)).map(({ title, about, code }) => {
      const slot = h("div", { class: "pg-editor" });
      const label = `TypeScript: ${title}`;
      const editor = new Editor({ parent: slot, label, language: typeScript, readOnly: true });
      editor.setText(code);
      editors.push(editor);
      const actions = [copyButton(`the ${title.toLowerCase()}'s code`, () => code)];
      return pane(title, "snippet", [h("p", { class: "pg-about" }, about), slot], actions);
    });
    this.#editors = editors;
    this.element.replaceChildren(...panes);
  }

  destroy(): void {
    for (const editor of this.#editors) editor.destroy();
    this.#editors = [];
  }
}
