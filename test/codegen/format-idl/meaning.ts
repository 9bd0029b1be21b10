import { findUsedNames } from "../../../codegen/src/format-idl/used-names.js";
import { bare, parseValid } from "../idl/tree.js";

/** What a file means: its syntax tree without places, quotes of keys, and what has no effect in `use`. */
export function meaningOf(text: string): unknown {
  const file = parseValid(text);
  const used = findUsedNames(file);
  const uses = file.uses
    .map(({ id }) => id.text)
    .filter((id) => file.statements.length === 0 || used.has(id.replace(/^.*#/, "")))
    .sort();
  return unquoteKeys({ ...(bare(file) as object), uses });
}

/** The texts of all comments, sorted: `use` takes its comments along. */
export function commentsOf(text: string): readonly string[] {
  return parseValid(text)
    .comments.map(({ start, end }) =>
      text
        .slice(start, end)
        .replace(/^\/\/\/?/, "")
        .trim(),
    )
    .sort();
}

function unquoteKeys(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(unquoteKeys);
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([name, value]: [string, unknown]) => {
      const isQuotedKey = name === "key" && typeof value === "object";
      return [name, isQuotedKey ? (value as { value: string }).value : unquoteKeys(value)];
    }),
  );
}
