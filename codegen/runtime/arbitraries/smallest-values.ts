import { bigIntegersOf, integersOf, lengthOf, rangeOf } from "../schema/bounds.js";
import { holdsNulls, tableOf } from "../schema/targets.js";
import type {
  BlobTable,
  ListTable,
  MapTable,
  StringTable,
  StructureTable,
  Target,
  UnionTable,
} from "../tables.js";

/** Returns the required members of a structure, or the first member of a union. */
export function smallestMembers({
  type,
  members,
}: StructureTable | UnionTable): Record<string, unknown> {
  const needed =
    type === "structure"
      ? members.filter(([, , , facts]) => facts?.required === true)
      : members.slice(0, 1);
  return Object.fromEntries(needed.map(([name, , target]) => [name, smallest(target)]));
}

/**
 * Returns the smallest valid value of a shape. Text is never empty, since a path segment cannot be.
 */
export function smallest(target: Target): unknown {
  const table = tableOf(target);
  switch (table.type) {
    case "string":
      return textOfLength(Math.max(1, lengthOf(table).min), table);
    case "blob":
    case "list":
    case "map":
      return ofLength(table, lengthOf(table).min);
    case "boolean":
    case "document":
      return false;
    case "byte":
    case "short":
    case "integer":
    case "long": {
      const { min, max } = integersOf(table);
      return Math.min(Math.max(0, min), max);
    }
    case "float":
    case "bigDecimal": {
      const { min, max } = rangeOf(table);
      const value = Math.min(Math.max(0, min), max);
      return table.type === "float" ? value : String(value);
    }
    case "bigInteger":
    case "int64": {
      const { min = 0n, max = 0n } = bigIntegersOf(table);
      return min > 0n ? min : max < 0n ? max : 0n;
    }
    case "timestamp":
      return new Date(0);
    case "enum":
      return Object.values(table.values)[0];
    case "structure":
    case "union":
      return smallestMembers(table);
  }
}

/** Returns text, bytes, a list or a map of a given length. */
export function ofLength(
  table: StringTable | BlobTable | ListTable | MapTable,
  length: number,
  character: string = "a",
): unknown {
  const times = <T>(make: (index: number) => T): T[] =>
    Array.from({ length }, (_, index) => make(index));
  switch (table.type) {
    case "string":
      return textOfLength(length, table, character);
    case "blob":
      return new Uint8Array(length);
    case "list":
      return times((index) =>
        table.uniqueItems === true ? nth(table.item, index) : smallestElement(table, table.item),
      );
    case "map":
      return Object.fromEntries(
        times((index) => [String(nth(table.key, index)), smallestElement(table, table.value)]),
      );
  }
}

function smallestElement(collection: ListTable | MapTable, target: Target): unknown {
  return holdsNulls(collection, tableOf(target)) ? null : smallest(target);
}

/** Returns a value that differs for each index, if the shape has enough values. */
function nth(target: Target, index: number): unknown {
  const table = tableOf(target);
  switch (table.type) {
    case "string": {
      const { min } = lengthOf(table);
      const digits = String(index);
      const text = textOfLength(Math.max(min - digits.length, 1), table) + digits;
      const longer = textOfLength(Math.max(1, min) + index, table);
      return table.pattern?.test(text) === false ? longer : text;
    }
    case "byte":
    case "short":
    case "integer":
    case "long":
      return integersOf(table).min + index;
    case "enum": {
      const values = Object.values(table.values);
      return values[index % values.length];
    }
    default:
      return smallest(table);
  }
}

function textOfLength(length: number, { pattern }: StringTable, character: string = "a"): string {
  if (pattern === undefined) return character.repeat(length);
  const matching = ["a", "0", "A", "-"].find((each) => pattern.test(each.repeat(length)));
  return (matching ?? character).repeat(length);
}
