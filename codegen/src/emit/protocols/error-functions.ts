import type { Structure } from "../../ir/ir.js";
import { code, commas, identifier, mentions, type Code } from "../code/code.js";
import type { FunctionDeclaration } from "../code/declarations.js";
import { runtime } from "../code/runtime.js";
import { valueReference } from "../code/shape-references.js";

/** The functions of an error without their bodies, which are the same in all protocols. */
export interface ErrorBodies {
  /** Statements that declare `value`, the members, from the parts of a `Failure`. */
  readonly read: Code;
  /** Statements that return the response of `value`. */
  readonly write: Code;
  /** Whether the body is read again, for numbers that JavaScript cannot represent. */
  readonly isExact: boolean;
}

/** Returns the functions that read an error from a response and write it as one. */
export function errorFunctions(
  shape: Structure,
  { read, write, isExact }: ErrorBodies,
): FunctionDeclaration[] {
  return [
    errorReader(shape, read, isExact),
    {
      kind: "function",
      name: `write${shape.symbol}Response`,
      docs: "",
      exported: true,
      parameters: [
        {
          name: mentions(write, "value") ? "value" : "_value",
          type: code`${{ ...valueReference(shape), typeOnly: true }}`,
        },
      ],
      returnType: code`${runtime("HttpResponse")}`,
      body: write,
    },
  ];
}

/** Returns the function that reads an error from a response. */
export function errorReader(shape: Structure, read: Code, isExact: boolean): FunctionDeclaration {
  return {
    kind: "function",
    name: `read${shape.symbol}Response`,
    docs: "",
    exported: true,
    parameters: [{ name: "failure", type: code`${runtime("Failure")}` }],
    returnType: code`${valueReference(shape)}`,
    body: code`${unpack(read, isExact)}${read}
return new ${valueReference(shape)}({ ...options, ...value });`,
  };
}

/** Unpacks the parts of a failure that code refers to. */
function unpack(read: Code, isExact: boolean): Code {
  const names = isExact ? ["response", "here"] : ["response", "here", "wire"];
  const parts = names.filter((part) => mentions(read, part));
  const wire = isExact ? code`const wire = ${runtime("readExactErrorBody")}(failure);\n` : code``;
  return code`const { ${commas([...parts, "options"].map(identifier))} } = failure;\n${wire}`;
}
