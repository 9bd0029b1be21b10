/** HTTP messages as a text that can be edited. */
import type { RequestMessage, ResponseMessage } from "../workers/protocol.js";
import { readableText } from "./print-value.js";

/** What a body begins with that is not text: base64 follows. */
const bytesMark = "data:;base64,";

/** Thrown for a text that is no HTTP message. */
export class MessageError extends Error {}

/** Writes a request as a text. JSON in the body is indented. */
export function formatRequest(request: RequestMessage): string {
  const query = formatQuery(request.query);
  const target = query === "" ? request.path : `${request.path}?${query}`;
  const host = request.hostPrefix === undefined ? [] : [`host: ${request.hostPrefix}example.com`];
  return formatMessage([`${request.method} ${target} HTTP/1.1`, ...host], request);
}

/** Writes a response as a text. JSON in the body is indented. */
export function formatResponse(response: ResponseMessage): string {
  return formatMessage([`HTTP/1.1 ${response.statusCode}`], response);
}

/**
 * Reads the text of a request.
 * @throws MessageError
 */
export function parseRequest(text: string): RequestMessage {
  const { start, headers, body } = parseMessage(text);
  const match = /^([A-Za-z]+) (\/\S*)(?: HTTP\/[\d.]+)?$/.exec(start);
  const [, method = "", target = ""] = match ?? [];
  if (match === null) throw new MessageError("The first line must be like: GET /path?name=value");
  const [path, query = ""] = splitOnce(target, "?");
  return { method, path, query: parseQuery(query), headers, body };
}

/**
 * Reads the text of a response.
 * @throws MessageError
 */
export function parseResponse(text: string): ResponseMessage {
  const { start, headers, body } = parseMessage(text);
  const match = /^HTTP\/[\d.]+ (\d{3})(?: .*)?$/.exec(start);
  if (match === null) throw new MessageError("The first line must be like: HTTP/1.1 200");
  return { statusCode: Number(match[1]), headers, body };
}

function formatMessage(
  start: readonly string[],
  { headers, body }: Pick<ResponseMessage, "headers" | "body">,
): string {
  const lines = [...start, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)];
  const text = formatBody(body);
  return text === "" ? lines.join("\n") : `${lines.join("\n")}\n\n${text}`;
}

function formatBody(body: string | Uint8Array | undefined): string {
  if (body instanceof Uint8Array) {
    const text = readableText(body);
    if (text !== undefined) return text;
    return bytesMark + btoa(Array.from(body, (byte) => String.fromCharCode(byte)).join(""));
  }
  if (body === undefined) return "";
  return /^\s*[[{]/.test(body) ? indentJson(body) : body;
}

/** Indents JSON without reading its numbers, which JavaScript would round. */
function indentJson(text: string): string {
  let depth = 0;
  const line = (): string => `\n${"  ".repeat(depth)}`;
  const tokens = text.matchAll(/"(?:[^"\\]|\\.)*"|[{[]\s*[}\]]|[{}[\],:]|[^\s{}[\],:"]+/g);
  let result = "";
  for (const [token] of tokens) {
    if (/^[{[]\s*[}\]]$/.test(token)) result += token.replace(/\s/g, "");
    else if (token === "{" || token === "[") {
      depth++;
      result += token + line();
    } else if (token === "}" || token === "]") {
      depth--;
      result += line() + token;
    } else if (token === ",") result += token + line();
    else result += token === ":" ? ": " : token;
  }
  return result;
}

function parseMessage(text: string): {
  start: string;
  headers: Record<string, string>;
  body: string | Uint8Array | undefined;
} {
  const [head, body] = splitOnce(text.replaceAll("\r\n", "\n"), "\n\n");
  const [start = "", ...lines] = head.split("\n");
  const headers = new Map<string, string>();
  for (const line of lines.filter((each) => each.trim() !== "")) {
    const match = /^([!#$%&'*+.^_`|~\w-]+):[ \t]*(.*?)[ \t]*$/.exec(line);
    if (match === null)
      throw new MessageError(`This line is not a header, like name: value: ${line}`);
    const [, name = "", value = ""] = match;
    const earlier = headers.get(name.toLowerCase());
    headers.set(name.toLowerCase(), earlier === undefined ? value : `${earlier}, ${value}`);
  }
  return { start: start.trim(), headers: Object.fromEntries(headers), body: parseBody(body) };
}

function parseBody(body: string | undefined): string | Uint8Array | undefined {
  if (body === undefined || body === "") return undefined;
  if (!body.startsWith(bytesMark)) return body;
  try {
    return Uint8Array.from(atob(body.slice(bytesMark.length)), (each) => each.charCodeAt(0));
  } catch {
    throw new MessageError(`After ${bytesMark} the body must be base64.`);
  }
}

function formatQuery(query: RequestMessage["query"]): string {
  return Object.entries(query)
    .flatMap(([name, value]) =>
      [value].flat().map((item) => {
        const key = encodeURIComponent(name);
        return item === null ? key : `${key}=${encodeURIComponent(item)}`;
      }),
    )
    .join("&");
}

function parseQuery(text: string): Record<string, string | string[] | null> {
  const query = new Map<string, string | string[] | null>();
  for (const pair of text.split("&").filter((each) => each !== "")) {
    const [key, value] = splitOnce(pair, "=");
    const name = decode(key);
    const item = value === undefined ? null : decode(value);
    const earlier = query.get(name);
    query.set(name, earlier == null ? item : [earlier, item ?? ""].flat());
  }
  return Object.fromEntries(query);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new MessageError(`The query has a % without two hexadecimal digits: ${text}`);
  }
}

function splitOnce(text: string, separator: string): [string, string?] {
  const at = text.indexOf(separator);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}
