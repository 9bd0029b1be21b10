import fc from "fast-check";
import type {
  RequestMessage,
  ResponseMessage,
} from "../../../../scripts/site/playground/workers/protocol.js";

const token = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
const headers = fc.dictionary(token, fc.stringMatching(/^[!-~](?:[ -~]*[!-~])?$/), {
  noNullPrototype: true,
  maxKeys: 3,
});
const body = fc.oneof(
  fc.constant(undefined),
  fc.stringMatching(/^[a-z<][a-z<> ]{1,20}$/),
  // Bytes that are no text.
  fc.uint8Array({ maxLength: 20 }).map((bytes) => Uint8Array.of(0, ...bytes)),
);

/** Requests whose text says all of them. */
export const requestOf: fc.Arbitrary<RequestMessage> = fc.record({
  method: fc.constantFrom("GET", "POST"),
  path: fc.array(fc.webSegment(), { maxLength: 3 }).map((parts) => `/${parts.join("/")}`),
  query: fc.dictionary(
    fc.string({ minLength: 1, unit: "grapheme" }),
    fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constant(null),
      fc.array(fc.string(), { minLength: 2, maxLength: 3 }),
    ),
    { noNullPrototype: true, maxKeys: 3 },
  ),
  headers,
  body,
});

export const responseOf: fc.Arbitrary<ResponseMessage> = fc.record({
  statusCode: fc.integer({ min: 100, max: 599 }),
  headers,
  body,
});
