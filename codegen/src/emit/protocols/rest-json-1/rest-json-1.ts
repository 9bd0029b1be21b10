import { jsonCodec, publicJsonCodec } from "../../wire/json/codec.js";
import { uriConstant } from "../../bindings/http/uri.js";
import type { Protocol } from "../protocol.js";
import { errorFunctions } from "./error-codec.js";
import { eventFunctions } from "./event-stream.js";
import { deserializeRequest } from "./request-reader.js";
import { serializeRequest } from "./request-writer.js";
import { deserializeResponse, errorsConstant, serializeResponse } from "./response.js";

/** AWS restJson1: HTTP bindings, and JSON in bodies. */
export const restJson1: Protocol = {
  publicCodec: publicJsonCodec,
  codec: (shape) => [
    ...jsonCodec(shape),
    ...(shape.kind === "union" && shape.streaming ? eventFunctions(shape) : []),
  ],
  operation: (operation, exceptionName) => [
    uriConstant(operation),
    errorsConstant(operation),
    serializeRequest(operation),
    deserializeResponse(operation, exceptionName),
    deserializeRequest(operation),
    serializeResponse(operation),
  ],
  error: errorFunctions,
};
