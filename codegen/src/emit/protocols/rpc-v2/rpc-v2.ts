import type { Service } from "../../../ir/service.js";
import { propertyKey } from "../../code/access.js";
import { code, commas, literal, type Code } from "../../code/code.js";
import type { Declaration } from "../../code/declarations.js";
import { runtime } from "../../code/runtime.js";
import { jsonWithTexts } from "../../wire/tree/tree-format.js";
import { rpcProtocol } from "../rpc/rpc.js";
import type { Protocol } from "../protocol.js";

const protocolHeader = literal("rpc-v2-json");

/** Smithy RPC v2 JSON: paths name the service and the operation. */
export const rpcV2Json: Protocol = rpcProtocol({
  format: jsonWithTexts,
  contentType: "application/json",
  alwaysHasBody: false,
  request: ({ operation }, body, headers) => {
    const parts = [literal(operation.http.uri), body, ...(headers === undefined ? [] : [headers])];
    return code`${runtime("rpcV2JsonRequest")}(${commas(parts)})`;
  },
  response: (body) => code`${runtime("rpcV2JsonResponse")}(${body})`,
  expectOperation: ({ service, operation }) => {
    const parts = [literal(service.shapeName), protocolHeader, literal(operation.name)];
    return code`${runtime("expectRpcV2")}(request, ${commas(parts)});`;
  },
  router,
  errorWriter: code`${runtime("rpcV2JsonError")}`,
});

function router(service: Service): { readonly declarations: Declaration[]; readonly body: Code } {
  const names = service.operations.map(
    ({ name, symbol }) => code`${propertyKey(name)}: ${literal(symbol)}`,
  );
  const parts = [code`operations`, literal(service.shapeName), protocolHeader, code`request`];
  return {
    declarations: [
      {
        kind: "const",
        name: "operations",
        docs: "",
        exported: false,
        type: code`Readonly<Record<string, OperationName>>`,
        value: code`{ ${commas(names)} }`,
      },
    ],
    body: code`return ${runtime("matchRpcV2")}(${commas(parts)});`,
  };
}
