import type { Operation, Structure } from "../ir/ir.js";
import { code, type Code } from "./code.js";
import { docComment, inlineCode } from "./comment.js";
import type { Declaration, Module } from "./declarations.js";
import { deserializeRequest, serializeRequest, uriPattern } from "./request.js";
import { deserializeResponse, serializeResponse } from "./response.js";
import { typeReference } from "./shape-references.js";
import { receivedType } from "./types.js";

/** Returns the module of an operation: its four functions and the types of its input and output. */
export function operationModule(operation: Operation, exceptionName: string): Module {
  const { http } = operation;
  return {
    path: operation.file,
    source: operation.id,
    docs: moduleDocs(operation, exceptionName),
    declarations: [
      messageType("Input", operation.input, operation),
      messageType("Output", operation.output, operation),
      uriPattern(operation),
      serializeRequest(operation),
      ...deserializeResponse(operation, exceptionName),
      deserializeRequest(operation),
      serializeResponse(operation),
    ],
  };

  function messageType(
    name: "Input" | "Output",
    structure: Structure | undefined,
    of: Operation,
  ): Declaration {
    return {
      kind: "type",
      name,
      docs:
        name === "Input"
          ? docComment(of.documentation, {
              fallback: `The input of ${of.name}.`,
              notes: [inlineCode(`${http.method} ${http.uri}`)],
            })
          : `The output of ${of.name}.`,
      exported: true,
      type: structureType(name, structure),
    };
  }
}

/**
 * Returns the comment of an operation's module. Documentation tools show it on the page of the
 * namespace; editors do not show comments of modules.
 */
function moduleDocs(operation: Operation, exceptionName: string): string {
  const { name, http, documentation, input, output, errors } = operation;
  const names = [...errors.map((error) => error.symbol), exceptionName].map(inlineCode);
  return docComment(documentation, {
    fallback: `The operation ${name}.`,
    notes: [
      inlineCode(`${http.method} ${http.uri}`),
      [
        `- Input: ${inlineCode(input?.symbol ?? "{}")}`,
        `- Output: ${inlineCode(output?.symbol ?? "{}")}`,
        `- Errors: ${names.join(", ")}`,
      ].join("\n"),
    ],
  });
}

/** Returns the type of an input or output: an empty object if the operation has none. */
function structureType(name: "Input" | "Output", structure: Structure | undefined): Code {
  if (structure === undefined) return code`Record<string, never>`;
  return name === "Input" ? code`${typeReference(structure)}` : receivedType(structure);
}
