import { defaultText } from "../ir/default-text.js";
import type { Binding, Member } from "../ir/ir.js";
import { breaking, compatible, type Direction, type Effect } from "./change.js";
import { compareTarget } from "./compare-target.js";
import { adviceTable, constraintsTable } from "./constraint-tables.js";
import { documentationTable } from "./documentation-table.js";
import { doesNotCompile, misread, sensitivity } from "./effects.js";
import { partEvent } from "./event-ids.js";
import { formatEvent, formatText } from "./timestamp-format.js";
import {
  compareBy,
  compared,
  flag,
  ignored,
  inner,
  isInherited,
  nested,
  optional,
  summarize,
  type Context,
  type Difference,
  type Table,
} from "./walk.js";

/** Compares two versions of a member; `context` is that of its holder. */
export function compareMember(before: Member, after: Member, context: Context): void {
  compareBy(memberTable, before, after, {
    ...context,
    place: after.id,
    member: { before, after },
  });
}

/** A member of a structure or union, or the element, key or value of a collection. */
export const memberTable: Table<Member> = {
  name: "Member",
  aspects: {
    id: ignored("It is made of the shape's id and the member's name."),
    name: ignored("Members are paired by it."),
    property: compared({
      show: (property) => property,
      says: "property in TypeScript",
      means: () => [doesNotCompile],
    }),
    wireName: compared({
      show: (name) => JSON.stringify(name),
      says: ({ before, after, old, now }) =>
        summarize(
          hasXmlName(before) || hasXmlName(after) ? "XML name" : "JSON name",
          JSON.stringify(old),
          JSON.stringify(now),
        ),
      means: ({ before, after, context }, direction) =>
        isInJson(before, context) || isInJson(after, context)
          ? [misread(direction)]
          : [compatible.tools("HTTP does not carry it in JSON.")],
      event: ({ old, now, before, after }) =>
        partEvent("smithy.api#jsonName", old === before.name, now === after.name),
    }),
    xml: compared({
      show: ({ attribute, flattened, namespace }) =>
        JSON.stringify({ attribute, flattened, namespace }),
      says: "form in XML",
      means: (_, direction) => [misread(direction)],
    }),
    ec2QueryName: compared({
      show: (name) => name,
      says: "name in the EC2 protocol",
      means: (_, direction) => [misread(direction)],
    }),
    target: inner((difference, id) => compareTarget(difference, id)),
    required: compared<Member, boolean>({
      show: String,
      says: ({ now, before, after }) => {
        if (now) return "is now required";
        return after.defaultValue !== undefined && isReplacedByDefault(before, after)
          ? `is no longer required and has the default ${defaultText(after.defaultValue)}`
          : "is no longer required";
      },
      means: (difference, direction) =>
        difference.now
          ? becameRequired(difference, direction)
          : becameOptional(difference, direction),
    }),
    present: compared<Member, boolean>({
      show: String,
      says: ({ now }) =>
        now ? "is no longer optional for clients" : "is now optional for clients",
      means: ({ now }, direction) => presence(now, direction),
      isReportedBy: ({ before, after }) =>
        before.required !== after.required || before.idempotencyToken !== after.idempotencyToken,
    }),
    defaultValue: compared({
      show: (value) => (value === undefined ? undefined : defaultText(value)),
      says: "default",
      means: defaultChanged,
      isReportedBy: ({ before, after }) => isReplacedByDefault(before, after),
    }),
    addedDefault: ignored("It says how an added default counts."),
    clientDefault: flag(
      "clients now use the default",
      "clients now leave the default to the server",
      ({ now }, direction) => {
        if (direction === "input")
          return [compatible.wire(`${now ? "Clients" : "Servers"} add it to requests.`)];
        return now
          ? [compatible.code("Clients read the default where the member is absent.")]
          : [breaking.code("Clients do not read the default where the member is absent.")];
      },
      ({ before, after }) => before.defaultValue === undefined || after.defaultValue === undefined,
    ),
    constraints: nested(() => constraintsTable),
    timestampFormat: compared({
      show: (format, { target, binding, event }, { locations, versions }) =>
        target.kind === "timestamp"
          ? formatText(
              format,
              event === "header"
                ? ["eventHeader"]
                : [...locations].map((location) =>
                    location === "message" ? binding.location : location,
                  ),
              versions.formatInBodies,
            )
          : undefined,
      says: "timestamp format",
      means: (_, direction) => [misread(direction)],
      isReportedBy: (difference) =>
        difference.before.target.kind !== difference.after.target.kind ||
        isInherited(difference, (target) =>
          target.kind === "timestamp" ? target.format : undefined,
        ),
      event: formatEvent,
    }),
    idempotencyToken: flag(
      "is now an idempotency token",
      "is no longer an idempotency token",
      tokenChanged,
    ),
    sensitive: flag("is now sensitive", "is no longer sensitive", sensitivity, (difference) =>
      isInherited(difference, ({ sensitive }) => sensitive),
    ),
    documentation: nested(() => documentationTable),
    binding: compared({
      show: bindingText,
      says: "HTTP binding",
      means: ({ context }, direction) =>
        context.locations.has("message")
          ? [misread(direction)]
          : [compatible.tools("It has no effect in a nested shape.")],
    }),
    hostLabel: ignored("The operation's host prefix names the member."),
    event: compared({
      show: (event) => event ?? "body",
      says: "place in the event",
      means: (_, direction) => [misread(direction)],
    }),
    advice: optional(() => adviceTable),
  },
};

