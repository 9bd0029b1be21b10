import { defaultText } from "../../ir/default-text.js";
import type { Member } from "../../ir/ir.js";
import { describeConstraints, inlineCode } from "../code/comment.js";

/** Returns sentences that say which values a member can have: constraints and default. */
export function valueFacts(member: Member): string[] {
  return [
    ...describeConstraints(member.constraints, unitOf(member)),
    ...elementFacts(member),
    ...(member.defaultValue === undefined
      ? []
      : [`Default: ${inlineCode(defaultText(member.defaultValue))}.`]),
  ];
}

/** Describes the constraints of the elements of a collection. */
function elementFacts({ target }: Member): string[] {
  const parts: readonly (readonly [string, Member])[] =
    target.kind === "list"
      ? [["Each item", target.member]]
      : target.kind === "map"
        ? [
            ["Each key", target.key],
            ["Each value", target.value],
          ]
        : [];
  return parts.flatMap(([label, part]) =>
    describeConstraints(part.constraints, unitOf(part)).map(
      (fact) => `${label}: ${fact.slice(0, 1).toLowerCase()}${fact.slice(1)}`,
    ),
  );
}

function unitOf(member: Member): string {
  switch (member.target.kind) {
    case "blob":
      return "bytes";
    case "list":
      return "items";
    case "map":
      return "entries";
    default:
      return "code points";
  }
}
