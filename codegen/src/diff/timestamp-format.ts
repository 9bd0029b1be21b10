import type { TimestampFormat } from "../ir/ir.js";
import { partEvent } from "./event-ids.js";
import type { Location } from "./uses.js";

/** The format of a timestamp as text: where none is given, the protocol's default for its locations. */
export function formatText(
  format: TimestampFormat | undefined,
  locations: Iterable<Location>,
): string {
  const formats = [...locations].map((location) =>
    // Headers of events have timestamps of their own.
    location === "eventHeader" ? "event header" : (format ?? defaultFormat(location)),
  );
  return [...new Set(formats)].sort().join(" or ");
}

/** The default formats of restJson1 (Smithy 2.0, "HTTP bindings" and "Event streams"). */
function defaultFormat(location: Exclude<Location, "eventHeader">): TimestampFormat {
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
      return "epoch-seconds";
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
