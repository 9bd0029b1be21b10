import * as codec from "../../../generated/src/index.js";
import type { Operation } from "../../../codegen/src/ir/service.js";
import type { HttpRequest, HttpResponse } from "../../../generated/src/runtime/types.js";
import type { Sample } from "./sample-values.js";

/** The HTTP messages of an operation's sample, as text. */
export interface Messages {
  readonly request: string;
  readonly response: string;
  /** The body of the response, or `undefined` if it has none. */
  readonly responseBody: string | undefined;
  readonly statusCode: number;
}

interface OperationFunctions {
  readonly serializeRequest: (input: unknown) => HttpRequest;
  readonly serializeResponse: (output: unknown) => HttpResponse;
}

/**
 * Writes the messages of a sample with the generated package.
 * @throws Error if the package lacks the operation, so that it has to be generated again
 */
export function messagesOf({ symbol }: Operation, { input, output }: Sample): Messages {
  const functions = (codec as Readonly<Record<string, unknown>>)[symbol] as
    OperationFunctions | undefined;
  if (functions === undefined)
    throw new Error(`The generated package has no ${symbol}. Run "npm run generate" first.`);
  const { method, path, query, headers, body } = functions.serializeRequest(input);
  const response = functions.serializeResponse(output);
  const host = { host: "apigateway.eu-central-1.amazonaws.com" };
  const responseBody = textOf(response.body);
  return {
    request: message(`${method} ${path}${search(query)} HTTP/1.1`, { ...host, ...headers }, body),
    response: message(`HTTP/1.1 ${response.statusCode}`, response.headers, response.body),
    responseBody: responseBody === "" ? undefined : responseBody,
    statusCode: response.statusCode,
  };
}

function message(first: string, headers: Readonly<Record<string, string>>, body: unknown): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const text = textOf(body);
  return [first, ...lines, ...(text === "" ? [] : ["", pretty(text)])].join("\n");
}

function search(query: NonNullable<HttpRequest["query"]>): string {
  const parts = Object.entries(query).flatMap(([name, value]) =>
    [value].flat().map((item) => `${encodeURIComponent(name)}=${encodeURIComponent(item ?? "")}`),
  );
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}

function textOf(body: unknown): string {
  if (body instanceof Uint8Array) return new TextDecoder().decode(body);
  return typeof body === "string" ? body : "";
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2);
  } catch {
    return text;
  }
}
