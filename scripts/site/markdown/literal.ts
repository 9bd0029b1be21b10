/** The width up to which an object or array stays on its line. */
const width = 76;

/**
 * Returns a value as TypeScript, formatted as prettier does: on one line if it fits.
 * @param indent the indentation of the line on which the value begins, in spaces
 * @param used how much of that line is used before the value
 */
export function literalOf(value: unknown, indent: number = 0, used: number = indent): string {
  if (value instanceof Date) return `new Date(${JSON.stringify(value.toISOString())})`;
  if (value instanceof Uint8Array)
    return `new TextEncoder().encode(${JSON.stringify(new TextDecoder().decode(value))})`;
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  const parts = partsOf(value, 0);
  if (parts.length === 0) return `${open}${close}`;
  const pad = Array.isArray(value) ? "" : " ";
  const line = `${open}${pad}${parts.join(", ")}${pad}${close}`;
  if (used + line.length <= width && !line.includes("\n")) return line;
  const inner = " ".repeat(indent + 2);
  const lines = partsOf(value, indent + 2).map((part) => `${inner}${part},`);
  return [open, ...lines, `${" ".repeat(indent)}${close}`].join("\n");
}

function partsOf(value: object, indent: number): readonly string[] {
  if (Array.isArray(value)) return value.map((item) => literalOf(item, indent));
  return Object.entries(value).map(([name, item]) => {
    const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
    return `${key}: ${literalOf(item, indent, indent + key.length + 2)}`;
  });
}
