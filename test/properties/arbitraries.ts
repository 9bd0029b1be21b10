import fc from "fast-check";
import type { Operation, Structure } from "../../codegen/src/ir/ir.js";
import { validValues, type ValueOptions } from "../../generated/src/runtime/arbitraries.js";
import {
  specOf,
  type DescribeSpec,
  type MembersSpec,
} from "../../generated/src/runtime/shape-spec.js";
import { smallestMembers } from "../../generated/src/runtime/smallest-values.js";
import type { Value } from "./codec.js";
import { structures } from "./service.js";

/** How each structure describes itself, which the index does not export. */
const descriptions = new Map<string, DescribeSpec>(
  await Promise.all(
    structures.map(async ({ codec: { file, symbol } }) => {
      const { href } = new URL(`../../generated/src/${file}.ts`, import.meta.url);
      const module = (await import(href)) as Record<string, unknown>;
      return [symbol, module[`describe${symbol}`] as DescribeSpec] as const;
    }),
  ),
);

function describeOf({ codec }: Structure): DescribeSpec {
  const describe = descriptions.get(codec.symbol);
  if (describe === undefined) throw new Error(`Nothing describes ${codec.symbol}.`);
  return describe;
}

/** What the generated code says of a structure. */
export function structureSpec(structure: Structure): MembersSpec {
  return specOf(describeOf(structure));
}

/** The least that a structure can hold and be valid: its required members. */
export function smallestStructure(structure: Structure): Value {
  return smallestMembers(structureSpec(structure));
}

/** Valid values of a structure; what HTTP carries outside of a body is such that it can. */
export function structureValues(
  structure: Structure,
  options: ValueOptions = {},
): fc.Arbitrary<Value> {
  return validValues(describeOf(structure), options) as fc.Arbitrary<Value>;
}

/** Valid inputs of an operation. */
export function inputsOf({ input }: Operation, options: ValueOptions = {}): fc.Arbitrary<Value> {
  return input === undefined ? fc.constant({}) : structureValues(input, options);
}

/** Valid outputs of an operation. */
export function outputsOf({ output }: Operation, options: ValueOptions = {}): fc.Arbitrary<Value> {
  return output === undefined ? fc.constant({}) : structureValues(output, options);
}
