import type { Failure } from "../errors/read-error.js";
import { openResponse, type ErrorClass, type ErrorReaders } from "../http/responses.js";
import { readHeader } from "../http/headers.js";
import { isObject } from "../json/json.js";
import { root } from "../values/path.js";
import { responseReader, type ReadPlace } from "../values/reader.js";
import type { HttpResponse, IncomingResponse, JsonObject } from "../types.js";
import { forbidden } from "./characters.js";
import type { XmlElement } from "./parse-xml.js";
import { emptyElement, readXml } from "./read-elements.js";
import { element } from "./write-elements.js";
import { escapeText } from "./write-xml.js";
import { serverRoot } from "../json/write.js";

/**
 * Returns the place of the root of a response's output.
 * @throws the error of a response whose status is 300 or above
 */
export function openXmlResponse(
  response: IncomingResponse,
  readers: ErrorReaders,
  Unmodelled: ErrorClass,
): ReadPlace {
  return openResponse(response, readers, Unmodelled, readXmlFailure);
}

/** Reads the code and the body of an error (AWS restXml, "Operation error serialization"). */
function readXmlFailure(response: IncomingResponse): Failure {
  const { statusCode } = response;
  const here = root({ ...responseReader(statusCode), note: () => undefined });
  const document = readBody(response, here);
  const error = findError(document);
  // Responses to HEAD requests have no body that could contain the code.
  const code = textIn(error, "Code")?.trim() ?? readHeader(response, "x-amzn-errortype");
  const requestId = idIn(document) ?? idIn(error);
  return {
    code: code ?? (statusCode === 404 ? "NotFound" : undefined),
    wire: { [errorKey]: error, fieldList: fieldsOf(error) },
    response,
    here,
    options: {
      message: textIn(error, "message") ?? textIn(error, "Message"),
      $metadata: { httpStatusCode: statusCode, ...(requestId === undefined ? {} : { requestId }) },
      $response: response,
    },
  };
}

const errorKey = "Error";

/** Returns the element with the members of an error. */
export function errorElement({ wire }: Failure): XmlElement {
  return wire[errorKey] as XmlElement;
}

function readBody({ body }: IncomingResponse, here: ReadPlace): XmlElement {
  try {
    return readXml(body, here);
  } catch {
    // For example a body that is not text. The status and the headers are still useful.
    return emptyElement;
  }
}

/** Finds the error in a root element, which may be its wrapper: of restXml, awsQuery or ec2Query. */
function findError(document: XmlElement): XmlElement {
  if (document.name === errorKey) return document;
  const within = childOf(document, errorKey);
  const first = childOf(childOf(document, "Errors") ?? emptyElement, errorKey);
  return within ?? first ?? emptyElement;
}

function childOf({ children }: XmlElement, name: string): XmlElement | undefined {
  return children.find((child) => child.name === name);
}

/** Returns the text of an element, unless it is only white space. */
function textIn(parent: XmlElement, name: string): string | undefined {
  const text = childOf(parent, name)?.text;
  return text?.trim() === "" ? undefined : text;
}

/** Returns the id of a request. In a client, one in a header takes its place. */
function idIn(parent: XmlElement): string | undefined {
  return (textIn(parent, "RequestId") ?? textIn(parent, "RequestID"))?.trim();
}

/** Returns the fields of a `ValidationException`. */
function fieldsOf(error: XmlElement): unknown[] {
  const list = childOf(error, "fieldList") ?? emptyElement;
  return list.children.map((field) => ({
    path: childOf(field, "path")?.text,
    message: childOf(field, "message")?.text,
  }));
}

/**
 * Writes an error of the model.
 * @param xml the elements of its members
 * @param isWrapped whether the root is `ErrorResponse`, and not `Error` itself
 * @param attributes those of members, as text
 */
export function xmlErrorResponse(
  statusCode: number,
  code: string,
  xml: string,
  headers: Readonly<Record<string, string>>,
  isWrapped: boolean,
  attributes?: string,
): HttpResponse {
  const fault = element("Type", statusCode < 500 ? "Sender" : "Receiver");
  const content = `${fault}${element("Code", code)}${xml}`;
  const error = element(errorKey, content, attributes);
  return {
    statusCode,
    headers: { "content-type": "application/xml", ...headers },
    body: isWrapped ? element("ErrorResponse", error) : error,
  };
}

/** Writes an error that is not in the model, by its code and its members. */
export function writeXmlError(
  statusCode: number,
  code: string,
  members: JsonObject,
  isWrapped = true,
): HttpResponse {
  return xmlErrorResponse(statusCode, code, contentOf(members), {}, isWrapped);
}

/** Like `writeXmlError`, for services whose errors have no wrapper. */
export function writeUnwrappedXmlError(
  statusCode: number,
  code: string,
  members: JsonObject,
): HttpResponse {
  return writeXmlError(statusCode, code, members, false);
}

function contentOf(value: unknown): string {
  if (Array.isArray(value)) return value.map((item) => element("member", contentOf(item))).join("");
  if (isObject(value)) {
    const entries = Object.entries(value);
    return entries.map(([name, item]) => element(name, contentOf(item))).join("");
  }
  // A message may quote what a client sent, which XML need not allow.
  const text = String(value).replace(new RegExp(forbidden, "gu"), "\uFFFD");
  return escapeText(text, serverRoot, "message");
}
