import type { Shape } from "../model.js";

/** What differs between two definitions of a shape apart from traits, which are merged; `undefined` if nothing. */
export function differenceOf(one: Shape, other: Shape): string | undefined {
  if (one.type !== other.type) return `it is a ${other.type} there, and a ${one.type} here`;
  if (!isSameList(one.mixins, other.mixins)) return "the mixins differ";
  const members = [...one.members.values()];
  if (one.members.size !== other.members.size) return "the members differ";
  for (const { name, target } of members) {
    const there = other.members.get(name);
    if (there === undefined) return `there is no member ${name} there`;
    if (there.target !== target) return `the target of the member ${name} differs`;
  }
  const name = propertiesOf(one).find(([name, value]) => {
    const there = propertiesOf(other).find(([otherName]) => otherName === name)?.[1];
    return JSON.stringify(value) !== JSON.stringify(there);
  })?.[0];
  return name === undefined ? undefined : `the ${name} of the ${one.type} differ`;
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}

/** The properties of a shape that are no members, in a form in which their order has no effect. */
function propertiesOf(shape: Shape): [name: string, value: unknown][] {
  return Object.entries(shape)
    .filter(([name]) => !["id", "type", "location", "traits", "mixins", "members"].includes(name))
    .map(([name, value]: [string, unknown]) => {
      if (value instanceof Map) return [name, [...value].sort()];
      return [name, Array.isArray(value) ? [...(value as string[])].sort() : value];
    });
}
