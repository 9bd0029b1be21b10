import { writeEventMessage, type EventHeaders, type EventMessage } from "../http/event-streams.js";

/** Creates the message of an event with an XML document, which may be absent. */
export function writeXmlEvent(
  kind: "event" | "exception",
  name: string,
  headers: EventHeaders,
  xml: string | undefined,
): EventMessage {
  const message = writeEventMessage(kind, name, headers, xml);
  const type = { ":content-type": { type: "string", value: "application/xml" } } as const;
  return xml === undefined ? message : { ...message, headers: { ...message.headers, ...type } };
}
