import type { FetchRequest } from "../http/fetch.js";
import { readHeader } from "../http/headers.js";
import { entriesOf } from "../http/messages.js";
import { decodeQuery, splitUrl } from "../http/url.js";
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

/** What a server knows of a service in one of several protocols. The rest is the same in all of them. */
export interface ServerProtocol extends Pick<
  ServerService,
  | "operations"
  | "matchOperation"
  | "serializeError"
  | "writeError"
  | "streaming"
  | "encoded"
  | "bucketToPath"
> {
  readonly signals: ProtocolSignals;
}

/** The part of a protocol's server that tells and answers its requests. */
interface Answering<User> extends ProtocolSignals, Pick<ServerService, "matchOperation"> {
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
  const answering = (protocol: ServerProtocol): Answering<User> => ({
    ...protocol.signals,
    matchOperation: protocol.matchOperation,
    handler: makeHandler({ ...service, ...protocol }, functions, options),
  });
  const first = answering({ ...service, signals });
  const further = others.map(answering);
  const handlerOf = (message: unknown, head: () => IncomingRequest): Handler<User> => {
    try {
      const headers = entriesOf(message as IncomingRequest, "headers");
      return choose(first, further, { path: "", headers: headers as IncomingHeaders }, head)
        .handler;
    } catch {
      // The handler finds what is wrong with the message, and answers that.
      return first.handler;
    }
  };
  return {
    handle: (request, given) => handlerOf(request, () => headOf(request)).handle(request, given),
    fetch: (request, context) =>
      handlerOf(request, () => headOfFetch(request)).fetch(request, context),
  };
}

/**
 * Finds the protocol of a request, the most precise signal first (Smithy 2.0, "Wire protocol
 * selection"). A request that is of none gets the error of the one that it resembles most.
 * @param head returns the request without its body
 */
function choose<User>(
  first: Answering<User>,
  others: readonly Answering<User>[],
  message: IncomingRequest,
  head: () => IncomingRequest,
): Answering<User> {
  const all = [first, ...others];
  const name = readHeader(message, "smithy-protocol");
  const named = all.find(({ header, value }) => header === "smithy-protocol" && value === name);
  if (named !== undefined) return named;

  const type = mediaTypeOf(readHeader(message, "content-type") ?? "");
  const targeted = all.filter(({ header }) => header === "x-amz-target");
  const [target] = targeted;
  if (target !== undefined && readHeader(message, "x-amz-target") !== undefined)
    return ofType(targeted, type) ?? target;

  const routed = all.filter(({ header }) => header === undefined);
  const candidates = routed.length > 0 ? routed : all;
  const found = ofType(candidates, type);
  if (found !== undefined) return found;
  const accept = readHeader(message, "accept") ?? "";
  const chosen = ofTypes(candidates, accept) ?? candidates[0] ?? first;
  const other = ofType(all, type);
  // The body of an operation can be of any type, also of that of another protocol.
  return other === undefined || chosen.matchOperation(head()) !== undefined ? chosen : other;
}

function ofType<User>(all: readonly Answering<User>[], type: string): Answering<User> | undefined {
  return all.find(({ mediaType }) => mediaType === type);
}

/** Finds the protocol of the first media type that a client accepts. */
function ofTypes<User>(
  all: readonly Answering<User>[],
  accept: string,
): Answering<User> | undefined {
  for (const range of accept.split(",")) {
    const found = ofType(all, mediaTypeOf(range));
    if (found !== undefined) return found;
  }
  return undefined;
}

function mediaTypeOf(text: string): string {
  return (text.split(";", 1)[0] ?? "").trim().toLowerCase();
}

function headOf({ method, path, query }: ServerRequest): IncomingRequest {
  return { method, path, query: typeof query === "string" ? decodeQuery(query) : query };
}

function headOfFetch(request: FetchRequest): IncomingRequest {
  const { method, url } = request as { readonly method: string; readonly url: string };
  return headOf({ method, ...splitUrl(url) });
}
