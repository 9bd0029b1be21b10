/** A value of JSON. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** An object of JSON. */
export type JsonObject = Readonly<Record<string, Json>>;

/** A model in Smithy's JSON AST, as far as this script needs to know it. */
export interface Ast {
  readonly smithy: Json;
  readonly metadata?: Json;
  readonly shapes: Readonly<Record<string, JsonObject>>;
}

/** Whether a value is an object of JSON. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Parses a JSON AST; `undefined` if the text is something else. */
export function parseAst(text: string): Ast | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  const isAst = isObject(json) && "smithy" in json && isObject(json["shapes"]);
  return isAst ? (json as Ast) : undefined;
}
