import type { TimestampFormat } from "../ir/ir.js";
import { protocolRules } from "../ir/protocol.js";
import type { Service } from "../ir/service.js";
import { partEvent } from "./event-ids.js";
import type { Location } from "./uses.js";

/**
 * The format of a timestamp as text: where none is given, the protocol's default for its locations.
 * @param inBodies the default in bodies and events
 */
export function formatText(
  format: TimestampFormat | undefined,
  locations: Iterable<Location>,
  inBodies: TimestampFormat,
): string {
  const formats = [...locations].map((location) =>
    // Headers of events have timestamps of their own.
    location === "eventHeader" ? "event header" : (format ?? defaultFormat(location, inBodies)),
  );
  return [...new Set(formats)].sort().join(" or ");
}

/** Returns the default format in bodies and events: that of the protocol's documents. */
export function formatInBodies({ protocol }: Service): TimestampFormat {
  return protocolRules[protocol].xml ? "date-time" : "epoch-seconds";
}

/** The default formats of HTTP bindings (Smithy 2.0, "HTTP bindings"), and those of bodies. */
function defaultFormat(
  location: Exclude<Location, "eventHeader">,
  inBodies: TimestampFormat,
): TimestampFormat {
  switch (location) {
    case "header":
    case "prefixHeaders":
      return "http-date";
    case "query":
    case "queryParams":
    case "label":
      return "date-time";
    case "body":
    case "message":
    case "payload":
    case "responseCode":
      return inBodies;
  }
}

/** The id of the event for another format; without the trait, there is none in the IR. */
export function formatEvent({
  old,
  now,
}: {
  readonly old: TimestampFormat | undefined;
  readonly now: TimestampFormat | undefined;
}): string {
  return partEvent("smithy.api#timestampFormat", old === undefined, now === undefined);
}
