import { expect } from "vitest";
import { operationOf } from "../codegen/support/generated.js";
import { member, model, operation, structure } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { check, request } from "./support/wants.js";

const token = { idempotencyToken: {} };
const headers = { "content-type": "application/xml" };

/** Tokens among the elements of a body: each is made up once, and has its place in the model's order. */
export const feature: Feature = {
  given: model(
    {
      Whole: operation("/whole", { input: "InWhole" }),
      Split: operation("/split/{id}", { input: "InSplit", output: "InSplit" }),
      Shared: operation("/shared", { input: "Both", output: "Both" }),
      InWhole: structure({ a: "String", one: member("String", token), z: "String" }),
      InSplit: structure({
        id: member("String", { httpLabel: {}, required: {} }),
        one: member("String", token),
        two: member("String", { ...token, xmlAttribute: {} }),
      }),
      // In a request, the status is in the body, too.
      Both: structure({
        code: member("Integer", { httpResponseCode: {} }),
        one: member("String", token),
      }),
    },
    { traits: { "aws.protocols#restXml": {} } },
  ),
  want: [
    request("Whole", { a: "b", z: "y" }, "POST /whole", {
      headers,
      body: "<InWhole><a>b</a><one>T</one><z>y</z></InWhole>",
      options: { idempotencyToken: () => "T" },
      read: { a: "b", one: "T", z: "y" },
    }),
    request("Split", { id: "i", one: "mine" }, "POST /split/i", {
      headers,
      body: '<InSplit two="T"><one>mine</one></InSplit>',
      options: { idempotencyToken: () => "T" },
      read: { id: "i", one: "mine", two: "T" },
    }),
    request("Shared", { code: 3 }, "POST /shared", {
      headers,
      body: "<Both><code>3</code><one>T</one></Both>",
      options: { idempotencyToken: () => "T" },
      read: { code: 3, one: "T" },
    }),
    check("the input stays as it is, and each token is made up once", (exports) => {
      let calls = 0;
      const options = { idempotencyToken: () => `T${++calls}` };
      const input = Object.freeze({ id: "i" });
      const { serializeRequest } = operationOf(exports, "Split");
      expect(serializeRequest(input, options)["body"]).toMatch(/two="T2".*<one>T1<\/one>/);
      expect(calls).toBe(2);
      serializeRequest({ id: "i", one: "mine", two: "mine" }, options);
      expect(calls).toBe(2);
      const shared = operationOf(exports, "Shared").serializeRequest({ code: 3 }, options);
      expect(shared["body"]).toContain("<one>T3</one>");
      expect(calls).toBe(3);
    }),
  ],
};
