import type { NamedShape, Shape } from "../ir/ir.js";
import type { XmlTraits } from "../ir/xml.js";
import { breaking, compatible } from "./change.js";
import { constraintsTable } from "./constraint-tables.js";
import { documentationTable } from "./documentation-table.js";
import { doesNotCompile, misread, narrowed, sensitivity, widened } from "./effects.js";
import { compareMembers } from "./compare-members.js";
import { compareValues } from "./enum-table.js";
import { errorTable } from "./error-table.js";
import { compareMember } from "./member-table.js";
import { formatEvent, formatText } from "./timestamp-format.js";
import { compared, flag, ignored, inner, nested, optional, type Table } from "./walk.js";

const base = {
  id: ignored("Shapes are paired by it."),
  sensitive: flag<unknown>("is now sensitive", "is no longer sensitive", sensitivity),
  documentation: nested<unknown, Shape["documentation"]>(() => documentationTable),
  constraints: nested<unknown, Shape["constraints"]>(() => constraintsTable),
};

const fromMembers = ignored("It follows from members, which are compared.");

/** What shapes have that give their name to an exported type. */
const named = {
  ...base,
  name: compared<NamedShape, string>({
    show: (name) => name,
    says: "name",
    // A shape has the name of its id unless the service renames it.
    event: ({ before, after }) => (before.id === after.id ? "ServiceRename" : "RemovedShape"),
    means: () => [doesNotCompile],
  }),
  symbol: compared<NamedShape, string>({
    show: (symbol) => symbol,
    says: "name in TypeScript",
    means: () => [doesNotCompile],
    isReportedBy: ({ before, after }) => before.name !== after.name,
  }),
  file: ignored("Shapes are imported from the index."),
  local: fromMembers,
  recursive: fromMembers,
  serverDefaults: fromMembers,
};

const comparedFirst = ignored("Shapes of two kinds have nothing else to compare.");

const inlined = ignored("Types of collections are written where they are used.");

/** What collections have, which are no types of their own. */
const collection = { ...named, name: inlined, symbol: inlined, file: inlined };

const sparse = flag<unknown>(
  "is now sparse: it may contain null",
  "is no longer sparse: it must not contain null",
  ({ now }, direction) => {
    if (direction === "input")
      return now
        ? [compatible.code("Callers may pass null.")]
        : [breaking.code("Callers must not pass null.")];
    return now
      ? [breaking.code("Code that reads it must handle null.")]
      : [compatible.code("Code that reads it no longer finds null.")];
  },
);

const mediaType = compared<unknown, string | undefined>({
  show: (type) => type,
  says: "media type",
  means: ({ context: { locations } }, direction) => {
    if (locations.has("header") || locations.has("payload")) return [misread(direction)];
    return [compatible.tools("It has no effect in JSON.")];
  },
});

const widths = ["byte", "short", "integer", "long"];

const streaming = flag<unknown>("is now a stream", "is no longer a stream", () => [
  breaking.code("Its type in code is different."),
  breaking.wire("Its wire format is different."),
]);

const rootElement = compared<unknown, XmlTraits>({
  show: (xml) => JSON.stringify(xml),
  says: "root element in XML",
  means: (_, direction) => [misread(direction)],
});

/** Every kind of shape. */
export const shapeTables: {
  readonly [Kind in Shape["kind"]]: Table<Extract<Shape, { readonly kind: Kind }>>;
} = {
  structure: {
    name: "Structure",
    aspects: {
      ...named,
      kind: comparedFirst,
      members: inner(compareMembers),
      error: optional(() => errorTable),
      input: ignored("What is optional for clients and their defaults follow from it."),
      xml: rootElement,
      codec: ignored("It only decides which shapes share code."),
      base: ignored("It only decides which types extend others with the same members."),
    },
  },
  union: {
    name: "Union",
    aspects: {
      ...named,
      kind: comparedFirst,
      members: inner(compareMembers),
      streaming,
      xml: rootElement,
    },
  },
  enum: {
    name: "Enum",
    aspects: {
      ...named,
      kind: comparedFirst,
      type: compared({
        show: (type) => type,
        says: "type of the values",
        means: (_, direction) => [
          misread(direction),
          breaking.code("The values have another type."),
        ],
      }),
      values: inner(compareValues),
    },
  },
  list: {
    name: "List",
    aspects: {
      ...collection,
      kind: comparedFirst,
      member: inner(({ old, now, context }) => compareMember(old, now, context)),
      sparse,
      uniqueItems: flag(
        "its items must now be unique",
        "its items need no longer be unique",
        ({ now }, direction) => (now ? narrowed(direction) : widened(direction)),
      ),
    },
  },
  map: {
    name: "MapShape",
    aspects: {
      ...collection,
      kind: comparedFirst,
      key: inner(({ old, now, context }) => compareMember(old, now, context)),
      value: inner(({ old, now, context }) => compareMember(old, now, context)),
      sparse,
    },
  },
  string: { name: "StringShape", aspects: { ...base, kind: comparedFirst, mediaType } },
  boolean: { name: "BooleanShape", aspects: { ...base, kind: comparedFirst } },
  integer: {
    name: "IntegerShape",
    aspects: {
      ...base,
      kind: comparedFirst,
      type: compared({
        show: (type) => type,
        says: "type",
        means: ({ old, now }, direction) =>
          widths.indexOf(now) > widths.indexOf(old) === (direction === "input")
            ? [compatible.wire("Every value of the narrower type remains valid.")]
            : [breaking.wire("Values beyond the narrower type are rejected.")],
      }),
    },
  },
  float: { name: "FloatShape", aspects: { ...base, kind: comparedFirst } },
  bigInteger: {
    name: "BigIntegerShape",
    aspects: {
      ...base,
      kind: comparedFirst,
      type: ignored("It is a long only if the generator represents longs as bigints."),
    },
  },
  bigDecimal: { name: "BigDecimalShape", aspects: { ...base, kind: comparedFirst } },
  timestamp: {
    name: "TimestampShape",
    aspects: {
      ...base,
      kind: comparedFirst,
      format: compared({
        show: (format, _, { locations, versions }) =>
          formatText(format, locations, versions.formatInBodies),
        says: "timestamp format",
        event: formatEvent,
        means: (_, direction) => [misread(direction)],
      }),
    },
  },
  document: { name: "DocumentShape", aspects: { ...base, kind: comparedFirst } },
  blob: {
    name: "BlobShape",
    aspects: {
      ...base,
      kind: comparedFirst,
      mediaType,
      streaming,
      requiresLength: flag(
        "now requires a known length",
        "no longer requires a known length",
        ({ now }, direction) => {
          if (direction === "output") return [];
          return now
            ? [breaking.wire("Requests without content-length are rejected.")]
            : [compatible.wire("Requests may be sent without content-length.")];
        },
      ),
    },
  },
};
