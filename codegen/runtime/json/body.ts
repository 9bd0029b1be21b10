import { typeName } from "./json.js";
import { noJsonForm } from "./no-json-form.js";
import { mismatch, type ReadPlace } from "../values/reader.js";

/** Created once, since creating a decoder takes longer than decoding a short body. */
let decoder: InstanceType<typeof TextDecoder> | undefined;

/** Returns the text of a collected body; empty if there is no body. */
export function readText(body: unknown, here: ReadPlace): string {
  return typeof body === "string" ? body : readOther(body, here);
}

function readOther(body: unknown, here: ReadPlace): string {
  if (body === undefined || body === null) return "";
  if (!(body instanceof Uint8Array)) {
    return mismatch(here, "a collected body: a string or a Uint8Array", typeName(body));
  }
  try {
    decoder ??= new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    return decoder.decode(body);
  } catch {
    return mismatch(here, "text in UTF-8", "bytes that are not UTF-8");
  }
}

/** Returns the bytes of a collected body; empty if there is no body. */
export function readBytes(body: unknown, here: ReadPlace): Uint8Array {
  if (body instanceof Uint8Array) return body;
  return new TextEncoder().encode(readText(body, here));
}

/** Parses a JSON body. An empty body is read as an empty object. */
export function readJson(body: unknown, here: ReadPlace): unknown {
  return parse(readText(body, here) || "{}", here);
}

/** Parses a JSON body. Returns `undefined` if it is empty. */
export function readJsonOrNothing(body: unknown, here: ReadPlace): unknown {
  const text = readText(body, here);
  return text === "" ? undefined : parse(text, here);
}

function parse(text: string, here: ReadPlace): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return mismatch(here, "JSON text", describeText(text));
  }
}

/**
 * Describes text that is not JSON. It may contain secrets, so only the beginning of markup is
 * quoted.
 */
export function describeText(text: string): string {
  const start = text.trimStart();
  if (start === "") return "only white space";
  if (start.startsWith("<")) return `markup that begins with ${JSON.stringify(start.slice(0, 60))}`;
  return `${text.length} characters that are not JSON or are truncated JSON`;
}

/** Returns the JSON text of a body. */
export function writeJson(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    return noJsonForm(value);
  }
}
