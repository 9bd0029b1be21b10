import { entriesOf } from "../http/messages.js";
import { readHeader } from "../http/headers.js";
import { decodeQuery, splitUrl } from "../http/url.js";
import type { FetchRequest } from "../http/fetch.js";
import type { IncomingHeaders, IncomingRequest } from "../types.js";
import { makeHandler } from "./create-handler.js";
import type { Handler, HandlerOptions, ServerRequest, ServerService } from "./server-types.js";

/** What requests of a protocol have in common. */
export interface ProtocolSignals {
  /** The header that all requests have; absent if only method and path name the operation. */
  readonly header?: "smithy-protocol" | "x-amz-target";
  /** The value of the header, if that is the same for all operations. */
  readonly value?: string;
  /** The media type of bodies. */
  readonly mediaType: string;
}

/** What a server knows of a service in one of several protocols; the rest is the same in all of them. */
export interface ServerProtocol extends Pick<
  ServerService,
  "operations" | "matchOperation" | "serializeError" | "writeError" | "streaming" | "encoded"
> {
  readonly signals: ProtocolSignals;
}

/** A protocol, and what answers its requests. */
interface Answering<User> {
  readonly protocol: ServerProtocol;
  readonly handler: Handler<User>;
}

/**
 * Returns a handler of requests in several protocols.
 * @param service the service in the first protocol
 * @param signals those of the first protocol
 * @param others the other protocols
 * @param functions the functions of operations by the operations' names
 * @throws TypeError if a function is not one, or has the name of no operation
 */
export function makeHandlerOfProtocols<User>(
  service: ServerService,
  signals: ProtocolSignals,
  others: readonly ServerProtocol[],
  functions: object,
  options: HandlerOptions<User>,
): Handler<User> {
  const first = {
    protocol: { ...service, signals },
    handler: makeHandler(service, functions, options),
  };
  const all: readonly Answering<User>[] = [
    first,
    ...others.map((protocol) => ({
      protocol,
      handler: makeHandler({ ...service, ...protocol }, functions, options),
    })),
  ];
  const find = (headers: unknown, request: () => IncomingRequest): Handler<User> => {
    try {
      return choose(all, { headers: entriesOf({ headers } as Headed, "headers") }, request).handler;
    } catch {
      // The handler finds what is wrong with the message, and answers that.
      return first.handler;
    }
  };
  return {
    handle: (request, given) =>
      find((request as ServerRequest | undefined)?.headers, () => decoded(request)).handle(
        request,
        given,
      ),
    fetch: (request, context) =>
      find((request as FetchRequest | undefined)?.headers, () => headOf(request)).fetch(
        request,
        context,
      ),
  };
}

type Headed = IncomingRequest & { readonly headers: IncomingHeaders };

/**
 * Finds the protocol of a request, the most precise signal first (Smithy 2.0, "Wire protocol
 * selection"). A request of none gets the error of the one that it resembles.
 * @param head the headers of the request
 * @param request returns the request without its body
 */
function choose<User>(
  all: readonly Answering<User>[],
  head: { readonly headers: Record<string, unknown> },
  request: () => IncomingRequest,
): Answering<User> {
  const header = (name: string): string | undefined => readHeader(head as Headed, name);
  const name = header("smithy-protocol");
  const named = all.find(
    ({ protocol: { signals } }) => signals.header === "smithy-protocol" && signals.value === name,
  );
  if (named !== undefined) return named;
  const type = mediaType(header("content-type") ?? "");
  const ofType = (some: readonly Answering<User>[]): Answering<User> | undefined =>
    some.find(({ protocol: { signals } }) => signals.mediaType === type);
  const targeted = all.filter(({ protocol: { signals } }) => signals.header === "x-amz-target");
  const [target] = targeted;
  if (target !== undefined && header("x-amz-target") !== undefined)
    return ofType(targeted) ?? target;
  const routed = all.filter(({ protocol: { signals } }) => signals.header === undefined);
  const candidates = routed.length === 0 ? all : routed;
  const chosen =
    ofType(candidates) ??
    accepted(candidates, header("accept") ?? "") ??
    (candidates[0] as Answering<User>);
  const resembled = candidates === all ? undefined : ofType(all);
  // A body of an operation can be of any type, also of that of another protocol.
  return resembled === undefined ||
    resembled === chosen ||
    chosen.protocol.matchOperation(request()) !== undefined
    ? chosen
    : resembled;
}

/** Finds the protocol of the first media type that a client accepts. */
function accepted<User>(
  all: readonly Answering<User>[],
  accept: string,
): Answering<User> | undefined {
  for (const range of accept.split(",")) {
    const found = all.find(({ protocol: { signals } }) => signals.mediaType === mediaType(range));
    if (found !== undefined) return found;
  }
  return undefined;
}

function mediaType(text: string): string {
  return (text.split(";", 1)[0] ?? "").trim().toLowerCase();
}

function decoded(request: ServerRequest): IncomingRequest {
  const { method, path, query } = request;
  return { method, path, query: typeof query === "string" ? decodeQuery(query) : query };
}

function headOf(request: FetchRequest): IncomingRequest {
  const { method, url } = request as { readonly method: string; readonly url: string };
  return decoded({ method, ...splitUrl(url) });
}
