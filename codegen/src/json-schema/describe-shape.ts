import type { Bounds, Enum, Member, NamedShape, Structure, Union } from "../ir/ir.js";
import { locationOf, presenceOf } from "../ir/wire.js";
import { enumSchema, type SchemaMember, type SchemaWriter } from "../../runtime/json-schema.js";
import { describeText, memberNotes, shapeNotes } from "./describe-text.js";
import type { JsonObject } from "../../runtime/types.js";

/*
 * Schemas are built with the same calls as in generated code for Standard Schema, so that both are
 * equal. These also contain documentation.
 */

/** Returns the schema of a structure, union or enum, with its documentation. */
export function describeShape(to: SchemaWriter, shape: Structure | Union | Enum): JsonObject {
  const notes = shapeNotes(shape);
  switch (shape.kind) {
    case "structure":
      return { title: shape.name, ...notes, ...to.structure(membersOf(to, shape)) };
    case "union":
      return { title: shape.name, ...notes, ...to.union(membersOf(to, shape)) };
    case "enum":
      return { title: shape.name, ...notes, ...enumSchema(shape.values.map(({ value }) => value)) };
  }
}

function membersOf(to: SchemaWriter, shape: Structure | Union): SchemaMember[] {
  return shape.members.map((member) => [
    member.wireName,
    member.property,
    describeValue(to, member),
    presenceOf(member),
    locationOf(member),
    memberNotes(member),
  ]);
}

function describeValue(to: SchemaWriter, member: Member): JsonObject {
  const { target, constraints } = member;
  const min = asNumber(constraints.range?.min);
  const max = asNumber(constraints.range?.max);
  switch (target.kind) {
    case "structure":
    case "union":
    case "enum":
      return to.ref(target.symbol, () => describeShape(to, target));
    case "list": {
      const items = describeElement(to, target.member, target.sparse);
      return documented(target, to.list(items, ...sizes(constraints.length), target.uniqueItems));
    }
    case "map": {
      const key = describeValue(to, target.key);
      const value = describeElement(to, target.value, target.sparse);
      return documented(target, to.map(key, value, ...sizes(constraints.length)));
    }
    case "string":
      return to.string(...sizes(constraints.length), constraints.pattern?.regExp);
    case "blob":
      return to.blob(...sizes(constraints.length));
    case "integer":
      return to.integer(target.type, min, max);
    case "float":
      return to.float(min, max);
    case "bigInteger":
      return to.bigInteger(min, max);
    case "bigDecimal":
      return to.bigDecimal(min, max);
    case "timestamp":
      return to.timestamp(member.timestampFormat ?? "epoch-seconds");
    case "boolean":
      return to.boolean();
    case "document":
      return to.document();
  }
}

/** Returns the schema of a list element or map value. A null is a valid document. */
function describeElement(to: SchemaWriter, member: Member, sparse: boolean): JsonObject {
  const value = describeValue(to, member);
  return sparse || member.target.kind === "document" ? to.orNull(value) : value;
}

/** Adds the documentation of a collection, whose schema is inlined. A member's own documentation overrides it. */
function documented(shape: NamedShape, schema: JsonObject): JsonObject {
  const description = describeText(shape.documentation);
  return description === "" ? schema : { ...schema, description };
}

function sizes(
  bounds: Bounds<number> | undefined,
): [min: number | undefined, max: number | undefined] {
  return [bounds?.min, bounds?.max];
}

/** Converts a bound to a number, as JSON Schema requires, even if it is a bigint. */
function asNumber(bound: number | bigint | undefined): number | undefined {
  return bound === undefined ? undefined : Number(bound);
}
