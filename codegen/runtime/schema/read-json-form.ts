import { own, setEntry } from "../json/json.js";
import {
  readBlob,
  readBoolean,
  readDocument,
  readFloat,
  readInteger,
  readNestedArray,
  readNestedObject,
  readString,
  readUnionMember,
} from "../json/read-json.js";
import type {
  DefaultValue,
  EnumTable,
  ListTable,
  MapTable,
  StructureTable,
  Target,
  TimestampTable,
  UnionTable,
} from "../tables.js";
import { readBigDecimal, readBigInteger } from "../values/big-numbers.js";
import { readInt64 } from "../values/int64.js";
import { at, type Key } from "../values/path.js";
import type { ReadPlace } from "../values/reader.js";
import { readDateTime, readEpochSeconds, readHttpDate } from "../values/timestamps.js";
import { integerBounds } from "./bounds.js";
import { holdsNulls, isInJson, tableOf } from "./targets.js";

/**
 * Returns a function that reads the JSON form of a shape by its table, for protocols whose messages
 * are not JSON. The rules are those of the readers that are generated for JSON.
 */
export function jsonReader(
  table: StructureTable | UnionTable,
): (json: unknown, here: ReadPlace) => never {
  return (json, here) => readMembered(table, json, here) as never;
}

function readMembered(
  table: StructureTable | UnionTable,
  json: unknown,
  here: ReadPlace,
): Record<string, unknown> {
  const wire = readNestedObject(json, here);
  const members = table.members.filter(isInJson);
  const value: Record<string, unknown> = {};
  if (table.type === "union") {
    const set = readUnionMember(
      wire,
      here,
      members.map(([, name]) => name),
    );
    const member = members.find(([, name]) => name === set);
    if (member !== undefined)
      setEntry(value, member[0], readTarget(member[2], own(wire, set), here, set));
    return value;
  }
  for (const [property, name, target, facts] of members) {
    const given = own(wire, name);
    const standIn = facts?.default;
    if (given != null) setEntry(value, property, readTarget(target, given, here, name));
    else if (standIn !== undefined)
      setEntry(value, property, readDefault(target, standIn, here, name));
  }
  return value;
}

/** Reads a default, in which timestamps have a format of their own (Smithy 2.0, "default trait"). */
function readDefault(target: Target, value: DefaultValue, here: ReadPlace, key: Key): unknown {
  const { type } = tableOf(target);
  if (type === "timestamp")
    return new Date(typeof value === "number" ? value * 1000 : (value as string));
  return typeof value === "bigint" ? value : readTarget(target, value, here, key);
}

function readTarget(target: Target, json: unknown, here: ReadPlace, key: Key): unknown {
  const table = tableOf(target);
  switch (table.type) {
    case "string":
      return readString(json, here, key);
    case "boolean":
      return readBoolean(json, here, key);
    case "enum":
      return readEnum(table, json, here, key);
    case "byte":
    case "short":
    case "integer":
    case "long":
      return readInteger(json, here, key, ...integerBounds(table.type));
    case "float":
      return readFloat(json, here, key);
    case "bigInteger":
      return readBigInteger(json, here, key);
    case "int64":
      return readInt64(json, here, key);
    case "bigDecimal":
      return readBigDecimal(json, here, key);
    case "blob":
      return readBlob(json, here, key);
    case "document":
      return readDocument(json, here, key);
    case "timestamp":
      return readTimestamp(table, json, here, key);
    case "list":
      return readList(table, json, at(here, key));
    case "map":
      return readMap(table, json, at(here, key));
    case "structure":
    case "union":
      return readMembered(table, json, at(here, key));
  }
}

function readEnum({ values }: EnumTable, json: unknown, here: ReadPlace, key: Key): unknown {
  return typeof Object.values(values)[0] === "number"
    ? readInteger(json, here, key, ...integerBounds("integer"))
    : readString(json, here, key);
}

function readTimestamp({ format }: TimestampTable, json: unknown, here: ReadPlace, key: Key): Date {
  switch (format) {
    case "date-time":
      return readDateTime(json, here, key);
    case "http-date":
      return readHttpDate(json, here, key);
    case "epoch-seconds":
      return readEpochSeconds(json, here, key);
  }
}

function readList(table: ListTable, json: unknown, here: ReadPlace): unknown[] {
  const mayBeNull = holdsNulls(table, tableOf(table.item));
  return readNestedArray(json, here).map((item, index) =>
    mayBeNull && item === null ? null : readTarget(table.item, item, here, index),
  );
}

function readMap(table: MapTable, json: unknown, here: ReadPlace): Record<string, unknown> {
  const wire = readNestedObject(json, here);
  const mayBeNull = holdsNulls(table, tableOf(table.value));
  const map: Record<string, unknown> = {};
  for (const key of Object.keys(wire)) {
    const item = wire[key];
    const read = mayBeNull && item === null ? null : readTarget(table.value, item, here, key);
    setEntry(map, key, read);
  }
  return map;
}
