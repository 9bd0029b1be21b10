/** Returns a copy of a value that can be sent to the page. What cannot, such as a stream, becomes text about it. */
export function toCloneable(value: unknown): unknown {
  if (typeof value === "function") return "a function";
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Date || ArrayBuffer.isView(value)) return value;
  if (Array.isArray(value)) return value.map(toCloneable);
  if (Symbol.asyncIterator in value) return "a stream";
  const entries = Object.entries(value).map(([key, item]) => [key, toCloneable(item)] as const);
  return Object.fromEntries(entries);
}
