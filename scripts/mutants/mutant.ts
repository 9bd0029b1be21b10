import ts from "typescript";
import { functionAt, listFunctions } from "./functions.js";
import { listMutations, type Mutation } from "./mutators.js";

/** A source with a change. */
export interface Mutant {
  /** The path of the source, relative to the repository. */
  readonly file: string;
  /** The line of the change, starting at 1. */
  readonly line: number;
  /** The changed function: `file` and its id, or only `file` for code that runs at import. */
  readonly place: string;
  /** The changed lines before and after the change, joined to one line. */
  readonly before: string;
  readonly after: string;
  /** The complete text of the source after the change. */
  readonly text: string;
}

/** Lists every mutant of a source. */
export function listMutants(file: string, text: string): Mutant[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const functions = listFunctions(source);
  return listMutations(source).map((mutation) => {
    const changed = text.slice(0, mutation.start) + mutation.text + text.slice(mutation.end);
    return {
      file,
      line: source.getLineAndCharacterOfPosition(mutation.start).line + 1,
      place: file + (functionAt(functions, mutation.start)?.id ?? ""),
      ...changedLines(text, mutation),
      text: changed,
    };
  });
}

function changedLines(
  text: string,
  { start, end, text: replacement }: Mutation,
): Pick<Mutant, "before" | "after"> {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const next = text.indexOf("\n", end);
  const lineEnd = next === -1 ? text.length : next;
  return {
    before: oneLine(text.slice(lineStart, lineEnd)),
    after: oneLine(text.slice(lineStart, start) + replacement + text.slice(end, lineEnd)),
  };
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 160 ? `${line.slice(0, 120)} ... ${line.slice(-35)}` : line;
}
