import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { expectSame } from "../properties/same.js";
import { compared, isChangedBySdk } from "./support/compare-requests.js";
import { decorations } from "./support/decorate-xml.js";
import { openPeers, type Peers } from "./support/open-peers.js";
import { withPlainBytes } from "./support/plain-bytes.js";
import { isBlankLine } from "./support/text-in-xml.js";
import { xmlServices } from "./support/xml-services.js";

/*
 * In the protocols of XML and of forms, our client sends what the SDK's sends, and reads what the
 * SDK's reads.
 */

describe.each(xmlServices)("%s", (name, aws) => {
  let peers: Peers;
  beforeAll(async () => {
    peers = await openPeers(`sdk-${name}`, aws);
  });

  it("is sent the SDK's requests", async () => {
    const nothing = { statusCode: 200, headers: {}, body: "" };
    for (const { symbol } of peers.service.operations) {
      await fc.assert(
        fc.asyncProperty(peers.values("inputOf", symbol), async (input) => {
          fc.pre(!isChangedBySdk(input));
          // A token that the client draws differs from call to call.
          const sent = symbol === "RunInstances" ? { ClientToken: "t", ...input } : input;
          const theirs = await peers.call("theirs", symbol, sent, nothing);
          const ours = await peers.call("ours", symbol, sent, nothing);
          expect(theirs.requests).toHaveLength(1);
          expectSame(compared(ours.requests), compared(theirs.requests));
        }),
        { numRuns: 60 },
      );
    }
  });

  it("gives the SDK's outputs", async () => {
    for (const { symbol } of peers.service.operations) {
      await fc.assert(
        fc.asyncProperty(
          peers.values("outputOf", symbol),
          decorations(),
          async (output, decorate) => {
            fc.pre(!isMisreadBySdk(output));
            const plain = peers.answerOf(symbol, output);
            const answer = { ...plain, body: decorate(plain.body as string) };
            const theirs = await peers.call("theirs", symbol, peers.inputOf(symbol), answer);
            const ours = await peers.call("ours", symbol, peers.inputOf(symbol), answer);
            expect({ ours: ours.error, theirs: theirs.error }).toEqual({});
            expectSame(ours.output, withPlainBytes(theirs.output));
            expectSame(ours.output, output);
            expect(theirs.metadata).toMatchObject(ours.metadata as object);
          },
        ),
        { numRuns: 60 },
      );
    }
  });
});

/** Whether the SDK loses a part of an output. */
function isMisreadBySdk(value: unknown): boolean {
  if (typeof value === "string") return isBlankLine(value);
  if (value instanceof Uint8Array || typeof value !== "object" || value === null) return false;
  return isChangedBySdk(value) || Object.entries(value).flat().some(isMisreadBySdk);
}
