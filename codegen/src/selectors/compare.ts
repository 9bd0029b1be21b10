import { exists, flatten, textOf, type Attribute } from "./attributes.js";
import type { Comparator, NumberComparator, TextComparator } from "./selector.js";

/** Compares two attributes (Smithy 2.0, "Attribute comparison" and "Projection comparators"). */
export function compare(
  left: Attribute,
  comparator: Comparator,
  right: Attribute,
  ignoreCase: boolean,
): boolean {
  switch (comparator) {
    case "?=":
      return String(exists(left)) === textOf(right);
    case "{=}":
      return isSubset(left, right, ignoreCase) && isSubset(right, left, ignoreCase);
    case "{!=}":
      return !(isSubset(left, right, ignoreCase) && isSubset(right, left, ignoreCase));
    case "{<}":
      return isSubset(left, right, ignoreCase);
    case "{<<}":
      return isSubset(left, right, ignoreCase) && !isSubset(right, left, ignoreCase);
    default: {
      const others = flatten(right).filter(exists);
      return flatten(left)
        .filter(exists)
        .some((value) => others.some((other) => matches(value, comparator, other, ignoreCase)));
    }
  }
}

function isSubset(left: Attribute, right: Attribute, ignoreCase: boolean): boolean {
  if (left?.kind !== "projection" || right?.kind !== "projection") return false;
  const others = flatten(right);
  return flatten(left).every((value) =>
    others.some((other) => matches(value, "=", other, ignoreCase)),
  );
}

function matches(
  left: Attribute,
  comparator: TextComparator | NumberComparator,
  right: Attribute,
  ignoreCase: boolean,
): boolean {
  const fold = (text: string): string => (ignoreCase ? text.toLowerCase() : text);
  const [one, other] = [fold(textOf(left)), fold(textOf(right))];
  switch (comparator) {
    case "=":
      return one === other;
    case "!=":
      return one !== other;
    case "^=":
      return one.startsWith(other);
    case "$=":
      return one.endsWith(other);
    case "*=":
      return one.includes(other);
    default:
      return compareNumbers(one, comparator, other);
  }
}

const number = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

function compareNumbers(left: string, comparator: NumberComparator, right: string): boolean {
  if (!number.test(left) || !number.test(right)) return false;
  const [one, other] = [Number(left), Number(right)];
  switch (comparator) {
    case ">":
      return one > other;
    case ">=":
      return one >= other;
    case "<":
      return one < other;
    case "<=":
      return one <= other;
  }
}
