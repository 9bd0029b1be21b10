import { isAllBody, messageOf } from "../../../ir/message.js";
import type { Structure } from "../../../ir/ir.js";
import { code, lines } from "../../code/code.js";
import type { FunctionDeclaration } from "../../code/declarations.js";
import { functionReference } from "../../code/shape-references.js";
import { errorFunctions } from "../error-functions.js";
import { readOutputMembers, writeMessage } from "./response.js";

/** Returns the functions that read an error from a response and write it to one. */
export function restJsonErrorFunctions(shape: Structure): FunctionDeclaration[] {
  const statusCode = shape.error?.statusCode ?? 400;
  const message = messageOf(shape, "response", statusCode);
  const { statements, result } = writeMessage(shape, message, statusCode);
  return errorFunctions(shape, {
    read: isAllBody(shape, message)
      ? code`const value = ${functionReference(shape, "read")}(wire, here);`
      : readOutputMembers(shape, message),
    write: lines([statements, code`return ${result};`]),
    isExact: message.isExact,
  });
}
