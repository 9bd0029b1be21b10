import fc from "fast-check";
import { validValues } from "../../runtime/arbitraries/arbitraries.js";
import { smallestMembers } from "../../runtime/arbitraries/smallest-values.js";
import type { Structure } from "../ir/ir.js";
import { Tables } from "../ir/tables.js";
import { isValid } from "./is-valid.js";

/** Invents a value of a structure; the same seed gives the same value. */
export type InventValue = (shape: Structure, seed: number) => unknown;

const tables = new Tables();

/**
 * Returns the smallest valid value: required members only, each as short as the model allows. If a
 * pattern refuses that, the values of required members are drawn.
 */
export const smallestValue: InventValue = (shape, seed) => {
  const smallest = smallestMembers(tables.membered(shape));
  if (isValid(shape, smallest)) return smallest;
  const drawn = drawnValue(shape, seed) as Readonly<Record<string, unknown>>;
  const required = shape.members.filter((member) => member.required);
  return Object.fromEntries(required.map(({ property }) => [property, drawn[property]]));
};

/** Returns a valid value that is drawn at random. */
export const drawnValue: InventValue = (shape, seed) => {
  const [value] = fc.sample(validValues(tables.membered(shape)), { numRuns: 1, seed });
  return value;
};
