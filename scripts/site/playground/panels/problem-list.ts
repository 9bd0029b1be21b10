import { button, h } from "../dom.js";
import type { Editor, EditorProblem } from "../editors/editor.js";

/** The problems of an editor below it: each is a button that leads to its place. */
export class ProblemList {
  readonly element: HTMLElement = h("ul", { class: "pg-problems" });
  readonly #editor: () => Editor;

  constructor(editor: () => Editor) {
    this.#editor = editor;
  }

  show(problems: readonly EditorProblem[]): void {
    this.#editor().setProblems(problems);
    const items = problems.map(({ from, severity, message }) => {
      const line = `Line ${this.#editor().lineOf(from)}`;
      const element = button("", () => this.#editor().goTo(from), { class: "pg-problem" });
      element.append(h("span", { class: "pg-problem-line" }, line), ` ${message}`);
      return h("li", { class: `pg-${severity}` }, element);
    });
    this.element.replaceChildren(...items);
  }
}

/** Says how many problems there are, for a live region. */
export function countProblems(problems: readonly EditorProblem[]): string {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const warnings = problems.length - errors;
  const parts = [
    ...(errors > 0 ? [`${errors} ${errors === 1 ? "error" : "errors"}`] : []),
    ...(warnings > 0 ? [`${warnings} ${warnings === 1 ? "warning" : "warnings"}`] : []),
  ];
  return parts.join(", ");
}
