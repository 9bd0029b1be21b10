import type { Operation, Structure } from "../ir/ir.js";
import { code, type Code } from "./code.js";
import { docComment, inlineCode } from "./comment.js";
import type { Declaration, Module } from "./declarations.js";
import { deserializeRequest, serializeRequest, uriPattern } from "./request.js";
import { deserializeResponse, serializeResponse } from "./response.js";
import { typeReference } from "./shape-references.js";
import { receivedType } from "./types.js";

/** The file of an operation: its four functions and the names of its input and output. */
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
              fallback: `What ${of.name} takes.`,
              notes: [inlineCode(`${http.method} ${http.uri}`)],
            })
          : `What ${of.name} returns.`,
      exported: true,
      type: structureType(name, structure),
    };
  }
}

/**
 * The comment of an operation's file, which documentation tools show as the page of its namespace.
 * Editors do not: they take the documentation of a namespace from where it is declared, and that of
 * a module is declared nowhere.
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

/** An operation that takes or returns nothing has the empty object for it. */
function structureType(name: "Input" | "Output", structure: Structure | undefined): Code {
  if (structure === undefined) return code`Record<string, never>`;
  return name === "Input" ? code`${typeReference(structure)}` : receivedType(structure);
}
