import { code } from "../../code/code.js";
import { runtime } from "../../code/runtime.js";
import { publicTreeCodec, treeCodec } from "../../wire/tree/codec.js";
import { eventFunctions } from "../../wire/tree/event-stream.js";
import { json } from "../../wire/tree/tree-format.js";
import { routeTree } from "../../bindings/http/router.js";
import type { Protocol } from "../protocol.js";
import { restErrorFunctions } from "../rest/error-codec.js";
import { restOperation } from "../rest/rest.js";
import { jsonBodies } from "./json-bodies.js";

/** AWS restJson1: HTTP bindings, and JSON in bodies. */
export const restJson1: Protocol = {
  messagesAreJson: true,
  publicCodec: (shape) => publicTreeCodec(shape, json),
  codec: (shape) => [
    ...treeCodec(shape, json),
    ...(shape.kind === "union" && shape.streaming ? eventFunctions(shape, json) : []),
  ],
  operation: (operation, { exceptionName }) => restOperation(operation, exceptionName, jsonBodies),
  error: (shape) => restErrorFunctions(shape, jsonBodies),
  server: {
    router: routeTree,
    errorWriter: code`${runtime("errorResponse")}`,
    folder: "rest-json-1",
    signals: { mediaType: jsonBodies.mediaType },
  },
};