function hasXmlName({ xml }: Member): boolean {
  return xml.name !== undefined;
}

function isInJson({ binding }: Member, { locations }: Context): boolean {
  const isNested = [...locations].some((location) => location !== "message");
  return isNested || binding.location === "body";
}

function bindingText({ location, ...rest }: Binding): string {
  return [location, ...Object.values(rest).map((value) => JSON.stringify(value))].join(" ");
}

type MemberDifference<V> = Difference<Member, V>;

const mustSet = breaking.code("Callers must set it.");
const mayOmit = compatible.code("Callers may omit it.");
const mayBeAbsent = breaking.code("Code that reads it must handle its absence.");

function presence(isPresent: boolean, direction: Direction): Effect[] {
  if (direction === "input") return [isPresent ? mustSet : mayOmit];
  return [isPresent ? compatible.code("Code that reads it always finds a value.") : mayBeAbsent];
}

/** Whether a default took the place of `required`. */
function isReplacedByDefault(before: Member, after: Member): boolean {
  const isNew = before.defaultValue === undefined && after.defaultValue !== undefined;
  return isNew && before.required && !after.required;
}

function becameRequired(
  { before, after }: MemberDifference<boolean>,
  direction: Direction,
): Effect[] {
  if (direction === "output") return [compatible.code("Servers must return it.")];
  if (after.defaultValue !== undefined)
    return [compatible.validation("Requests without it get the default.")];
  if (after.idempotencyToken)
    return [compatible.code("Clients generate a value where it is absent.")];
  const rejected = breaking.validation("Requests without it are rejected.");
  return after.present && !before.present ? [rejected, mustSet] : [rejected];
}

function becameOptional(
  { before, after }: MemberDifference<boolean>,
  direction: Direction,
): Effect[] {
  if (direction === "input") return [mayOmit];
  if (!before.present) return [];
  if (!isReplacedByDefault(before, after) || !after.clientDefault) return [mayBeAbsent];
  const { code } = after.addedDefault ? compatible : breaking;
  return [
    code("Code that reads it finds the default where it is absent; its type allows undefined."),
  ];
}

function defaultChanged({
  old,
  now,
  before,
  after,
}: MemberDifference<Member["defaultValue"]>): Effect[] {
  if (now === undefined)
    return [breaking.wire(`An absent value no longer means ${JSON.stringify(old)}.`)];
  const wasRequired = old === undefined && before.required;
  const { wire } = wasRequired || (old === undefined && after.addedDefault) ? compatible : breaking;
  return [wire(`An absent value now means ${JSON.stringify(now)}.`)];
}

function tokenChanged(
  { now, before, after }: MemberDifference<boolean>,
  direction: Direction,
): Effect[] {
  if (direction === "output") return before.present && !after.present ? [mayBeAbsent] : [];
  return now
    ? [compatible.code("Clients generate a value where it is absent.")]
    : [breaking.code("Clients no longer generate a value; callers must set it.")];
}
