import { code } from "../../code/code.js";
import { runtime } from "../../code/runtime.js";
import { publicTreeCodec, treeCodec } from "../../wire/tree/codec.js";
import { eventFunctions } from "../../wire/tree/event-stream.js";
import { json } from "../../wire/tree/tree-format.js";
import { uriConstant } from "../../bindings/http/uri.js";
import { errorsConstant } from "../operation-functions.js";
import type { Protocol } from "../protocol.js";
import { restJsonErrorFunctions } from "./error-codec.js";
import { deserializeRequest } from "./request-reader.js";
import { serializeRequest } from "./request-writer.js";
import { deserializeResponse, serializeResponse } from "./response.js";
import { routeTree } from "../../bindings/http/router.js";

/** AWS restJson1: HTTP bindings, and JSON in bodies. */
export const restJson1: Protocol = {
  publicCodec: publicTreeCodec,
  codec: (shape) => [
    ...treeCodec(shape, json),
    ...(shape.kind === "union" && shape.streaming ? eventFunctions(shape, json) : []),
  ],
  operation: (operation, { exceptionName }) => [
    uriConstant(operation),
    errorsConstant(operation),
    serializeRequest(operation),
    deserializeResponse(operation, exceptionName),
    deserializeRequest(operation),
    serializeResponse(operation),
  ],
  error: restJsonErrorFunctions,
  router: routeTree,
  errorWriter: code`${runtime("errorResponse")}`,
};
