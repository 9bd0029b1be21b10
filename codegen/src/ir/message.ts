import type { Member, Structure } from "./ir.js";

/** The direction of a message. Servers read requests, clients read responses. */
export type Direction = "request" | "response";

/** The members of an input, output or error by where they are in its message. */
export interface Carriers {
  readonly labels: readonly Member[];
  readonly query: readonly Member[];
  readonly queryParams: Member | undefined;
  readonly headers: readonly Member[];
  readonly prefixHeaders: Member | undefined;
  readonly payload: Member | undefined;
  readonly responseCode: Member | undefined;
  /** The members in the document that is the body, if there is no payload. */
  readonly body: readonly Member[];
}

/** The message of an input, output or error: where its members are, and what its body is. */
export interface Message extends Carriers {
  /** The media type of the payload, and whether a message must have it; `undefined` without a payload. */
  readonly payloadType: MediaType | undefined;
  /** Whether the body contains numbers that JavaScript numbers cannot represent exactly. */
  readonly isExact: boolean;
  /** Whether the payload is a stream of bytes or events. */
  readonly isStreaming: boolean;
  /** Whether a body is possible. Without one, there is not even an empty document. */
  readonly hasBody: boolean;
}

/** A media type, and whether a message must have it. */
export interface MediaType {
  readonly type: string;
  readonly isFixed: boolean;
}

/**
 * Returns the message of a structure.
 * @param statusCode the status of a response
 * @param documentType the media type of documents in the protocol
 */
export function messageOf(
  structure: Structure | undefined,
  direction: Direction,
  statusCode: number = 200,
  documentType: string = "application/json",
): Message {
  const carriers = carriersOf(structure, direction);
  const { payload, body } = carriers;
  const isNeverEmpty = direction === "response" && !bodiless.includes(statusCode);
  return {
    ...carriers,
    payloadType: payload === undefined ? undefined : payloadTypeOf(payload, documentType),
    isExact: needsExactJson(payload === undefined ? body : [payload, ...body]),
    isStreaming: isStream(payload),
    hasBody: payload !== undefined || body.length > 0 || isNeverEmpty,
  };
}

/** Members with bindings of the other direction are in the body. */
function carriersOf(structure: Structure | undefined, direction: Direction): Carriers {
  const members = structure?.members ?? [];
  const isRequest = direction === "request";
  const at = (location: Member["binding"]["location"], holds = true): Member[] =>
    holds ? members.filter(({ binding }) => binding.location === location) : [];
  const others = new Set(
    isRequest ? ["body", "responseCode"] : ["body", "label", "query", "queryParams"],
  );
  return {
    labels: at("label", isRequest),
    query: at("query", isRequest),
    queryParams: at("queryParams", isRequest)[0],
    headers: at("header"),
    prefixHeaders: at("prefixHeaders")[0],
    payload: at("payload")[0],
    responseCode: at("responseCode", !isRequest)[0],
    body: members.filter(({ binding }) => others.has(binding.location)),
  };
}

/**
 * Returns the members of a structure that are in the body of its message, if others are elsewhere.
 * The message of a structure that is not only an input is taken to be a response.
 */
export function splitBody(structure: Structure): readonly Member[] | undefined {
  const { body, payload } = carriersOf(structure, directionOf(structure));
  const isSplit = payload === undefined && body.length > 0;
  return isSplit && body.length < structure.members.length ? body : undefined;
}

function directionOf({ members }: Structure): Direction {
  const inRequest = new Set(["label", "query", "queryParams"]);
  return members.some(({ binding }) => inRequest.has(binding.location)) ? "request" : "response";
}

/** Returns whether the body of a message has the members that `splitBody` returns. */
export function isSplitBody(structure: Structure, message: Carriers): boolean {
  const split = splitBody(structure);
  return (
    split?.length === message.body.length && split.every((member) => message.body.includes(member))
  );
}

/** Returns whether all members are in the body, so that the codec of the shape is sufficient. */
export function isAllBody(structure: Structure, message: Carriers): boolean {
  return message.body.length === structure.members.length;
}

/** Statuses whose responses have no body (RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5). */
const bodiless: readonly number[] = [204, 205, 304];

/**
 * Returns the content type of a payload (AWS restJson1 and restXml, "Content-Type"), and whether
 * it is required.
 */
function payloadTypeOf(payload: Member, documentType: string): MediaType {
  const { target } = payload;
  const mediaType = "mediaType" in target ? target.mediaType : undefined;
  if (mediaType !== undefined) return { type: mediaType, isFixed: true };
  switch (target.kind) {
    case "string":
    case "enum":
      return { type: "text/plain", isFixed: true };
    case "blob":
      return { type: "application/octet-stream", isFixed: false };
    case "union":
      return target.streaming
        ? { type: "application/vnd.amazon.eventstream", isFixed: true }
        : { type: documentType, isFixed: true };
    default:
      return { type: documentType, isFixed: true };
  }
}

function isStream(payload: Member | undefined): boolean {
  const target = payload?.target;
  return (target?.kind === "blob" || target?.kind === "union") && target.streaming;
}

/** Returns whether members contain numbers that JavaScript numbers cannot represent exactly. */
export function needsExactJson(members: readonly Member[]): boolean {
  const seen = new Set<string>();
  const pending = [...members];
  for (let member = pending.pop(); member !== undefined; member = pending.pop()) {
    const { target } = member;
    if (target.kind === "bigInteger" || target.kind === "bigDecimal") return true;
    if (seen.has(target.id)) continue;
    seen.add(target.id);
    if (target.kind === "structure" || target.kind === "union") pending.push(...target.members);
    else if (target.kind === "list") pending.push(target.member);
    else if (target.kind === "map") pending.push(target.value);
  }
  return false;
}
