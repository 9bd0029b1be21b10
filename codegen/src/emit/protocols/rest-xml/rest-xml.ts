import { routeTree } from "../../bindings/http/router.js";
import { code } from "../../code/code.js";
import { runtime } from "../../code/runtime.js";
import { publicXmlCodec, xmlCodec, xmlTextReader } from "../../wire/xml/codec.js";
import type { Protocol } from "../protocol.js";
import { restErrorFunctions } from "../rest/error-codec.js";
import { restOperation } from "../rest/rest.js";
import { xmlBodies } from "./xml-bodies.js";

/** AWS restXml: HTTP bindings, and XML in bodies. */
export const restXml: Protocol = {
  publicCodec: publicXmlCodec,
  schemaReader: xmlTextReader,
  codec: xmlCodec,
  operation: (operation, { exceptionName, noErrorWrapping }) =>
    restOperation(operation, exceptionName, xmlBodies(!noErrorWrapping)),
  error: (shape, { noErrorWrapping }) => restErrorFunctions(shape, xmlBodies(!noErrorWrapping)),
  router: routeTree,
  errorWriter: ({ noErrorWrapping }) =>
    code`${runtime(noErrorWrapping ? "writeUnwrappedXmlError" : "writeXmlError")}`,
};
