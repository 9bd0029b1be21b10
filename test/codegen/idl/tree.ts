import { parseIdl } from "../../../codegen/src/idl/parse-idl.js";
import { Lines } from "../../../codegen/src/diagnostics/position.js";
import type { FileSyntax } from "../../../codegen/src/idl/syntax.js";

/** A syntax tree without places, which tests compare; ids are their texts. */
export function bare(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(bare);
  if (typeof node !== "object" || node === null) return node;
  const { kind, text } = node as { kind?: string; text?: string };
  if (kind === "id") return text;
  const kept = Object.entries(node).filter(([key]) => !places.has(key));
  return Object.fromEntries(kept.map(([key, value]) => [key, bare(value)]));
}

const places: ReadonlySet<string> = new Set(["start", "end", "typeSpan", "comments"]);

/** Parses a text that has no problems. */
export function parseValid(text: string): FileSyntax {
  const { file, problems } = parseIdl(text);
  if (problems.length > 0) throw new Error(`${JSON.stringify(problems)} in ${text}`);
  return file;
}

/** The problems of a text: `LINE:COLUMN MESSAGE`. */
export function problemsOf(text: string): readonly string[] {
  const lines = new Lines(text);
  return parseIdl(text).problems.map(({ start, message }) => {
    const { line, column } = lines.at(start);
    return `${line}:${column} ${message}`;
  });
}
