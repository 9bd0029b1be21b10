import type { TimestampFormat } from "../ir/ir.js";
import type { Location } from "./uses.js";

/** The format of a timestamp as text: where none is given, the protocol's default for its locations. */
export function formatText(
  format: TimestampFormat | undefined,
  locations: Iterable<Location>,
): string {
  if (format !== undefined) return format;
  return [...new Set([...locations].map(defaultFormat))].sort().join(" or ");
}

/** The default formats of restJson1 (Smithy 2.0, "HTTP bindings" and "Event streams"). */
function defaultFormat(location: Location): string {
  switch (location) {
    case "header":
    case "prefixHeaders":
      return "http-date";
    case "query":
    case "queryParams":
    case "label":
      return "date-time";
    case "eventHeader":
      return "event timestamp";
    case "body":
    case "message":
    case "payload":
    case "responseCode":
      return "epoch-seconds";
  }
}
