import type { Service } from "../../../ir/service.js";
import { propertyKey } from "../../code/access.js";
import { code, commas, literal, type Code } from "../../code/code.js";
import type { Declaration } from "../../code/declarations.js";
import { operationName } from "../../code/operation-references.js";
import { runtime, type HelperName } from "../../code/runtime.js";
import { cbor, jsonWithTexts, type TreeFormat } from "../../wire/tree/tree-format.js";
import { rpcProtocol } from "../rpc/rpc.js";
import type { Protocol } from "../protocol.js";

/** Smithy RPC v2 CBOR: paths name the service and the operation. */
export const rpcV2Cbor: Protocol = rpcV2("cbor", cbor, {
  request: "rpcV2CborRequest",
  response: "rpcV2CborResponse",
  open: "openCborResponse",
  error: "rpcV2CborError",
});

/** Smithy RPC v2 JSON, which differs in the format of bodies. */
export const rpcV2Json: Protocol = rpcV2("json", jsonWithTexts, {
  request: "rpcV2JsonRequest",
  response: "rpcV2JsonResponse",
  open: "openResponse",
  error: "rpcV2JsonError",
});

type Functions = Readonly<Record<"request" | "response" | "open" | "error", HelperName>>;

function rpcV2(name: "cbor" | "json", format: TreeFormat, functions: Functions): Protocol {
  const header = literal(`rpc-v2-${name}`);
  return rpcProtocol({
    format,
    contentType: `application/${name}`,
    folder: `rpc-v2-${name}`,
    header: { header: "smithy-protocol", value: `rpc-v2-${name}` },
    alwaysHasBody: false,
    request: ({ operation }, body, headers) => {
      const more = headers === undefined ? [] : [headers];
      const parts = commas([literal(operation.http.uri), body, ...more]);
      return code`${runtime(functions.request)}(${parts})`;
    },
    response: (body) => code`${runtime(functions.response)}(${body})`,
    expectOperation: ({ service, operation }) => {
      const parts = commas([literal(service.shapeName), header, literal(operation.name)]);
      return code`${runtime("expectRpcV2")}(request, ${parts});`;
    },
    router: (service) => router(service, header),
    openResponse: code`${runtime(functions.open)}`,
    errorWriter: code`${runtime(functions.error)}`,
  });
}

function router(
  service: Service,
  header: Code,
): { readonly declarations: Declaration[]; readonly body: Code } {
  const names = service.operations.map(
    ({ name, symbol }) => code`${propertyKey(name)}: ${literal(symbol)}`,
  );
  const parts = [code`operations`, literal(service.shapeName), header, code`request`];
  return {
    declarations: [
      {
        kind: "const",
        name: "operations",
        docs: "",
        exported: false,
        type: code`Readonly<Record<string, ${operationName}>>`,
        value: code`{ ${commas(names)} }`,
      },
    ],
    body: code`return ${runtime("matchRpcV2")}(${commas(parts)});`,
  };
}
