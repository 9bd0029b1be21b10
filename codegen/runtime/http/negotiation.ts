import { NotAcceptableException, UnsupportedMediaTypeException } from "../errors/errors.js";
import { readHeader } from "./headers.js";
import type { IncomingRequest } from "../types.js";

/**
 * Checks the content type of a request, ignoring parameters.
 * @param when whether a body requires a content type
 */
export function expectContentType(
  request: IncomingRequest,
  type: string,
  when: "with a body" | "if given",
): void {
  const header = readHeader(request, "content-type");
  if (header === undefined) {
    if (when === "with a body" && hasBody(request)) {
      throw new UnsupportedMediaTypeException(type, "nothing");
    }
  } else if (header !== type && mediaType(header) !== type.toLowerCase()) {
    throw new UnsupportedMediaTypeException(type, header);
  }
}

/** Checks that a request of an operation without body has no content type. */
export function expectNoContentType(request: IncomingRequest): void {
  const header = readHeader(request, "content-type");
  if (header !== undefined) throw new UnsupportedMediaTypeException("no content type", header);
}

/**
 * Checks that the header accept, if present, allows the response type (RFC 9110, section 12.5.1).
 */
export function expectAccept(request: IncomingRequest, type: string): void {
  const header = readHeader(request, "accept");
  if (header === undefined || header.trim() === "") return;
  const [family = ""] = type.toLowerCase().split("/");
  const isAccepted = header.split(",").some((range) => {
    const name = mediaType(range);
    const isRefused = /;\s*q=0(?:\.0*)?\s*(?:;|$)/i.test(range);
    return !isRefused && (name === "*/*" || name === `${family}/*` || name === type.toLowerCase());
  });
  if (!isAccepted) throw new NotAcceptableException(type, header);
}

function mediaType(header: string): string {
  return (header.split(";", 1)[0] ?? "").trim().toLowerCase();
}

function hasBody({ body }: IncomingRequest): boolean {
  if (body === undefined || body === null || body === "") return false;
  return !(body instanceof Uint8Array) || body.length > 0;
}
