import {
  bigIntegersOf,
  integersOf,
  type MembersSpec,
  type ShapeSpec,
  type StringSpec,
} from "./shape-spec.js";

/** Returns the required members of a structure, or the first member of a union. */
export function smallestMembers({ kind, members }: MembersSpec): Record<string, unknown> {
  const needed =
    kind === "structure"
      ? members.filter(({ presence }) => presence === "required")
      : members.slice(0, 1);
  return Object.fromEntries(needed.map(({ name, value }) => [name, smallest(value)]));
}

/**
 * Returns the smallest valid value of a shape. Text is never empty, since a path segment cannot be.
 */
export function smallest(spec: ShapeSpec): unknown {
  switch (spec.kind) {
    case "string":
      return textOfLength(Math.max(1, spec.length.min), spec);
    case "blob":
    case "list":
    case "map":
      return ofLength(spec, spec.length.min);
    case "boolean":
      return false;
    case "integer": {
      const { min, max } = integersOf(spec);
      return Math.min(Math.max(0, min), max);
    }
    case "float":
      return Math.min(Math.max(0, spec.range.min), spec.range.max);
    case "bigInteger": {
      const { min = 0n, max = 0n } = bigIntegersOf(spec);
      return min > 0n ? min : max < 0n ? max : 0n;
    }
    case "bigDecimal":
      return String(Math.min(Math.max(0, spec.range.min), spec.range.max));
    case "timestamp":
      return new Date(0);
    case "document":
      return false;
    case "enum":
      return spec.values[0];
    case "orNull":
      return null;
    case "structure":
    case "union":
      return smallestMembers(spec);
    case "reference":
      return smallestMembers(spec.target());
  }
}

/** Returns text, bytes, a list or a map of a given length. */
export function ofLength(spec: ShapeSpec, length: number, character: string = "a"): unknown {
  if (spec.kind === "string") return textOfLength(length, spec, character);
  const indices = Array.from({ length }, (_, index) => index);
  switch (spec.kind) {
    case "blob":
      return new Uint8Array(length);
    case "list":
      return indices.map((index) =>
        spec.uniqueItems ? nth(spec.item, index) : smallest(spec.item),
      );
    case "map":
      return Object.fromEntries(
        indices.map((index) => [String(nth(spec.key, index)), smallest(spec.value)]),
      );
    default:
      throw new TypeError(`A ${spec.kind} has no length.`);
  }
}

/** Returns a value that differs for each index, if the shape has enough values. */
function nth(spec: ShapeSpec, index: number): unknown {
  switch (spec.kind) {
    case "string": {
      const digits = String(index);
      const text = textOfLength(Math.max(spec.length.min - digits.length, 1), spec) + digits;
      const longer = textOfLength(Math.max(1, spec.length.min) + index, spec);
      return spec.pattern?.test(text) === false ? longer : text;
    }
    case "integer":
      return integersOf(spec).min + index;
    case "enum":
      return spec.values[index % spec.values.length];
    default:
      return smallest(spec);
  }
}

function textOfLength(length: number, { pattern }: StringSpec, character: string = "a"): string {
  if (pattern === undefined) return character.repeat(length);
  const matching = ["a", "0", "A", "-"].find((each) => pattern.test(each.repeat(length)));
  return (matching ?? character).repeat(length);
}
