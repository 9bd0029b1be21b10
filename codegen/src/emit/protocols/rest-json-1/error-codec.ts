import { isAllBody, messageOf } from "../../../ir/message.js";
import type { Structure } from "../../../ir/ir.js";
import { code, commas, identifier, lines, mentions, nothing, type Code } from "../../code/code.js";
import type { FunctionDeclaration } from "../../code/declarations.js";
import { runtime } from "../../code/runtime.js";
import { functionReference, valueReference } from "../../code/shape-references.js";
import { readOutputMembers, writeMessage } from "./response.js";

/** Returns the functions that read an error from a response and write it to one. */
export function errorFunctions(shape: Structure): FunctionDeclaration[] {
  const statusCode = shape.error?.statusCode ?? 400;
  const message = messageOf(shape, "response", statusCode);
  const { statements, result } = writeMessage(shape, message, statusCode);
  const written = lines([statements, code`return ${result};`]);
  const isPlain = isAllBody(shape, message);
  const { isExact } = message;
  const read = isPlain
    ? code`const value = ${functionReference(shape, "read")}(wire, here);`
    : readOutputMembers(shape, message);
  return [
    {
      kind: "function",
      name: `read${shape.symbol}Response`,
      docs: "",
      exported: true,
      parameters: [{ name: "failure", type: code`${runtime("Failure")}` }],
      returnType: code`${valueReference(shape)}`,
      body: code`${unpack(read, isExact)}${read}
return new ${valueReference(shape)}({ ...options, ...value });`,
    },
    {
      kind: "function",
      name: `write${shape.symbol}Response`,
      docs: "",
      exported: true,
      parameters: [
        {
          name: mentions(written, "value") ? "value" : "_value",
          type: code`${{ ...valueReference(shape), typeOnly: true }}`,
        },
      ],
      returnType: code`${runtime("HttpResponse")}`,
      body: written,
    },
  ];
}

/** Unpacks the parts of a failure that code refers to. */
function unpack(read: Code, isExact: boolean): Code {
  const names = isExact ? ["response", "here"] : ["response", "here", "wire"];
  const parts = names.filter((part) => mentions(read, part));
  const wire = isExact ? code`const wire = ${runtime("readExactErrorBody")}(failure);\n` : nothing;
  return code`const { ${commas([...parts, "options"].map(identifier))} } = failure;\n${wire}`;
}
