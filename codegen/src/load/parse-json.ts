import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { Lines, type Position } from "../diagnostics/position.js";
import { decodeText, isIdl } from "./decode-text.js";
import { scanJson } from "./scan-json.js";
import { withExactNumbers } from "./exact-numbers.js";

/** The maximum size of a model in bytes, five times that of the largest AWS model. */
export const maxModelBytes: number = 64 * 1024 * 1024;

/**
 * Parses a model file as JSON in UTF-8.
 * Integers beyond 2^53 - 1 in ranges and defaults are bigints.
 * @throws ModelError if the bytes are not valid JSON in UTF-8, are too large, or contain duplicate keys
 */
export function parseJson(bytes: Uint8Array, diagnostics: Diagnostics): unknown {
  const { json, text } = parseJsonText(bytes, diagnostics);
  return withExactNumbers(json, text);
}

/**
 * Parses a file as JSON in UTF-8. Returns the result of `JSON.parse`, and the text.
 * @throws ModelError if the bytes are not valid JSON in UTF-8, are too large, or contain duplicate keys
 */
export function parseJsonText(
  bytes: Uint8Array,
  diagnostics: Diagnostics,
): { readonly json: unknown; readonly text: string } {
  if (bytes.length === 0)
    diagnostics.fail("SC1001", "", "the file is empty; expected a Smithy JSON AST");
  if (bytes.length > maxModelBytes) {
    diagnostics.fail(
      "SC1002",
      "",
      `the file has ${bytes.length} bytes; the limit is ${maxModelBytes} bytes`,
    );
  }
  const text = decodeText(bytes, diagnostics, "a Smithy JSON AST");
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    if (isIdl(text)) diagnostics.fail("SC1004", "", idlMessage);
    const { place, message } = describeSyntaxError(error, text);
    diagnostics.fail("SC1005", place, message);
  }
  reportDuplicateKeys(text, diagnostics);
  diagnostics.throwIfErrors();
  return { json, text };
}

const idlMessage =
  "the file is in Smithy IDL; expected a JSON AST. Give `apply` statements in IDL as a file of the model";

function describeSyntaxError(
  error: unknown,
  text: string,
): { place: string | Position; message: string } {
  const reason = error instanceof Error ? error.message : String(error);
  if (/^Unexpected end|^Unterminated/.test(reason)) {
    return {
      place: new Lines(text).at(text.length),
      message: "unexpected end of JSON; the file may be truncated",
    };
  }
  return {
    place: new Lines(text).at(offsetOf(reason, text)),
    message: `not valid JSON: ${reason.split(/ in JSON at position|, "|, \.\.\./, 1)[0] ?? ""}`,
  };
}

/** The offset of a syntax error. Of short texts, some versions of V8 quote the text and state no position. */
function offsetOf(reason: string, text: string): number {
  const position = /at position (\d+)/.exec(reason)?.[1];
  if (position !== undefined) return Number(position);
  return scanJson(text, { value: () => undefined, end: () => undefined })?.offset ?? 0;
}

/**
 * Reports duplicate keys, of which `JSON.parse` silently keeps the last. The text is known to be valid
 * JSON here, so only strings, braces and colons matter.
 */
function reportDuplicateKeys(text: string, diagnostics: Diagnostics): void {
  // This form needs no backtracking state per character: a string may have millions.
  const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}]/g;
  let found = 0;
  let known: Lines | undefined;
  const lines = (): Lines => (known ??= new Lines(text));
  const objects: Set<string>[] = [];
  for (let match = tokens.exec(text); match !== null; match = tokens.exec(text)) {
    const [token, colon] = match;
    if (token === "{") objects.push(new Set());
    else if (token === "}") objects.pop();
    else if (colon !== undefined) {
      const key = JSON.parse(token.slice(0, -colon.length)) as string;
      const keys = objects[objects.length - 1];
      if (keys?.has(key)) {
        if (++found > 20) return;
        diagnostics.error(
          "SC1006",
          lines().at(match.index),
          `duplicate key ${JSON.stringify(key)}; remove or rename one of them`,
        );
      }
      keys?.add(key);
    }
  }
}
