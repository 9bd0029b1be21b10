import { createHash } from "node:crypto";
import { member, model, operation, structure } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { json, request } from "./support/wants.js";

const md5 = (body: string): string => createHash("md5").update(body).digest("base64");
const traits = { httpChecksumRequired: {} };

/** Operations that want a checksum of their body in the header Content-MD5. */
export const feature: Feature = {
  given: model({
    Do: operation("/do", { input: "Body", traits }),
    Put: operation("/put", { input: "Payload", traits }),
    Body: structure({ text: "String" }),
    Payload: structure({ body: member("Blob", { httpPayload: {} }) }),
  }),
  want: [
    request("Do", { text: "ü" }, "POST /do", {
      headers: { ...json, "content-md5": md5('{"text":"ü"}') },
      body: '{"text":"ü"}',
    }),
    request("Put", { body: new TextEncoder().encode("abc") }, "POST /put", {
      headers: { "content-type": "application/octet-stream", "content-md5": md5("abc") },
      body: new TextEncoder().encode("abc"),
    }),
  ],
};
