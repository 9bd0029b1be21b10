import type { Operation } from "../../codegen/src/ir/service.js";
import fc from "fast-check";
import type { Structure } from "../../codegen/src/ir/ir.js";
import {
  validValues,
  type ValueOptions,
} from "../../generated/src/runtime/arbitraries/arbitraries.js";
import { smallestMembers } from "../../generated/src/runtime/arbitraries/smallest-values.js";
import type { StructureTable } from "../../generated/src/runtime/types.js";
import type { Value } from "./codec.js";
import { structures } from "./service.js";

const tables = new Map<string, StructureTable>(
  await Promise.all(
    structures.map(async ({ codec: { file, symbol } }) => {
      const { href } = new URL(`../../generated/src/${file}.ts`, import.meta.url);
      const module = (await import(href)) as Record<string, unknown>;
      return [symbol, module[`${symbol}$`] as StructureTable] as const;
    }),
  ),
);

/** What the generated code says of a structure. */
export function structureTable({ codec }: Structure): StructureTable {
  const table = tables.get(codec.symbol);
  if (table === undefined) throw new Error(`There is no table of ${codec.symbol}.`);
  return table;
}

/** The least that a structure can hold and be valid: its required members. */
export function smallestStructure(structure: Structure): Value {
  return smallestMembers(structureTable(structure));
}

/** Valid values of a structure; what HTTP carries outside of a body is such that it can. */
export function structureValues(
  structure: Structure,
  options: ValueOptions = {},
): fc.Arbitrary<Value> {
  return validValues(structureTable(structure), options);
}

/** Valid inputs of an operation. */
export function inputsOf({ input }: Operation, options: ValueOptions = {}): fc.Arbitrary<Value> {
  return input === undefined ? fc.constant({}) : structureValues(input, options);
}

/** Valid outputs of an operation. */
export function outputsOf({ output }: Operation, options: ValueOptions = {}): fc.Arbitrary<Value> {
  return output === undefined ? fc.constant({}) : structureValues(output, options);
}
