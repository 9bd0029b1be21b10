import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { expectSame } from "../properties/same.js";
import { compared } from "./support/compare-requests.js";
import { decorations } from "./support/decorate-xml.js";
import { errorAnswers, errorForms } from "./support/xml-errors.js";
import { knownDifferences } from "./support/xml-differences.js";
import { openPeers, type Exchange, type Peers } from "./support/open-peers.js";
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
    for (const { symbol } of peers.service.operations) {
      await fc.assert(
        fc.asyncProperty(peers.values("inputOf", symbol), async (input) => {
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

  it("gives the SDK's errors", async () => {
    await fc.assert(
      fc.asyncProperty(
        errorAnswers(aws.protocol, peers.service),
        async ({ symbol, name, answer }) => {
          const theirs = await peers.call("theirs", symbol, peers.inputOf(symbol), answer);
          const ours = await peers.call("ours", symbol, peers.inputOf(symbol), answer);
          expect(summary(ours)).toEqual(summary(theirs));
          expect(ours.error).toMatchObject({ name, $metadata: { requestId: "header-id" } });
          const Class = peers.index[name] as undefined | (new () => Error);
          if (Class !== undefined) expect(ours.error).toBeInstanceOf(Class);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("is asked again whenever the SDK asks again", async () => {
    const { symbol } = peers.service.operations[0] ?? { symbol: "" };
    const form = aws.protocol === "ec2Query" ? errorForms.ec2 : errorForms.wrapped;
    for (const [statusCode, code] of retried) {
      const error = `<Code>${code}</Code><Message>The message.</Message>`;
      const body = code === "" ? "" : form(error, "id");
      const answer = { statusCode, headers: { "content-type": "text/xml" }, body };
      const theirs = await peers.call("theirs", symbol, peers.inputOf(symbol), answer, 2);
      const ours = await peers.call("ours", symbol, peers.inputOf(symbol), answer, 2);
      expect([statusCode, code, ours.requests.length]).toEqual([
        statusCode,
        code,
        theirs.requests.length,
      ]);
    }
  });

  const known = knownDifferences.filter(({ service }) => service === name);
  it.each(known.map((each) => [each.sdk, each.reason, each] as const))(
    "%s (not followed: %s)",
    async (_, __, { operation, input, answer = nothing, theirs, ours }) => {
      const sent = { ...peers.inputOf(operation), ...input };
      expect(await peers.call("theirs", operation, sent, answer)).toMatchObject(theirs);
      expect(await peers.call("ours", operation, sent, answer)).toMatchObject(ours);
    },
  );
});

const nothing = { statusCode: 200, headers: {}, body: "" };

/** Statuses and codes of answers, some of which are worth a second attempt. */
const retried: readonly (readonly [statusCode: number, code: string])[] = [
  ...[301, 400, 403, 404, 429, 500, 501, 502, 503, 504].map((status) => [status, ""] as const),
  ...["Throttling", "RequestLimitExceeded", "SlowDown", "RequestTimeout", "Later"].map(
    (code) => [400, code] as const,
  ),
  [503, "ServiceUnavailable"],
];

interface ServiceError extends Error {
  readonly $fault: string;
  readonly $metadata: { readonly httpStatusCode: number; readonly requestId: string };
}

/** What every error tells. */
function summary({ error }: Exchange): unknown {
  const { name, message, $fault, $metadata } = error as unknown as ServiceError;
  const { httpStatusCode, requestId } = $metadata;
  return { name, message, $fault, httpStatusCode, requestId };
}

/** Whether the SDK loses a part of an output. */
function isMisreadBySdk(value: unknown): boolean {
  if (typeof value === "string") return isBlankLine(value);
  if (value instanceof Uint8Array || typeof value !== "object" || value === null) return false;
  return Object.entries(value).flat().some(isMisreadBySdk);
}
