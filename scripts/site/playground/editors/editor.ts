import { closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, indentOnInput, indentUnit } from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics, type Diagnostic } from "@codemirror/lint";
import { Annotation, EditorState, type Extension } from "@codemirror/state";
import { EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { editorTheme } from "./theme.js";

export interface EditorOptions {
  readonly parent: HTMLElement;
  /** What a screen reader calls the editor. */
  readonly label: string;
  readonly language: Extension;
  readonly extensions?: Extension;
  /** Called when the user changes the text, and not for `setText`. */
  readonly onChange?: () => void;
  readonly readOnly?: boolean;
}

/** A place in an editor that something is wrong with. */
export interface EditorProblem {
  readonly from: number;
  readonly to: number;
  readonly severity: "error" | "warning";
  readonly message: string;
}

/** Marks changes that the playground makes itself. */
const isOwnChange = Annotation.define<true>();

/** An editor. Tab leaves it, so that nobody is caught in it who has only a keyboard. */
export class Editor {
  readonly #view: EditorView;

  constructor({ parent, label, language, extensions, onChange, readOnly }: EditorOptions) {
    const isEditable = readOnly !== true;
    this.#view = new EditorView({
      parent,
      extensions: [
        editorTheme,
        language,
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({
          "aria-label": label,
          // Browsers focus what can be edited without it, but not all checkers know.
          tabindex: "0",
          ...(isEditable ? {} : { "aria-readonly": "true" }),
        }),
        EditorState.readOnly.of(!isEditable),
        indentUnit.of("  "),
        keymap.of([
          ...closeBracketsKeymap,
          ...defaultKeymap,
          ...historyKeymap,
          ...completionKeymap,
          ...lintKeymap,
        ]),
        isEditable
          ? [
              lineNumbers(),
              lintGutter(),
              history(),
              bracketMatching(),
              closeBrackets(),
              indentOnInput(),
              highlightActiveLine(),
            ]
          : [],
        EditorView.updateListener.of(({ docChanged, transactions }) => {
          const isOwn = transactions.some((each) => each.annotation(isOwnChange) === true);
          if (docChanged && !isOwn) onChange?.();
        }),
        extensions ?? [],
      ],
    });
  }

  get text(): string {
    return this.#view.state.doc.toString();
  }

  /** Replaces the text. */
  setText(text: string): void {
    if (text === this.text) return;
    this.#view.dispatch({
      changes: { from: 0, to: this.#view.state.doc.length, insert: text },
      annotations: isOwnChange.of(true),
    });
    this.#view.scrollDOM.scrollTop = 0;
  }

  /** Shows what is wrong, instead of what was shown before. */
  setProblems(problems: readonly EditorProblem[]): void {
    const { length } = this.#view.state.doc;
    const found = problems.map((problem): Diagnostic => {
      const from = Math.min(problem.from, length);
      return { ...problem, from, to: Math.max(from, Math.min(problem.to, length)) };
    });
    this.#view.dispatch(setDiagnostics(this.#view.state, found));
  }

  /** Moves the cursor to an offset, and the focus to the editor. */
  goTo(offset: number): void {
    const anchor = Math.min(offset, this.#view.state.doc.length);
    this.#view.dispatch({ selection: { anchor }, scrollIntoView: true });
    this.#view.focus();
  }

  /** The line of an offset, from 1. */
  lineOf(offset: number): number {
    return this.#view.state.doc.lineAt(Math.min(offset, this.#view.state.doc.length)).number;
  }

  destroy(): void {
    this.#view.destroy();
  }
}
