/** Longer values are printed on several lines. */
const width = 76;

/** Prints a value as a TypeScript expression. */
export function printValue(value: unknown, indent: string = ""): string {
  const line = printLine(value);
  if (line.length + indent.length <= width && !line.includes("\n")) return line;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const items = value.map((item) => `${inner}${printValue(item, inner)},\n`);
    return `[\n${items.join("")}${indent}]`;
  }
  if (!isPlainObject(value)) return line;
  const members = Object.entries(value).map(
    ([key, item]) => `${inner}${printKey(key)}: ${printValue(item, inner)},\n`,
  );
  return `{\n${members.join("")}${indent}}`;
}

function printLine(value: unknown): string {
  if (value === undefined) return "undefined";
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "number") return String(value);
  if (value instanceof Date) {
    return Number.isNaN(value.getTime())
      ? "new Date(Number.NaN)"
      : `new Date("${value.toISOString()}")`;
  }
  if (value instanceof Uint8Array) return printBytes(value);
  if (Array.isArray(value)) return `[${value.map(printLine).join(", ")}]`;
  if (!isPlainObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([key, item]) => `${printKey(key)}: ${printLine(item)}`,
  );
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

function printKey(key: string): string {
  // As a plain name, this one would set the prototype.
  if (key === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
}

function printBytes(bytes: Uint8Array): string {
  const text = readableText(bytes);
  return text === undefined
    ? `new Uint8Array([${bytes.join(", ")}])`
    : `new TextEncoder().encode(${JSON.stringify(text)})`;
}

/** Returns bytes as text if they are UTF-8 without control characters, except for white space. */
export function readableText(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    // eslint-disable-next-line no-control-regex -- these are what is looked for
    return /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date) &&
    !(value instanceof Uint8Array)
  );
}
