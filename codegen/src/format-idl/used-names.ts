import type { FileSyntax } from "../idl/syntax.js";

/** The relative names of shapes that a file refers to, without their members. */
export function findUsedNames({ metadata, statements }: FileSyntax): ReadonlySet<string> {
  const names = new Set<string>();
  collect(metadata, names);
  collect(statements, names);
  return names;
}

function collect(node: unknown, names: Set<string>): void {
  if (typeof node !== "object" || node === null) return;
  if (Array.isArray(node)) {
    for (const item of node) collect(item, names);
    return;
  }
  const { kind, text } = node as { readonly kind?: unknown; readonly text?: unknown };
  if (kind === "id" && typeof text === "string") {
    if (!text.includes("#")) names.add(text.replace(/\$.*/, ""));
    return;
  }
  for (const key in node)
    // The names of shapes, members and keys refer to nothing.
    if (key !== "name" && key !== "key") collect((node as Record<string, unknown>)[key], names);
}
