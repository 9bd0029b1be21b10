import type { Enum, EnumValue } from "../ir/ir.js";
import { breaking, compatible, type Direction, type Effect } from "./change.js";
import { documentationTable } from "./documentation-table.js";
import { doesNotCompile } from "./effects.js";
import {
  compareBy,
  compared,
  effectsOf,
  flag,
  nested,
  pairBy,
  type Context,
  type Difference,
  type Table,
} from "./walk.js";

/** A value of an enum. */
export const enumValueTable: Table<EnumValue> = {
  name: "EnumValue",
  aspects: {
    key: compared({
      show: (key) => key,
      says: "key",
      means: () => [doesNotCompile],
    }),
    value: compared({
      show: (value) => JSON.stringify(value),
      says: "value",
      means: () => [breaking.wire("Old code sends and expects the old value.")],
      // Then the type of all values changed.
      isReportedBy: ({ old, now }) => typeof old !== typeof now,
    }),
    hidden: flag(
      "is no longer listed in error messages",
      "is now listed in error messages",
      () => [],
      ({ before, after }) => before.documentation.internal !== after.documentation.internal,
    ),
    documentation: nested(() => documentationTable),
  },
};

/** Compares the values of an enum by key, and those whose keys differ by value. */
export function compareValues(
  { old, now, after, context }: Difference<Enum, readonly EnumValue[]>,
  id: string,
): void {
  // Values whose keys are the same in both versions; the rest may have been renamed.
  const [gone, fresh]: [EnumValue[], EnumValue[]] = [[], []];
  for (const [, before, current] of pairBy(old, now, ({ key }) => key)) {
    if (before === undefined) fresh.push(...(current === undefined ? [] : [current]));
    else if (current === undefined) gone.push(before);
    else compareBy(enumValueTable, before, current, at(current));
  }
  for (const [, before, current] of pairBy(gone, fresh, ({ value }) => JSON.stringify(value))) {
    if (before === undefined) {
      if (current !== undefined) reportValue(current, "added", at(current), id);
    } else if (current === undefined) reportValue(before, "removed", at(before), id);
    else compareBy(enumValueTable, before, current, at(current));
  }

  function at({ key }: EnumValue): Context {
    return { ...context, place: `${after.id}$${key}` };
  }
}

function reportValue(
  { value }: EnumValue,
  what: "added" | "removed",
  context: Context,
  id: string,
): void {
  const text = JSON.stringify(value);
  context.report(
    {
      id: `${id}.${what}`,
      summary: `value ${text} was ${what}`,
      before: what === "removed" ? text : undefined,
      after: what === "added" ? text : undefined,
      effects: effectsOf(context, (direction) =>
        what === "added" ? [valueAdded(direction)] : valueRemoved(direction),
      ),
    },
    context,
  );
}

function valueAdded(direction: Direction): Effect {
  return direction === "input"
    ? compatible.validation("Servers of the old version reject it.")
    : compatible.code("Old clients read it as an unknown value.");
}

function valueRemoved(direction: Direction): Effect[] {
  const unknown = breaking.code("Code that uses its key does not compile.");
  return direction === "input"
    ? [breaking.validation("Requests with it are rejected."), unknown]
    : [unknown];
}
