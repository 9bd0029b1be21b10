import type { Operation, Service } from "../../ir/service.js";
import type { Structure } from "../../ir/ir.js";
import { code, join, type Code } from "../code/code.js";
import { docComment, inlineCode } from "../code/comment.js";
import type { Declaration, Module } from "../code/declarations.js";
import { validator } from "./shape-module.js";
import { typeReference, valueReference } from "../code/shape-references.js";
import { dataType } from "../shapes/types.js";
import type { Protocol } from "../protocols/protocol.js";

/**
 * Returns the module of an operation: its types, its four functions and the validator of its input.
 * Bundlers keep all exports of a module if its namespace is passed on, so it has nothing else.
 */
export function operationModule(
  operation: Operation,
  service: Service,
  protocol: Protocol,
): Module {
  const { input } = operation;
  return {
    path: operation.file,
    source: operation.id,
    docs: moduleDocs(operation, service.exceptionName),
    declarations: [
      ...messageTypes(operation),
      ...protocol.operation(operation, service),
      ...(input === undefined ? [] : [validator(input, "validateInput", code`Input`)]),
    ],
  };
}

/** Returns the types that have the same names for every operation. */
function messageTypes({ input, output, errors }: Operation): Declaration[] {
  const classes = errors.map((error) => code`${{ ...valueReference(error), typeOnly: true }}`);
  const types: readonly (readonly [name: string, type: Code])[] = [
    ["Input", structureType(input, typeReference)],
    ["Output", structureType(output, (shape) => dataType(shape, "received"))],
    ["Errors", classes.length === 0 ? code`never` : join(classes, code` | `)],
  ];
  return types.map(([name, type], index) => ({
    kind: "type",
    name,
    docs: "",
    exported: true,
    isAttached: index > 0,
    type,
  }));
}

/** Returns the type of an input or output: an empty object if the operation has none. */
function structureType(
  structure: Structure | undefined,
  typeOf: (structure: Structure) => ReturnType<typeof typeReference> | Code,
): Code {
  return structure === undefined ? code`Record<string, never>` : code`${typeOf(structure)}`;
}

/**
 * Returns the comment of an operation's module. Documentation tools show it on the page of the
 * namespace; editors do not show comments of modules.
 */
function moduleDocs(operation: Operation, exceptionName: string): string {
  const { name, http, documentation, errors } = operation;
  const names = [...errors.map((error) => error.symbol), exceptionName].map(inlineCode);
  return docComment(documentation, {
    fallback: `The operation ${name}.`,
    notes: [inlineCode(`${http.method} ${http.uri}`), `Errors: ${names.join(", ")}`],
  });
}
