import { isIdentifier } from "../../load/names.js";

/** A declaration that code refers to. The printer adds an import if it is in another module. */
export interface Reference {
  /** The name of the export. */
  readonly name: string;
  /** The path of the module in the output, without extension, or the name of a package. */
  readonly module: string;
  readonly typeOnly: boolean;
  /** The namespace through which the name is imported; absent if it is imported by name. */
  readonly namespace?: Namespace;
}

/**
 * The namespaces that generated code imports: `$` has what it calls in the runtime, `types` the
 * public types, `errors` the functions that read and write the service's errors, `schemas` what the
 * schemas of its shapes have in common, `model` everything that the package exports.
 */
export type Namespace = "$" | "types" | "errors" | "schemas" | "model";

/**
 * A piece of TypeScript. It is only created by the tag `code`, which accepts other pieces and
 * references but no strings: text of a model enters code only through `literal` and `identifier`.
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

/** Creates a piece of code from fixed text and other pieces. */
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

/** Appends parts. A spread would fail for about 100,000 arguments. */
function append(parts: (string | Reference)[], piece: Code): void {
  for (const part of piece.parts) parts.push(part);
}

/** Empty code. */
export const nothing: Code = new Code([]);

/** Returns the text of code, with the names of references. */
export function plainText(piece: Code): string {
  return piece.parts.map((part) => (typeof part === "string" ? part : part.name)).join("");
}

/** Concatenates pieces. */
export function join(pieces: readonly Code[], separator: Code = nothing): Code {
  const parts: (string | Reference)[] = [];
  for (const [index, piece] of pieces.entries()) {
    if (index > 0) append(parts, separator);
    append(parts, piece);
  }
  return new Code(parts);
}

/** Joins statements by line breaks. */
export function lines(pieces: readonly Code[]): Code {
  return join(
    pieces.filter((piece) => !piece.isEmpty),
    code`\n`,
  );
}

/** Joins values by commas. */
export function commas(pieces: readonly Code[]): Code {
  return join(pieces, code`, `);
}

/**
 * Returns a literal. This is the only way for strings of a model to enter code. The line separators
 * U+2028 and U+2029 are valid in JSON and in JavaScript since ES2019, but not before; `<` is
 * escaped so that a literal is safe in an inline script.
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

/**
 * Returns an identifier: that of Smithy, with an optional `$` suffix. The only way for names of a
 * model.
 */
export function identifier(name: string): Code {
  if (!isIdentifier(name.replace(/\$+$/, "")))
    throw new Error(`Not a valid identifier: ${JSON.stringify(name)}`);
  return new Code([name]);
}

/**
 * Replaces a slash before an asterisk. ts-morph searches for unclosed comments, also in literals:
 * regular expressions and text that ends with a backslash would confuse it.
 */
const slash = "\\u002f";

/** Returns a regular expression literal. The engine already escapes slashes in `source`. */
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

/** Returns text for a template literal, escaped so that it cannot end the literal. */
export function templateText(text: string): Code {
  return new Code([
    plainText(literal(text)).slice(1, -1).replaceAll('\\"', '"').replace(/[`$]/g, "\\$&"),
  ]);
}

/** Returns an arrow function, which is async if `isAsync` is set. */
export function arrow(
  parameters: readonly Code[],
  {
    statements,
    result,
    isAsync = false,
  }: { readonly statements: Code; readonly result: Code; readonly isAsync?: boolean },
): Code {
  const given = code`${isAsync ? code`async ` : nothing}(${commas(parameters)}) =>`;
  return statements.isEmpty
    ? code`${given} (${result})`
    : code`${given} {\n${statements}\nreturn ${result};\n}`;
}

/** Returns a comment. `docs` must be escaped by `docComment`. */
export function comment(docs: string): Code {
  const text = docs.split("\n").map((line) => ` * ${line}`.trimEnd());
  return new Code([`/**\n${text.join("\n")}\n */\n`]);
}

/** Returns whether code uses a name as a variable, ignoring string literals and members. */
export function mentions(piece: Code, name: string): boolean {
  const word = new RegExp(`(?<![\\w$.])${name}(?![\\w$])`);
  const texts = piece.parts.map((part) => {
    if (typeof part !== "string") return part.name;
    return part.startsWith('"') ? '""' : part;
  });
  return word.test(texts.join(""));
}
