import { parseXmlTree } from "../../conformance/xml-trees.js";
import type { SentRequest } from "./open-peers.js";

/** Headers that say how a message is carried, who sends it and when: nothing of them is modelled. */
const headersOfTransport =
  /^(amz-sdk-.*|authorization|content-length|host|user-agent|x-amz-(content-sha256|date|user-agent))$/;

/** Requests in the form in which two are compared. */
export function compared(requests: readonly SentRequest[]): unknown {
  return requests.map(({ method, hostname, path, query, headers, body }) => {
    const entries = Object.entries(headers).map(
      ([name, value]) => [name.toLowerCase(), value] as const,
    );
    return {
      method,
      hostname,
      path,
      query: { ...query },
      headers: Object.fromEntries(entries.filter(([name]) => !headersOfTransport.test(name))),
      body: content(body),
    };
  });
}

/** A document as a tree, and a form as its parameters: the order of members has no meaning. */
function content(body: unknown): unknown {
  const text = body instanceof Uint8Array ? new TextDecoder().decode(body) : body;
  if (typeof text !== "string" || text === "") return undefined;
  if (text.startsWith("<")) return parseXmlTree(text);
  return text.split("&").sort();
}
