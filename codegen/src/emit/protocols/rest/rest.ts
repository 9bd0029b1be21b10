import type { Operation } from "../../../ir/service.js";
import { uriConstant } from "../../bindings/http/uri.js";
import type { Declaration } from "../../code/declarations.js";
import { errorsConstant } from "../operation-functions.js";
import type { BodyFormat } from "./body-format.js";
import { deserializeRequest } from "./request-reader.js";
import { serializeRequest } from "./request-writer.js";
import { deserializeResponse, serializeResponse } from "./response.js";

/** Returns the constants and functions of an operation of a protocol with HTTP bindings. */
export function restOperation(
  operation: Operation,
  exceptionName: string,
  format: BodyFormat,
): Declaration[] {
  return [
    uriConstant(operation),
    errorsConstant(operation),
    serializeRequest(operation, format),
    deserializeResponse(operation, exceptionName, format),
    deserializeRequest(operation, format),
    serializeResponse(operation, format),
  ];
}
