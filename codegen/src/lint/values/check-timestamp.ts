import { parseDateTime, parseHttpDate } from "../../../runtime/values/timestamps.js";
import { nodeType } from "../../model/nodes.js";
import type { Member, Shape } from "../../model/model.js";
import type { NodeValue } from "../../model/node.js";
import type { ConstraintProblem } from "./value-check.js";

/** Checks a timestamp: by its format, or as a number or a date-time if it has none. */
export function* checkTimestamp(
  shape: Shape,
  member: Member | undefined,
  value: NodeValue,
): Iterable<ConstraintProblem> {
  const holder = member?.traits.has("smithy.api#timestampFormat") === true ? member : shape;
  const format = holder.traits.get("smithy.api#timestampFormat")?.value;
  const type = nodeType(value);
  const isDateTime = typeof value === "string" && parseDateTime(value, true) !== undefined;
  const fail = (expected: string): ConstraintProblem => ({
    message: `expected ${expected} for the timestamp ${holder.id}, found ${typeof value === "string" ? JSON.stringify(value) : type}`,
    isStructural: true,
  });
  switch (format) {
    case undefined:
      if (type !== "number" && !isDateTime)
        yield fail("a number of seconds or a date-time such as 1985-04-12T23:20:50.52Z");
      return;
    case "date-time":
      if (!isDateTime) yield fail("a date-time such as 1985-04-12T23:20:50.52Z");
      return;
    case "epoch-seconds":
      if (type !== "number") yield fail("a number of seconds");
      return;
    case "http-date":
      if (typeof value !== "string" || parseHttpDate(value, false) === undefined)
        yield fail("an HTTP date such as Tue, 29 Apr 2014 18:30:38 GMT");
      return;
    default:
      // Another rule reports unknown formats.
      return;
  }
}
