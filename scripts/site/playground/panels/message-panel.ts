import { h, renderDocs, setText } from "../dom.js";
import { debounce } from "../debounce.js";
import { Editor, type EditorProblem } from "../editors/editor.js";
import { jsonAssistance } from "../editors/json-assistance.js";
import { httpLanguage, jsonLanguage, typeScript } from "../editors/languages.js";
import { copyButton } from "../widgets/copy-button.js";
import {
  describeOutcome,
  runMessage,
  runValue,
  writeError,
  type Direction,
  type Subject,
} from "./run-steps.js";
import { pane } from "./pane.js";
import { countProblems, ProblemList } from "./problem-list.js";

/** How long to wait for the next key, in milliseconds. */
const pause = 150;

export interface MessagePanelEvents {
  /** Called with the text of the value at each change of the user. */
  readonly onText: (text: string) => void;
  /** Called with the typed value whenever the text is one. */
  readonly onTyped: (typed: unknown) => void;
}

/** One direction of an operation: a typed value, the message that it becomes, and what the other side reads. */
export class MessagePanel {
  readonly element: HTMLElement;
  readonly #direction: Direction;
  readonly #value: Editor;
  readonly #message: Editor;
  readonly #result: Editor;
  readonly #valueProblems = new ProblemList(() => this.#value);
  readonly #messageProblems = new ProblemList(() => this.#message);
  readonly #valueStatus = status();
  readonly #resultStatus = status();
  readonly #docs = h("div", { class: "pg-docs" });
  readonly #runValueSoon = debounce(() => void this.#runValue(), pause);
  readonly #runMessageSoon = debounce(() => void this.#runMessage(), pause);
  /** Chooses what a response says: the output, or an error. */
  readonly #errors = h("select", { class: "pg-input pg-select", "aria-label": "Answer with" });
  readonly #events: MessagePanelEvents;
  #subject: Subject | undefined;
  /** Counts runs, so that results of earlier ones are not shown. */
  #run = 0;

  constructor(direction: Direction, events: MessagePanelEvents) {
    this.#direction = direction;
    this.#events = events;
    const { titles } = direction;
    const [value, message, result] = [slot(), slot(), slot()];
    this.#value = new Editor({
      parent: value,
      label: `${titles.value}, JSON`,
      language: jsonLanguage,
      extensions: jsonAssistance(
        () => this.#subject && { info: this.#subject.info, type: direction.typeOf(this.#subject) },
        (member) => {
          this.#docs.replaceChildren(
            member === undefined ? hint() : renderDocs(`\`${member.name}\` ${member.docs}`),
          );
        },
      ),
      onChange: () => {
        events.onText(this.#value.text);
        this.#runValueSoon();
      },
    });
    this.#message = new Editor({
      parent: message,
      label: titles.message,
      language: httpLanguage,
      onChange: this.#runMessageSoon,
    });
    this.#result = new Editor({
      parent: result,
      label: titles.result,
      language: typeScript,
      readOnly: true,
    });
    this.#docs.append(hint());
    this.#errors.addEventListener("change", () => void this.#runError());
    this.element = h(
      "div",
      { class: "pg-flow" },
      pane(titles.value, "value", [
        value,
        this.#docs,
        this.#valueProblems.element,
        this.#valueStatus,
      ]),
      pane(
        titles.message,
        "message",
        [message, this.#messageProblems.element],
        [
          ...(direction.name === "response" ? [this.#errors] : []),
          copyButton("the message", () => this.#message.text),
        ],
      ),
      pane(titles.result, "result", [this.#resultStatus, result]),
    );
  }

  /** Shows another operation, or other code of it. */
  show(subject: Subject | undefined, text: string): void {
    this.#subject = subject;
    this.#value.setText(text);
    this.#errors.replaceChildren(
      h("option", { value: "" }, "The output"),
      ...(subject?.operation.errors ?? []).map(({ name }) => h("option", { value: name }, name)),
    );
    if (subject !== undefined) {
      void this.#runValue();
      return;
    }
    this.#run++;
    this.#message.setText("");
    this.#valueProblems.show([]);
    setText(this.#valueStatus, "");
    this.#showResult("", "", true);
  }

  destroy(): void {
    this.#runValueSoon.cancel();
    this.#runMessageSoon.cancel();
    this.#run++;
    for (const editor of [this.#value, this.#message, this.#result]) editor.destroy();
  }

  async #runValue(): Promise<void> {
    this.#runValueSoon.cancel();
    this.#runMessageSoon.cancel();
    if (this.#subject === undefined) return;
    const run = ++this.#run;
    const { text } = this.#value;
    const outcome = await runValue(this.#direction, this.#subject, text);
    if (run !== this.#run) return;
    this.#errors.value = "";
    if (outcome.typed !== undefined) this.#events.onTyped(outcome.typed);
    this.#valueProblems.show(outcome.problems);
    setText(this.#valueStatus, valueStatus(outcome.problems, outcome.failure));
    this.#valueStatus.classList.toggle("pg-bad", hasErrors(outcome.problems));
    if (outcome.message === undefined) {
      this.#message.setText("");
      this.#showResult(
        "",
        `There is no message yet: correct the ${this.#direction.titles.value.toLowerCase()} first.`,
        false,
      );
    } else {
      this.#message.setText(outcome.message);
      await this.#runMessage();
    }
  }

  /** Writes the chosen error instead of the output. */
  async #runError(): Promise<void> {
    const { value } = this.#errors;
    if (this.#subject === undefined || value === "") return this.#runValue();
    const run = ++this.#run;
    const message = await writeError(this.#subject, value);
    if (run !== this.#run || message === undefined) return;
    this.#message.setText(message);
    await this.#runMessage();
  }

  async #runMessage(): Promise<void> {
    this.#runMessageSoon.cancel();
    if (this.#subject === undefined) return;
    const run = ++this.#run;
    const result = await runMessage(this.#direction, this.#subject, this.#message.text);
    if (run !== this.#run) return;
    this.#messageProblems.show(result.kind === "unreadable" ? [result.problem] : []);
    const { title, text, isGood } = describeOutcome(this.#direction, result);
    this.#showResult(text, title, isGood);
  }

  #showResult(text: string, title: string, isGood: boolean): void {
    this.#result.setText(text);
    setText(this.#resultStatus, title);
    this.#resultStatus.classList.toggle("pg-bad", !isGood);
  }
}

function valueStatus(problems: readonly EditorProblem[], failure: string | undefined): string {
  if (failure !== undefined) return failure;
  return problems.length === 0 ? "Valid." : `${countProblems(problems)}.`;
}

function hasErrors(problems: readonly EditorProblem[]): boolean {
  return problems.some(({ severity }) => severity === "error");
}

function status(): HTMLElement {
  return h("p", { role: "status", class: "pg-status" });
}

function slot(): HTMLElement {
  return h("div", { class: "pg-editor" });
}

function hint(): HTMLElement {
  return h(
    "p",
    { class: "pg-hint" },
    "The typed value as JSON: write dates as ISO text, bytes as base64, bigints as text.",
  );
}
