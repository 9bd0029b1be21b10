import { isIdentifier } from "../load/names.js";

/** A declaration that code refers to; the printer imports it where it is declared elsewhere. */
export interface Reference {
  /** The name that the declaring module exports. */
  readonly name: string;
  /** The declaring module's path in the output, without its ending; a package's name for a package. */
  readonly module: string;
  readonly typeOnly: boolean;
}

/**
 * A piece of TypeScript. It is made by the `code` tag alone, which takes other pieces and references
 * but no strings: what a model says enters code through `literal` and `identifier`, or not at all.
 */
export class Code {
  readonly parts: readonly (string | Reference)[];

  /** @internal Use the `code` tag. */
  constructor(parts: readonly (string | Reference)[]) {
    this.parts = parts;
  }

  get isEmpty(): boolean {
    return this.parts.length === 0;
  }
}

type Interpolated = Code | Reference;

/** Makes a piece of code of fixed text and other pieces. */
export function code(strings: TemplateStringsArray, ...values: readonly Interpolated[]): Code {
  const parts: (string | Reference)[] = [];
  for (const [index, text] of strings.entries()) {
    if (text !== "") parts.push(text);
    const value = values[index];
    if (value instanceof Code) append(parts, value);
    else if (value !== undefined) parts.push(value);
  }
  return new Code(parts);
}

/** Not by a spread: a call takes no more than some 100,000 arguments. */
function append(parts: (string | Reference)[], piece: Code): void {
  for (const part of piece.parts) parts.push(part);
}

/** No code at all. */
export const nothing: Code = new Code([]);

/** The text of code that refers to nothing; for finding out what a piece came to. */
export function plainText(piece: Code): string {
  return piece.parts.map((part) => (typeof part === "string" ? part : part.name)).join("");
}

/** Puts pieces one after another. */
export function join(pieces: readonly Code[], separator: Code = nothing): Code {
  const parts: (string | Reference)[] = [];
  for (const [index, piece] of pieces.entries()) {
    if (index > 0) append(parts, separator);
    append(parts, piece);
  }
  return new Code(parts);
}

/** Statements, one a line. */
export function lines(pieces: readonly Code[]): Code {
  return join(
    pieces.filter((piece) => !piece.isEmpty),
    code`\n`,
  );
}

/** Values separated by commas. */
export function commas(pieces: readonly Code[]): Code {
  return join(pieces, code`, `);
}

/**
 * The one way in which a model's strings enter code: as a literal that denotes just that string.
 * The line separators U+2028 and U+2029 are legal in JSON and in today's JavaScript, but not in
 * yesterday's; `<` is escaped so that a literal can stand in an inline script.
 */
export function literal(value: string | number | boolean | bigint): Code {
  if (typeof value === "number") return new Code([numberText(value)]);
  if (typeof value === "bigint") return new Code([`${value}n`]);
  if (typeof value === "boolean") return new Code([String(value)]);
  const text = JSON.stringify(value).replace(
    /[<\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return new Code([text.replaceAll("/*", slash + "*")]);
}

function numberText(value: number): string {
  if (Object.is(value, -0)) return "-0";
  return Number.isFinite(value)
    ? String(value)
    : value > 0
      ? "Infinity"
      : value < 0
        ? "-Infinity"
        : "NaN";
}

/** The one way in which a model's names enter code: Smithy's identifiers, with our `$` suffixes. */
export function identifier(name: string): Code {
  if (!isIdentifier(name.replace(/\$+$/, "")))
    throw new Error(`not an identifier: ${JSON.stringify(name)}`);
  return new Code([name]);
}

/**
 * A slash before an asterisk. The library that writes files follows what it takes for comments, to
 * close them, and finds them in literals too: it is misled by regular expressions, and by a text that
 * ends in a backslash.
 */
const slash = "\\u002f";

/** A regular expression literal. `source` is made by the engine to be one, slashes and all. */
export function regExpLiteral(regExp: RegExp): Code {
  const text = regExp.source.replace(
    /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, // eslint-disable-line no-control-regex
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  const safe = text.replace(/\\[^/]|\\?\/(?=\*)/g, (token) =>
    token.endsWith("/") ? slash : token,
  );
  return new Code([`/${safe}/${regExp.flags}`]);
}

/** Code that stands in the text of a template literal, so that nothing in it can end the literal. */
export function templateText(text: string): Code {
  return new Code([
    plainText(literal(text)).slice(1, -1).replaceAll('\\"', '"').replace(/[`$]/g, "\\$&"),
  ]);
}

/** A comment before what follows; its text has been made safe by `docComment`. */
export function comment(docs: string): Code {
  const text = docs.split("\n").map((line) => ` * ${line}`.trimEnd());
  return new Code([`/**\n${text.join("\n")}\n */\n`]);
}

/** Whether code uses a name as a variable; the model's strings and members may be called the same. */
export function mentions(piece: Code, name: string): boolean {
  const word = new RegExp(`(?<![\\w$.])${name}(?![\\w$])`);
  const texts = piece.parts.map((part) => {
    if (typeof part !== "string") return part.name;
    return part.startsWith('"') ? '""' : part;
  });
  return word.test(texts.join(""));
}
