import type { Advice, AdvisedForm, Bounds, Constraints, Pattern } from "../ir/ir.js";
import { compatible } from "./change.js";
import { narrowed, widened } from "./effects.js";
import {
  compared,
  ignored,
  isInherited,
  optional,
  type Aspect,
  type Optional,
  type Table,
} from "./walk.js";

/** The constraints of a shape or member. */
export const constraintsTable: Table<Constraints> = {
  name: "Constraints",
  aspects: {
    length: optional(() => lengthTable),
    range: optional(() => rangeTable),
    pattern: optional(() => patternTable),
  },
};

const lengthTable = boundsTable<number>("length");
const rangeTable = boundsTable<number | bigint>("range");

function boundsTable<T extends number | bigint>(
  name: "length" | "range",
): Table<Optional<Bounds<T>>> {
  return {
    name: `Constraints.${name}`,
    aspects: {
      min: boundAspect(name, "min", (old, now) => now > old),
      max: boundAspect(name, "max", (old, now) => now < old),
    },
  };
}

function boundAspect<T extends number | bigint>(
  name: "length" | "range",
  end: "min" | "max",
  isTighter: (old: T, now: T) => boolean,
): Aspect<Optional<Bounds<T>>, T | undefined> {
  return compared({
    show: (bound) => bound?.toString(),
    says: `${end === "min" ? "minimum" : "maximum"} ${name === "length" ? "length" : "value"}`,
    means: ({ old, now }, direction) =>
      now !== undefined && (old === undefined || isTighter(old, now))
        ? narrowed(direction)
        : widened(direction),
    isReportedBy: (difference) =>
      isInherited(difference, ({ constraints }) => constraints[name]?.[end]),
  });
}

const patternTable: Table<Optional<Pattern>> = {
  name: "Constraints.pattern",
  aspects: {
    source: compared({
      show: (source) => source && JSON.stringify(source),
      says: "pattern",
      means: ({ now }, direction) => (now === undefined ? widened(direction) : narrowed(direction)),
      isReportedBy: (difference) =>
        isInherited(difference, ({ constraints }) => constraints.pattern?.source),
    }),
    regExp: ignored("It is compiled from the source."),
    limit: ignored("It is derived from the source."),
    linear: ignored("It is derived from the source."),
  },
};

const optIn = compatible.validation("It is checked only on request.");

/** Forms that are documented but not modeled; validators check them only on request. */
export const adviceTable: Table<Optional<Advice>> = {
  name: "Advice",
  aspects: {
    text: optional(() => formTable("text")),
    keys: optional(() => formTable("keys")),
    values: optional(() => formTable("values")),
    distinctKeys: compared({
      show: (distinct) => (distinct === true ? "true" : undefined),
      says: ({ now }) =>
        now === true
          ? "keys are now advised to be distinct"
          : "keys are no longer advised to be distinct",
      means: () => [optIn],
    }),
  },
};

function formTable(name: "text" | "keys" | "values"): Table<Optional<AdvisedForm>> {
  return {
    name: `Advice.${name}`,
    aspects: {
      pattern: compared({
        show: (pattern) => pattern && JSON.stringify(pattern.source),
        says: `advised pattern of ${name}`,
        means: () => [optIn],
      }),
      expected: ignored("It describes the pattern in messages."),
    },
  };
}
