import { typeName } from "./json.js";
import { noJsonForm } from "./no-json-form.js";
import { mismatch, type ReadPlace } from "./reader.js";

/** Made at the first body of bytes, and then kept: making it takes longer than reading a short body. */
let decoder: InstanceType<typeof TextDecoder> | undefined;

/** The text of a collected body; no body is the empty text. */
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
    return mismatch(here, "text in UTF-8", "bytes that are not");
  }
}

/** The bytes of a collected body; no body is no bytes. */
export function readBytes(body: unknown, here: ReadPlace): Uint8Array {
  if (body instanceof Uint8Array) return body;
  return new TextEncoder().encode(readText(body, here));
}

/** Parses a body of JSON text. An empty one stands for an object without members. */
export function readJson(body: unknown, here: ReadPlace): unknown {
  const json = readJsonOrNothing(body, here);
  return json === undefined ? {} : json;
}

/** Parses a body of JSON text; `undefined` where it is empty. */
export function readJsonOrNothing(body: unknown, here: ReadPlace): unknown {
  const text = readText(body, here);
  if (text === "") return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return mismatch(here, "JSON text", describeText(text));
  }
}

/** Says of what kind a text is. It may hold secrets, so that only markup is quoted, in part. */
export function describeText(text: string): string {
  const start = text.trimStart();
  if (start === "") return "white space";
  if (start.startsWith("<")) return `markup that begins with ${JSON.stringify(start.slice(0, 60))}`;
  return `${text.length} characters of other text, or of JSON that is cut short`;
}

/** Writes the JSON text of a body. */
export function writeJson(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    return noJsonForm(value);
  }
}
