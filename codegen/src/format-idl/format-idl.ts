import { parseIdl } from "../idl/parse-idl.js";
import type {
  ApplySyntax,
  ControlSyntax,
  FileSyntax,
  MetadataSyntax,
  ShapeSyntax,
  Span,
  SyntaxProblem,
} from "../idl/syntax.js";
import { printKey, printNode } from "./print-node.js";
import { printApply, printShape } from "./print-shape.js";
import { Source } from "./source.js";
import { findUsedNames } from "./used-names.js";

/** The formatted text, or the syntax errors because of which it cannot be formatted. */
export type FormattedIdl =
  | { readonly text: string; readonly problems?: undefined }
  | { readonly problems: readonly SyntaxProblem[]; readonly text?: undefined };

/**
 * Formats a file in Smithy's interface definition language, as `smithy format` does: four spaces for each level, at
 * most 120 columns where a line can be broken, an empty line between shapes, one trait per line, sorted `use`
 * statements without unused ones, no commas between items on separate lines. The meaning of the file and its comments
 * stay the same; documentation that describes nothing becomes a plain comment. Formatting the result again changes
 * nothing.
 * @returns the text, which ends with a line break unless it is empty; or the syntax errors
 */
export function formatIdl(text: string): FormattedIdl {
  const { file, problems } = parseIdl(text);
  if (problems.length > 0) return { problems };
  return { text: new FilePrinter(text, file).print() };
}

/** Prints the sections of a file, from its beginning to its end. */
class FilePrinter {
  readonly #source: Source;
  readonly #file: FileSyntax;
  /** Where the part that was printed last ends. */
  #end = 0;

  constructor(text: string, file: FileSyntax) {
    this.#source = new Source(text, file.comments);
    this.#file = file;
  }

  print(): string {
    const { controls, metadata, namespace, statements } = this.#file;
    const sections = [
      joinLines(controls.map((control) => this.#printEntry(control))),
      joinLines(metadata.map((entry) => this.#printEntry(entry))),
      ...(namespace === undefined
        ? []
        : [this.#printLine(namespace, `namespace ${namespace.name.text}`)]),
      joinLines(this.#printUses()),
      ...statements.map((statement) => this.#printStatement(statement)),
      this.#source.printComments(this.#end, this.#source.text.length, 0).trimEnd(),
    ].filter((section) => section !== "");
    return sections.length === 0 ? "" : `${sections.join("\n\n")}\n`;
  }

  #printStatement(statement: ShapeSyntax | ApplySyntax): string {
    const from = this.#end;
    this.#end = statement.end;
    const text =
      statement.kind === "shape"
        ? printShape(this.#source, statement, from)
        : printApply(this.#source, statement, from);
    return text + this.#source.printTrailing(statement.end);
  }

  #printEntry({ kind, key, value, start, end }: ControlSyntax | MetadataSyntax): string {
    const name = printKey(this.#source, key);
    const line = kind === "control" ? `$${name}: ` : `metadata ${name} = `;
    const place = { indent: 0, column: line.length, reserve: 0, block: 0 };
    const comments = this.#printAbove(start);
    const text = comments + line + printNode(this.#source, value, place);
    this.#end = end;
    return text + this.#source.printTrailing(end);
  }

  #printLine({ start, end }: Span, line: string): string {
    const comments = this.#printAbove(start);
    this.#end = end;
    return comments + line + this.#source.printTrailing(end);
  }

  #printAbove(start: number): string {
    return this.#source.printComments(this.#end, start, 0, start);
  }

  #printUses(): readonly string[] {
    const used = findUsedNames(this.#file);
    const hasStatements = this.#file.statements.length > 0;
    // The comments of one that is left out go to what comes after it.
    const kept = this.#file.uses.filter(
      ({ id }) => !hasStatements || used.has(id.text.replace(/^.*#/, "")),
    );
    const printed = kept.map(
      (use) => [use.id.text, this.#printLine(use, `use ${use.id.text}`)] as const,
    );
    return printed.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, text]) => text);
  }
}

/** Joins statements, with an empty line before and after those of several lines. */
function joinLines(statements: readonly string[]): string {
  return statements
    .map((statement, index) => {
      const previous = statements[index - 1];
      if (previous === undefined) return statement;
      const isSpaced = previous.includes("\n") || statement.includes("\n");
      return `${isSpaced ? "\n\n" : "\n"}${statement}`;
    })
    .join("");
}
