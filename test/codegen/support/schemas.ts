import { expect } from "vitest";
import {
  inputSchema,
  outputSchema,
  type Annotate,
} from "../../../codegen/runtime/schema/json-schema.js";
import type {
  JsonObject,
  MemberTable,
  StructureTable,
  Target,
  UnionTable,
} from "../../../codegen/runtime/types.js";

const options = { target: "draft-2020-12" };

/** The table of a structure with members. */
export function structureOf(...members: readonly MemberTable[]): StructureTable {
  return { type: "structure", name: "Thing", members };
}

/** The schema of a shape's JSON, without its dialect. */
export function onWire(table: StructureTable | UnionTable, annotate?: Annotate): JsonObject {
  const { $schema, ...schema } = inputSchema(table, options, annotate);
  expect($schema).toMatch("2020-12");
  return schema;
}

/** The schema of a shape's values in memory, without its dialect. */
export function inMemory(table: StructureTable | UnionTable): JsonObject {
  const { $schema, ...schema } = outputSchema(table, options);
  expect($schema).toMatch("2020-12");
  return schema;
}

/** The schema of a required member's JSON. */
export function wire(target: Target): JsonObject {
  return memberOf(onWire(structureOf(["m", "m", target, { required: true }])));
}

/** The schema of a required member in memory. */
export function memory(target: Target): JsonObject {
  return memberOf(inMemory(structureOf(["m", "m", target, { required: true }])));
}

/** The schema of the member `m`. */
export function memberOf({ properties }: JsonObject): JsonObject {
  return (properties as { readonly m: JsonObject }).m;
}
