import { isAllBody, messageOf } from "../../../ir/message.js";
import type { Structure } from "../../../ir/ir.js";
import { code, lines } from "../../code/code.js";
import type { FunctionDeclaration } from "../../code/declarations.js";
import { errorFunctions } from "../error-functions.js";
import type { BodyFormat } from "./body-format.js";
import { readOutputMembers, writeMessage } from "./response.js";

/** Returns the functions that read an error from a response and write it to one. */
export function restErrorFunctions(shape: Structure, format: BodyFormat): FunctionDeclaration[] {
  const statusCode = shape.error?.statusCode ?? 400;
  const message = messageOf(shape, "response", statusCode, format.mediaType);
  const document = { structure: shape, message, isUnwrapped: false };
  const { statements, result } =
    format.writeError?.(document, statusCode) ?? writeMessage(document, statusCode, format);
  return errorFunctions(shape, {
    read: isAllBody(shape, message)
      ? code`const value = ${format.readWholeError(shape)};`
      : readOutputMembers(document, format),
    write: lines([statements, code`return ${result};`]),
    isExact: message.isExact,
  });
}
