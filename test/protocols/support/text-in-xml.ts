/** A character that no XML 1.0 document contains (section 2.2), or half of a surrogate pair. */
const forbidden = /[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Replaces what XML cannot carry in all text in a value, keys of maps among them. */
export function textInXml(value: unknown): unknown {
  if (typeof value === "string") return value.replace(forbidden, "\u2423");
  if (Array.isArray(value)) return value.map(textInXml);
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Uint8Array || value instanceof Date) return value;
  const entries = Object.entries(value).map(([key, item]) => [textInXml(key), textInXml(item)]);
  return Object.fromEntries(entries as [string, unknown][]);
}

/** Whether the SDK reads text as empty: it takes white space with a line end for indentation. */
export function isBlankLine(text: string): boolean {
  return text.includes("\n") && text.trim() === "";
}
