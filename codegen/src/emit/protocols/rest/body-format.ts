import type { Member, Structure } from "../../../ir/ir.js";
import type { Direction, Message } from "../../../ir/message.js";
import type { Code } from "../../code/code.js";
import type { HelperName } from "../../code/runtime.js";
import type { Body } from "../operation-functions.js";

/** Code that writes a body: statements, an expression for the body, and its content type. */
export interface BodyWriter {
  readonly statements: Code;
  readonly body: Code;
  readonly contentType: string;
  /** The condition for the presence of a body; `undefined` if there is always one. */
  readonly condition: Code | undefined;
}

/** A message whose body is a document with members of a structure. */
export interface DocumentMessage {
  readonly structure: Structure;
  readonly message: Message;
  /** Whether the only member of the structure is the root of the document. */
  readonly isUnwrapped: boolean;
}

/** How a protocol with HTTP bindings writes bodies. All else is the same in these protocols. */
export interface BodyFormat {
  readonly mediaType: string;
  /** When a request with a document must have its media type as content type. */
  readonly whenExpected: "with a body" | "if given";
  /** The function of the runtime that throws the error of a response. */
  readonly openResponse: HelperName;
  /** Whether clients read prefix headers that are not there as an empty map. */
  readonly readsEmptyMaps: boolean;
  /** Whether the name of an error is in a header. */
  readonly hasErrorHeader: boolean;
  /** Writes the members in the body, if the format has a document for them. */
  writeDocument(document: DocumentMessage, side: "client" | "server"): BodyWriter | undefined;
  /** Returns an expression for the text of a payload that is neither text nor bytes. */
  writePayload(payload: Member, message: Message, value: Code, side: "client" | "server"): Code;
  /** The text that clients send for an absent structure; `undefined` for no body. */
  readonly absentStructure: string | undefined;
  /** Returns a shorter way to write a response whose body has all members, if there is one. */
  writeWholeResponse?(document: DocumentMessage, statusCode: number): Code | undefined;
  /** Returns an expression that reads all members from a body. */
  readWhole(document: DocumentMessage, body: Code): Code;
  /** Returns statements that read members from a body into `value`. */
  readDocument(document: DocumentMessage, direction: Direction): Code;
  /** Returns an expression that parses a payload, and one that reads it; it may be absent. */
  readPayload(
    payload: Member,
    body: Code,
    value: Code,
  ): { readonly parsed: Code; readonly value: Code };
  /** Returns a condition for a payload of a request that stands for an absent structure. */
  readonly isAbsent?: Code;
  /** Returns an expression that reads an error, all of which is in its body. */
  readWholeError(shape: Structure): Code;
  /** Returns statements that read the members in the body of an error into `value`. The body is parsed already. */
  readError(document: DocumentMessage): Code;
  /** Returns the code that writes an error, unless it is written as any other response. */
  writeError?(document: DocumentMessage, statusCode: number): Body | undefined;
}
