import { cbor } from "@smithy/core/cbor";
import { expect } from "vitest";
import type {
  IncomingMessage,
  SerializedMessage,
  SerializedRequest,
  SerializedResponse,
} from "./generated-suite.js";
import type { RequestMessage, ResponseMessage } from "./test-format.js";
import { parseXmlTree } from "./xml-trees.js";

const encoder = new TextEncoder();

/** The request of a test, as a server receives it. */
export function toIncomingRequest(message: RequestMessage): IncomingMessage {
  const [path = "", search = ""] = message.uri.split("?", 2);
  const pairs = [...(search === "" ? [] : search.split("&")), ...(message.queryParams ?? [])];
  const query: Record<string, string | null | (string | null)[]> = {};
  for (const pair of pairs) {
    const [name, value] = splitPair(pair);
    const text = value === undefined ? null : decodeURIComponent(value);
    const earlier = query[decodeURIComponent(name)];
    query[decodeURIComponent(name)] = earlier === undefined ? text : [earlier, text].flat();
  }
  return {
    method: message.method,
    path,
    query,
    headers: {
      ...(message.resolvedHost === undefined ? {} : { host: message.resolvedHost }),
      ...message.headers,
    },
    body: toBody(message),
  };
}

/** The response of a test, as a client receives it. */
export function toIncomingResponse(message: ResponseMessage): IncomingMessage {
  return {
    statusCode: message.code,
    headers: { ...message.headers },
    body: toBody(message),
  };
}

function toBody({ body, bodyMediaType }: RequestMessage | ResponseMessage): Uint8Array | undefined {
  if (body === undefined) return undefined;
  return isCbor(bodyMediaType) ? Buffer.from(body, "base64") : encoder.encode(body);
}

/** Compares what a client made of an input with a test's request. */
export function expectRequest(actual: SerializedRequest, expected: RequestMessage): void {
  const [host = "", ...base] = (expected.host ?? "example.com").split("/");
  const basePath = base.map((segment) => `/${segment}`).join("");
  const [path, search = ""] = expected.uri.split("?", 2);
  expect(actual.method).toBe(expected.method);
  expect(`${basePath}${actual.path}`).toBe(path);
  if (expected.resolvedHost !== undefined)
    expect(actual.hostname ?? `${actual.hostPrefix ?? ""}${host}`).toBe(expected.resolvedHost);
  const pairs = encodeQuery(actual.query);
  const wanted = [...(search === "" ? [] : search.split("&")), ...(expected.queryParams ?? [])];
  for (const pair of new Set(wanted)) {
    // A name without a value has an empty one.
    const count = (list: readonly string[]): number =>
      list.filter((other) => other === pair || other === `${pair}=`).length;
    expect(count(pairs), `parameters ${pair} among ${pairs.join("&")}`).toBe(count(wanted));
  }
  const names = pairs.map((pair) => splitPair(pair)[0]);
  for (const name of expected.forbidQueryParams ?? []) expect(names).not.toContain(name);
  for (const name of expected.requireQueryParams ?? []) expect(names).toContain(name);
  expectMessage(actual, expected, actual.method === "GET");
}

/** Compares what a server made of an output or an error with a test's response. */
export function expectResponse(actual: SerializedResponse, expected: ResponseMessage): void {
  expect(actual.statusCode).toBe(expected.code);
  expectMessage(actual, expected, false);
}

function expectMessage(
  actual: SerializedMessage,
  expected: RequestMessage | ResponseMessage,
  isGet: boolean,
): void {
  const headers = asSent(actual, isGet);
  for (const name of Object.keys(headers)) expect(name).toBe(name.toLowerCase());
  for (const [name, value] of Object.entries(expected.headers ?? {}))
    expect(headers[name.toLowerCase()], `header ${name}`).toBe(value);
  for (const name of expected.forbidHeaders ?? [])
    expect(headers).not.toHaveProperty(name.toLowerCase());
  for (const name of expected.requireHeaders ?? [])
    expect(headers).toHaveProperty(name.toLowerCase());
  if (expected.body === undefined) return;
  if (isCbor(expected.bodyMediaType) && expected.body !== "") {
    const expectedBytes = new Uint8Array(Buffer.from(expected.body, "base64"));
    const actualBytes = actual.body;
    if (!(actualBytes instanceof Uint8Array)) throw new Error("the body has no bytes");
    expect(cbor.deserialize(actualBytes)).toStrictEqual(cbor.deserialize(expectedBytes));
    return;
  }
  const text = bodyText(actual.body);
  if (isJson(expected.bodyMediaType) && expected.body !== "") {
    expect(parseJson(text)).toStrictEqual(parseJson(expected.body));
  } else if (isXml(expected) && expected.body !== "") {
    expect(parseXmlTree(text)).toStrictEqual(parseXmlTree(expected.body));
  } else if (expected.bodyMediaType === "application/x-www-form-urlencoded") {
    // The order of parameters and line breaks between them have no meaning.
    const pairsOf = (form: string): string[][] =>
      [...new URLSearchParams(form.replace(/\s*\n\s*/g, ""))].sort();
    expect(pairsOf(text)).toStrictEqual(pairsOf(expected.body));
  } else {
    expect(text).toBe(expected.body);
  }
}

/** The headers with what every HTTP client and server adds: the length of a body that is collected. */
function asSent({ headers, body }: SerializedMessage, isGet: boolean): Record<string, string> {
  const length = Buffer.byteLength(bodyText(body));
  return length === 0 && isGet ? { ...headers } : { "content-length": String(length), ...headers };
}

function bodyText(body: unknown): string {
  if (body === undefined) return "";
  if (typeof body === "string") return body;
  if (body instanceof Uint8Array) return new TextDecoder().decode(body);
  throw new Error("the body is neither text nor bytes");
}

function isCbor(mediaType: string | undefined): boolean {
  return mediaType === "application/cbor";
}

export function isJson(mediaType: string | undefined): boolean {
  return mediaType !== undefined && /^application\/(?:[\w.-]+\+)?json$/.test(mediaType);
}

function isXml({ body = "", bodyMediaType = "" }: RequestMessage | ResponseMessage): boolean {
  return body.startsWith("<?xml ") || /^application\/(?:[\w.-]+\+)?xml$/.test(bodyMediaType);
}

function parseJson(text: string): unknown {
  return JSON.parse(text) as unknown;
}

/** The query as a signer or an HTTP handler encodes it (RFC 3986, section 2.3). */
function encodeQuery(query: SerializedRequest["query"]): string[] {
  return Object.entries(query).flatMap(([name, values]) =>
    [values]
      .flat()
      .map((value) => (value === null ? encode(name) : `${encode(name)}=${encode(value)}`)),
  );
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function splitPair(pair: string): [name: string, value?: string] {
  const index = pair.indexOf("=");
  return index === -1 ? [pair] : [pair.slice(0, index), pair.slice(index + 1)];
}
