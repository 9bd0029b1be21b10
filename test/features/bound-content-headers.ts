import { member, model, operation, structure } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { readsRequest, request, response } from "./support/wants.js";

const bytes = new Uint8Array([1, 2]);

/** Members bound to headers that HTTP knows: a bound Content-Type wins over that of the protocol. */
export const feature: Feature = {
  given: model({
    Put: operation("/blob", { method: "PUT", input: "Upload", output: "Download" }),
    Post: operation("/json", { input: "Document", output: "Document" }),
    Upload: structure({
      body: member("Blob", { httpPayload: {} }),
      type: member("String", { httpHeader: "Content-Type" }),
      accept: member("String", { httpHeader: "Accept" }),
      range: member("String", { httpHeader: "Range" }),
      size: member("Long", { httpHeader: "Content-Length" }),
    }),
    Download: structure({
      body: member("Blob", { httpPayload: {} }),
      type: member("String", { httpHeader: "Content-Type" }),
      size: member("Long", { httpHeader: "Content-Length" }),
      range: member("String", { httpHeader: "Content-Range" }),
    }),
    Document: structure({
      text: "String",
      type: member("String", { httpHeader: "Content-Type" }),
    }),
  }),
  want: [
    request("Put", { body: bytes }, "PUT /blob", {
      headers: { "content-type": "application/octet-stream" },
      body: bytes,
      read: { body: bytes, type: "application/octet-stream" },
    }),
    request(
      "Put",
      { body: bytes, type: "image/png", accept: "a/b", range: "bytes=0-1", size: 2 },
      "PUT /blob",
      {
        headers: {
          "content-type": "image/png",
          accept: "a/b",
          range: "bytes=0-1",
          "content-length": "2",
        },
        body: bytes,
      },
    ),
    request("Put", { type: "image/png" }, "PUT /blob", {
      headers: { "content-type": "image/png" },
    }),
    response("Put", { body: bytes, type: "image/png", size: 2, range: "bytes 0-1/9" }, 200, {
      headers: {
        "content-type": "image/png",
        "content-length": "2",
        "content-range": "bytes 0-1/9",
      },
      body: bytes,
    }),
    request("Post", { text: "a", type: "application/x-json" }, "POST /json", {
      headers: { "content-type": "application/x-json" },
      body: { text: "a" },
    }),
    // Header names are in any case.
    readsRequest(
      "Put",
      "PUT /blob",
      { headers: { "CONTENT-TYPE": "text/html", Range: "bytes=1-" }, body: bytes },
      { body: bytes, type: "text/html", range: "bytes=1-" },
    ),
    response("Post", { text: "a", type: "application/x-json" }, 200, {
      headers: { "content-type": "application/x-json" },
      body: { text: "a" },
    }),
  ],
};
