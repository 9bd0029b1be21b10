import type { Direction } from "../../../ir/message.js";
import type { Member, Structure, Union } from "../../../ir/ir.js";
import { code, commas, identifier, literal, type Code } from "../../code/code.js";
import type { FunctionDeclaration } from "../../code/declarations.js";
import { runtime } from "../../code/runtime.js";
import { functionReference } from "../../code/shape-references.js";
import { toValidationException } from "../../shapes/validation-exception.js";
import type { EventDocuments } from "./event-documents.js";
import { readEvent } from "./read-event.js";
import type { TreeFormat } from "./tree-format.js";
import { rootOf } from "./write.js";
import { writeEvent } from "./write-event.js";

/*
 * Event streams are framed by the marshaller that the caller passes, usually that of
 * `@smithy/core/event-streams`. The code here converts an event to the message of a frame and back.
 */

/** Returns whether the payload of a message is an event stream. */
export function usesEventStream(structure: Structure | undefined): boolean {
  const target = structure?.members.find(({ binding }) => binding.location === "payload")?.target;
  return target?.kind === "union" && target.streaming;
}

function eventFunction(shape: Union, prefix: "readEventOf" | "writeEventOf"): Code {
  return code`${{ name: `${prefix}${shape.symbol}`, module: shape.file, typeOnly: false }}`;
}

/** Returns an expression that converts an event stream to a body. */
export function eventWriter(
  payload: Member,
  shape: Union,
  stream: Code,
  side: "client" | "server",
): Code {
  return code`${runtime("marshaller")}(options).serialize(${eventSource(payload, shape, stream, side)})`;
}

/** Returns the arguments of a marshaller that writes: the stream of a member, and the writer of its events. */
export function eventSource(
  payload: Member,
  shape: Union,
  stream: Code,
  side: "client" | "server",
): Code {
  const write = eventFunction(shape, "writeEventOf");
  const writer =
    shape.serverDefaults && side === "server"
      ? code`(event) => ${write}(event, ${rootOf(side)})`
      : write;
  const place = commas([stream, rootOf(side), literal(payload.name)]);
  return code`${runtime("requireStream")}(${place}), ${writer}`;
}

/** Returns an expression that converts a body to an event stream. */
export function eventReader(shape: Union, direction: Direction): Code {
  return code`${runtime("marshaller")}(options).deserialize(${eventSink(shape, direction)})`;
}

/** Returns the arguments of a marshaller that reads: a body, and the reader of its events. A server validates each event. */
export function eventSink(shape: Union, direction: Direction): Code {
  const read = eventFunction(shape, "readEventOf");
  const check = functionReference(shape, "check");
  const reader =
    direction === "request"
      ? code`async (event) => ${runtime("enforced")}(${check}, await ${read}(event, ${runtime("strict")}), options, ${toValidationException})`
      : read;
  return code`${identifier(direction)}.body, ${reader}`;
}

/**
 * Returns the functions that convert an event to a message and back.
 * @param documents the documents of events; by default, those of the format
 */
export function eventFunctions(
  shape: Union,
  format: TreeFormat,
  documents?: EventDocuments,
): FunctionDeclaration[] {
  return [writeEvent(shape, format, documents), readEvent(shape, format, documents)];
}
