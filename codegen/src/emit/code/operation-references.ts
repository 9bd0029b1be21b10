import type { Operation } from "../../ir/service.js";
import { code, identifier, type Code, type Reference } from "./code.js";

/** Returns a reference to an operation's namespace, by way of the index, whose import takes one line. */
export function namespaceReference(symbol: string, typeOnly: boolean = false): Reference {
  return { name: symbol, module: "index", namespace: "model", typeOnly };
}

/** Returns a type of an operation's namespace. */
export function messageType({ symbol }: Operation, type: "Input" | "Output" | "Errors"): Code {
  return code`${namespaceReference(symbol, true)}.${identifier(type)}`;
}
