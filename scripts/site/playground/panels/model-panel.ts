import { h, setText, uniqueId } from "../dom.js";
import { debounce } from "../debounce.js";
import { Editor, type EditorProblem } from "../editors/editor.js";
import { jsonLanguage, smithyLanguage } from "../editors/languages.js";
import { rangeOfPointer } from "../text/json-places.js";
import { rangeAtLine } from "../text/line-range.js";
import { GeneratorClient } from "../workers/generator-client.js";
import type { Generated, ModelLanguage, ModelProblem, ModelSource } from "../workers/protocol.js";
import { EndedError } from "../workers/worker-client.js";
import { pane } from "./pane.js";
import { countProblems, ProblemList } from "./problem-list.js";

/** How long to wait for the next key, in milliseconds. */
const pause = 400;

const languages = [
  ["smithy", "Smithy IDL", smithyLanguage],
  ["json", "JSON AST", jsonLanguage],
] as const;

export interface ModelPanelEvents {
  readonly onText: (source: ModelSource) => void;
  readonly onLanguage: (language: ModelLanguage) => void;
  /** Called with the code of the model, or without if it has errors. */
  readonly onGenerated: (generated: Generated | undefined) => void;
}

/** The editor of a model: checks it and generates its code while the user writes. */
export class ModelPanel {
  readonly element: HTMLElement;
  readonly #events: ModelPanelEvents;
  readonly #generator = new GeneratorClient();
  readonly #editors: ReadonlyMap<ModelLanguage, Editor>;
  readonly #problems: ProblemList;
  readonly #status = h("p", { role: "status", class: "pg-status" });
  readonly #progress = h("progress", {
    class: "pg-progress",
    "aria-label": "Generating",
    hidden: true,
  });
  readonly #slots = new Map<ModelLanguage, HTMLElement>();
  readonly #choices = new Map<ModelLanguage, HTMLInputElement>();
  readonly #generateSoon = debounce(() => void this.generate(), pause);
  #language: ModelLanguage = "smithy";
  /** Counts generations, so that results of earlier ones are not shown. */
  #run = 0;

  constructor(events: ModelPanelEvents) {
    this.#events = events;
    const group = uniqueId("language");
    const editors = new Map<ModelLanguage, Editor>();
    for (const [language, label, extension] of languages) {
      const slot = h("div", { class: "pg-editor" });
      this.#slots.set(language, slot);
      const onChange = (): void => {
        this.#run++;
        events.onText(this.#source);
        this.#generateSoon();
      };
      editors.set(
        language,
        new Editor({ parent: slot, label: `Model, ${label}`, language: extension, onChange }),
      );
    }
    this.#editors = editors;
    this.#problems = new ProblemList(() => this.#editor);
    const choices = languages.map(([language, label]) => {
      const input = h("input", { type: "radio", name: group, value: language });
      input.addEventListener("change", () => events.onLanguage(language));
      this.#choices.set(language, input);
      return h("label", { class: "pg-choice" }, input, h("span", {}, label));
    });
    const fieldset = {
      class: "pg-choices",
      role: "radiogroup",
      "aria-label": "Language of the model",
    };
    this.element = pane(
      "Model",
      "model",
      [...this.#slots.values(), this.#problems.element, this.#progress, this.#status],
      [h("div", fieldset, ...choices)],
    );
  }

  /** Shows a model and generates its code. */
  show({ language, text }: ModelSource): void {
    this.#language = language;
    for (const [name, slot] of this.#slots) slot.hidden = name !== language;
    for (const [name, input] of this.#choices) input.checked = name === language;
    this.#editor.setText(text);
    void this.generate();
  }

  async generate(): Promise<void> {
    this.#generateSoon.cancel();
    const run = ++this.#run;
    const source = this.#source;
    this.#say(this.#generator.isLoaded ? "Generating …" : "Loading the generator (about 2 MB) …");
    this.#progress.hidden = false;
    this.#progress.removeAttribute("value");
    let generated: Generated | undefined;
    try {
      generated = await this.#checkAndGenerate(source, () => run === this.#run);
    } catch (error) {
      if (run !== this.#run || error instanceof EndedError) return;
      this.#problems.show([]);
      this.#say(error instanceof Error ? error.message : String(error), true);
    }
    if (run !== this.#run) return;
    this.#progress.hidden = true;
    this.#events.onGenerated(generated);
  }

  destroy(): void {
    this.#generateSoon.cancel();
    this.#run++;
    this.#generator.end();
    for (const editor of this.#editors.values()) editor.destroy();
  }

  get #editor(): Editor {
    const editor = this.#editors.get(this.#language);
    if (editor === undefined) throw new Error(`There is no editor for ${this.#language}.`);
    return editor;
  }

  get #source(): ModelSource {
    return { language: this.#language, text: this.#editor.text };
  }

  /** Mistakes are shown before the code is generated, which takes longer. */
  async #checkAndGenerate(
    source: ModelSource,
    isCurrent: () => boolean,
  ): Promise<Generated | undefined> {
    const found = await this.#generator.check(source);
    if (!isCurrent()) return undefined;
    this.#show(source, found);
    if (found.some(({ severity }) => severity === "error")) return undefined;
    this.#say("Generating …");
    const result = await this.#generator.generate(source, (done, total) => {
      this.#progress.max = total;
      this.#progress.value = done;
    });
    if (!isCurrent()) return undefined;
    if (!("files" in result)) {
      this.#show(source, result);
      return undefined;
    }
    const problems = this.#show(source, result.problems);
    const suffix = problems.length === 0 ? "" : ` ${countProblems(problems)}.`;
    this.#say(`Generated ${result.files.length} files.${suffix}`);
    return result;
  }

  #show(source: ModelSource, problems: readonly ModelProblem[]): readonly EditorProblem[] {
    const located = problems.map((problem) => locate(source, problem));
    this.#problems.show(located);
    if (located.length > 0) this.#say(`${countProblems(located)}.`, true);
    return located;
  }

  #say(text: string, isBad: boolean = false): void {
    setText(this.#status, text);
    this.#status.classList.toggle("pg-bad", isBad);
  }
}

function locate({ text }: ModelSource, problem: ModelProblem): EditorProblem {
  const { code, severity, message, place, pointer, line, column } = problem;
  const range =
    pointer !== undefined
      ? rangeOfPointer(text, pointer)
      : rangeAtLine(text, line ?? 1, line === undefined ? 1 : (column ?? 1));
  const subject = place === "" || place.startsWith("line ") ? "" : `${place}: `;
  return { ...range, severity, message: `${subject}${message} (${code})` };
}
