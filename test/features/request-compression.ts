import { expect } from "vitest";
import { gunzipSync, gzipSync } from "node:zlib";
import { operationOf } from "../codegen/support/generated.js";
import { member, model, operation, structure } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { check, json, jsonBody, request } from "./support/wants.js";

const text = "a".repeat(10_240);
const gzip = (body: Uint8Array): Uint8Array => gzipSync(body);
const traits = { requestCompression: { encodings: ["gzip"] } };

/** Bodies that are compressed from a size on, where the caller brings what compresses. */
export const feature: Feature = {
  given: model({
    Do: operation("/do", { input: "Body", traits }),
    Body: structure({
      text: "String",
      encoding: member("String", { httpHeader: "Content-Encoding" }),
    }),
  }),
  want: [
    request("Do", { text }, "POST /do", jsonBody({ text })),
    request("Do", { text: "a" }, "POST /do", { ...jsonBody({ text: "a" }), options: { gzip } }),
    check("a large body is compressed, which a header says after what stands there", (exports) => {
      const { serializeRequest } = operationOf(exports, "Do");
      const { headers, body } = serializeRequest({ text, encoding: "custom" }, { gzip });
      expect(headers).toEqual({ ...json, "content-encoding": "custom, gzip" });
      expect(gunzipSync(body as Uint8Array).toString()).toBe(JSON.stringify({ text }));
      expect(serializeRequest({ text }, { gzip })["headers"]).toEqual({
        ...json,
        "content-encoding": "gzip",
      });
    }),
    check("the size is the caller's to choose, within bounds", (exports) => {
      const { serializeRequest } = operationOf(exports, "Do");
      const small = serializeRequest({ text: "a" }, { gzip, minCompressionSize: 12 });
      expect(gunzipSync(small["body"] as Uint8Array).toString()).toBe('{"text":"a"}');
      const same = serializeRequest({ text: "a" }, { gzip, minCompressionSize: 13 });
      expect(same["body"]).toBe('{"text":"a"}');
      for (const minCompressionSize of [-1, 10_485_761]) {
        expect(() => serializeRequest({}, { gzip, minCompressionSize })).toThrow(
          /minCompressionSize/,
        );
      }
    }),
  ],
};
