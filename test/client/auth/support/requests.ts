import type { HttpRequest } from "@smithy/types";
import fc from "fast-check";

const text = fc.string({ unit: "binary", maxLength: 8 });
const name = fc.stringMatching(/^x-[a-z0-9-]{1,10}$/).filter((given) => !given.startsWith("x-amz"));
const value = fc.stringMatching(/^[!-~]([ -~]{0,12}[!-~])?$/);

/** A path as it is sent, perhaps with empty segments. */
const path = fc
  .array(fc.oneof(text.map(encodeURIComponent), fc.constantFrom("", "a+b", "~", "*")), {
    maxLength: 5,
  })
  .filter((segments) => !segments.some((segment) => /^\.+$/.test(segment)))
  .map((segments) => `/${segments.join("/")}`);

const query = fc.dictionary(
  fc.string({ unit: "binary", minLength: 1, maxLength: 8 }),
  fc.oneof(text, fc.array(text, { minLength: 1, maxLength: 3 })),
  { maxKeys: 5, noNullPrototype: true },
);

const headers = fc.dictionary(
  fc.oneof(name, fc.constantFrom("content-type", "user-agent", "x-amz-target", "expect")),
  value,
  { maxKeys: 5, noNullPrototype: true },
);

/** Requests as serializers return them. */
export const requests: fc.Arbitrary<HttpRequest> = fc.record({
  method: fc.constantFrom("GET", "POST", "PUT", "DELETE"),
  protocol: fc.constant("https:"),
  hostname: fc.constantFrom("example.com", "a.b-c.amazonaws.com", "127.0.0.1"),
  path,
  query,
  headers,
  body: fc.oneof(text, fc.uint8Array({ maxLength: 20 }), fc.constant(undefined)),
});
