import { expect } from "vitest";
import { operationOf } from "../codegen/support/generated.js";
import { member, model, operation, simple, structure } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { check, request, response, text } from "./support/wants.js";

const bytes = new Uint8Array([1, 2]);
const body = { httpPayload: {} };

/** Streaming blobs: the caller's stream is handed through as it is, whatever it is. */
export const feature: Feature = {
  given: model({
    Put: operation("/put", { method: "PUT", input: "Upload", output: "Download" }),
    Upload: structure({
      name: member("String", { httpHeader: "x-name" }),
      stream: member("Sized", { ...body, required: {} }),
    }),
    Download: structure({ stream: member("Stream", { ...body, default: "" }) }),
    Stream: simple("blob", { streaming: {} }),
    Sized: simple("blob", { streaming: {}, requiresLength: {} }),
  }),
  want: [
    text("shapes/Upload.ts", "stream: types.StreamingBody;"),
    text("shapes/Upload.ts", "The length must be known"),
    request("Put", { name: "n", stream: bytes }, "PUT /put", {
      headers: { "content-type": "application/octet-stream", "x-name": "n" },
      body: bytes,
    }),
    response("Put", { stream: bytes }, 200, {
      headers: { "content-type": "application/octet-stream" },
      body: bytes,
    }),
    check("no stream is touched on its way", (exports) => {
      const { serializeRequest, deserializeRequest, serializeResponse, deserializeResponse } =
        operationOf(exports, "Put");
      const stream = new ReadableStream();
      const sent = serializeRequest({ stream });
      expect(sent["body"]).toBe(stream);
      expect(deserializeRequest(sent)).toEqual({ stream });
      const answer = serializeResponse({ stream });
      expect(answer["body"]).toBe(stream);
      expect((deserializeResponse(answer) as { stream: unknown }).stream).toBe(stream);
    }),
    check("a stream that is not there is an empty one", (exports) => {
      const { deserializeRequest, deserializeResponse } = operationOf(exports, "Put");
      const empty = { stream: new Uint8Array() };
      expect(deserializeRequest({ method: "PUT", path: "/put" })).toEqual(empty);
      expect(deserializeResponse({ statusCode: 200 })).toEqual(empty);
    }),
  ],
};
