import type { Service } from "../../ir/service.js";
import { code, join, literal } from "../code/code.js";
import type { Declaration, Module } from "../code/declarations.js";
import { operationName } from "../code/operation-references.js";
import { runtime } from "../code/runtime.js";
import type { ServerSide } from "../protocols/protocol.js";

/** Returns the module of the function that finds the operation of a request. */
export function routerModule(service: Service, side: ServerSide): Module {
  const names = service.operations.map(({ symbol }) => literal(symbol));
  return {
    path: "router",
    source: service.id,
    declarations: [
      {
        kind: "type",
        name: operationName.name,
        docs: "The names of the operations, which are also the names of their exports.",
        exported: true,
        type: names.length === 0 ? code`never` : join(names, code` | `),
      },
      ...routerDeclarations(service, side),
    ],
  };
}

/** Returns the function that finds the operation of a request, and what it refers to. */
export function routerDeclarations(service: Service, side: ServerSide): Declaration[] {
  const { declarations, body } = side.router(service);
  return [
    ...declarations,
    {
      kind: "function",
      name: "matchOperation",
      docs: `Finds the operation of a request by its method, path and literal query parameters.

@returns the name of the operation, or \`undefined\` if no operation matches.
@throws SerializationException (400) if the request is not an object or has no path.`,
      exported: true,
      parameters: [{ name: "request", type: code`${runtime("IncomingRequest")}` }],
      returnType: code`${operationName} | undefined`,
      body,
    },
  ];
}
