import type { Member, Structure } from "../../../ir/ir.js";
import type { Code } from "../../code/code.js";
import type { WriteScope } from "./write.js";

/** How a format that is no tree writes and reads the documents of events. */
export interface EventDocuments {
  /**
   * Returns statements that return the message of an event with members in its document.
   * @param send the first arguments of the function that creates a message
   */
  writeMembers(event: Structure, members: readonly Member[], scope: WriteScope, send: Code): Code;
  /** Returns statements that return the message of an event whose payload is a document. */
  writePayload(payload: Member, scope: WriteScope, send: Code): Code;
  /** Returns statements that read members from the document of `message` into `value`. */
  readMembers(members: readonly Member[]): Code;
  /** Returns statements that read a payload, which is a document. */
  readPayload(payload: Member): Code;
}

/** Returns whether the body of an event is no document: there is none, or it is text or bytes. */
export function isEmptyOrRaw(payload: Member | undefined, rest: readonly Member[]): boolean {
  if (payload === undefined) return rest.length === 0;
  return ["string", "enum", "blob"].includes(payload.target.kind);
}
