import type { HttpRequest, Message } from "@smithy/types";
import { marshaller } from "../../http/event-streams.js";
import type { AuthContext, SigningScope } from "../service-types.js";
import { hmac, sha256, toHex } from "./digests.js";
import { formatTime, scopeOf, signingKey } from "./sign-v4.js";

/**
 * Puts every event of a signed request into a message that is signed with the signature before it,
 * beginning with that of the request (Amazon Transcribe, "Event stream encoding").
 * @param request a signed request whose body consists of framed events and an empty end frame
 */
export function signEvents(
  request: HttpRequest,
  { config, clock }: AuthContext,
  scope: SigningScope,
): HttpRequest {
  const [signature = ""] = /\w+$/.exec(request.headers["authorization"] ?? "") ?? [];
  const events = request.body as AsyncIterable<Uint8Array>;
  const messages = sign(events, signature, scope, clock.now);
  const body: unknown = marshaller(config).serialize(messages, (message) => message);
  return { ...request, body };
}

async function* sign(
  events: AsyncIterable<Uint8Array>,
  requestSignature: string,
  scope: SigningScope,
  now: () => number,
): AsyncIterable<Message> {
  let prior = requestSignature;
  for await (const body of events) {
    const date = new Date(now());
    const time = formatTime(date);
    const signed = scopeOf(scope, time);
    const hashes = [toHex(await sha256(encodeDate(date))), toHex(await sha256(body))];
    const toSign = ["AWS4-HMAC-SHA256-PAYLOAD", time, signed, prior, ...hashes].join("\n");
    const signature = await hmac(await signingKey(scope.credentials, signed), toSign);
    prior = toHex(signature);
    yield {
      headers: {
        ":date": { type: "timestamp", value: date },
        ":chunk-signature": { type: "binary", value: signature },
      },
      body,
    };
  }
}

/** Returns the header `:date` as it is framed: the length of its name, its name, its type and its value. */
function encodeDate(date: Date): Uint8Array {
  const bytes = new Uint8Array(15);
  bytes.set([5, ...new TextEncoder().encode(":date"), 8]);
  new DataView(bytes.buffer).setBigInt64(7, BigInt(date.getTime()));
  return bytes;
}
