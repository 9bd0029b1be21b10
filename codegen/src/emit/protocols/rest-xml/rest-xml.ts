import { routeTree } from "../../bindings/http/router.js";
import { code } from "../../code/code.js";
import { runtime } from "../../code/runtime.js";
import { publicXmlCodec, xmlCodec } from "../../wire/xml/codec.js";
import { eventFunctions } from "../../wire/tree/event-stream.js";
import { json } from "../../wire/tree/tree-format.js";
import { xmlEventDocuments } from "../../wire/xml/event-documents.js";
import type { Protocol } from "../protocol.js";
import { restErrorFunctions } from "../rest/error-codec.js";
import { restOperation } from "../rest/rest.js";
import { xmlBodies } from "./xml-bodies.js";

/** AWS restXml: HTTP bindings, and XML in bodies. */
export const restXml: Protocol = {
  publicCodec: publicXmlCodec,
  messagesAreJson: false,
  codec: (shape) => [
    ...xmlCodec(shape),
    // The headers of events, and payloads that are text or bytes, are the same as with JSON.
    ...(shape.kind === "union" && shape.streaming
      ? eventFunctions(shape, json, xmlEventDocuments)
      : []),
  ],
  operation: (operation, { exceptionName, noErrorWrapping }) =>
    restOperation(operation, exceptionName, xmlBodies(!noErrorWrapping)),
  error: (shape, { noErrorWrapping }) => restErrorFunctions(shape, xmlBodies(!noErrorWrapping)),
  server: {
    router: routeTree,
    errorWriter: ({ noErrorWrapping }) =>
      code`${runtime(noErrorWrapping ? "writeUnwrappedXmlError" : "writeXmlError")}`,
    folder: "rest-xml",
    signals: { mediaType: "application/xml" },
  },
};
