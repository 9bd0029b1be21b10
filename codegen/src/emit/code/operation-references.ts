import type { Operation } from "../../ir/service.js";
import { code, identifier, type Code, type Reference } from "./code.js";

/** Returns a reference to an operation's namespace, by way of the index, whose import takes one line. */
export function namespaceReference(symbol: string, typeOnly: boolean = false): Reference {
  return { name: symbol, module: "index", namespace: "model", typeOnly };
}

/** Returns a reference to a type in the module of an operation. */
export function ownMessageType({ file }: Operation, type: "Input" | "Output"): Reference {
  return { name: type, module: file, typeOnly: true };
}

/** Returns a reference to the type of the operations' names. */
export const operationName: Reference = { name: "OperationName", module: "router", typeOnly: true };

/** Returns a type of an operation's namespace. */
export function messageType({ symbol }: Operation, type: "Input" | "Output" | "Errors"): Code {
  return code`${namespaceReference(symbol, true)}.${identifier(type)}`;
}
