import type { Service } from "../../../ir/service.js";
import { propertyKey } from "../../code/access.js";
import { code, commas, literal, type Code } from "../../code/code.js";
import type { Declaration } from "../../code/declarations.js";
import { operationName } from "../../code/operation-references.js";
import { runtime } from "../../code/runtime.js";
import { json } from "../../wire/tree/tree-format.js";
import type { Call } from "../rpc/dialect.js";
import { rpcProtocol } from "../rpc/rpc.js";
import type { Protocol } from "../protocol.js";

/** AWS JSON 1.0: requests name their operation in the header x-amz-target. */
export const awsJson1_0: Protocol = awsJson("1.0", "awsJson10Error");

/** AWS JSON 1.1, which differs in its content type, and in the type of errors. */
export const awsJson1_1: Protocol = awsJson("1.1", "awsJson11Error");

function awsJson(
  version: "1.0" | "1.1",
  errorWriter: "awsJson10Error" | "awsJson11Error",
): Protocol {
  return rpcProtocol({
    format: json,
    contentType: `application/x-amz-json-${version}`,
    folder: `aws-json-${version.replace(".", "-")}`,
    header: { header: "x-amz-target" },
    alwaysHasBody: true,
    request: (call, body, headers) => {
      const parts = [
        literal(version),
        targetOf(call),
        body,
        ...(headers === undefined ? [] : [headers]),
      ];
      return code`${runtime("awsJsonRequest")}(${commas(parts)})`;
    },
    response: (body) => code`${runtime("awsJsonResponse")}(${literal(version)}, ${body})`,
    expectOperation: (call) => code`${runtime("expectTarget")}(request, ${targetOf(call)});`,
    router,
    openResponse: code`${runtime("openResponse")}`,
    errorWriter: code`${runtime(errorWriter)}`,
  });
}

function targetOf({ service, operation }: Call): Code {
  return literal(`${service.shapeName}.${operation.name}`);
}

function router(service: Service): { readonly declarations: Declaration[]; readonly body: Code } {
  const targets = service.operations.map(
    ({ name, symbol }) => code`${propertyKey(`${service.shapeName}.${name}`)}: ${literal(symbol)}`,
  );
  return {
    declarations: [
      {
        kind: "const",
        name: "targets",
        docs: "",
        exported: false,
        type: code`Readonly<Record<string, ${operationName}>>`,
        value: code`{ ${commas(targets)} }`,
      },
    ],
    body: code`return ${runtime("matchTarget")}(targets, request);`,
  };
}
