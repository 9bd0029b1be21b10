import { readBigDecimal, readBigInteger } from "../../runtime/values/big-numbers.js";
import { readInt64 } from "../../runtime/values/int64.js";
import { own, setEntry } from "../../runtime/json/json.js";
import { at, type Key } from "../../runtime/values/path.js";
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
} from "../../runtime/json/read-json.js";
import type { ReadPlace } from "../../runtime/values/reader.js";
import { readDateTime, readEpochSeconds, readHttpDate } from "../../runtime/values/timestamps.js";
import type { List, MapShape, Member, Structure, Union } from "../ir/ir.js";
import { integerBounds } from "../../runtime/schema/bounds.js";
import { jsonFormatOf, jsonMembers, jsonNameOf } from "../ir/wire.js";
import { defaultOf } from "./default-value.js";

/*
 * Reads JSON like the generated code, with the same helpers, but interprets the model instead. The
 * rules are those of a server: for example, a null in a dense collection is an error.
 */

/** Reads the value of an aggregate shape. */
export function readShape(
  shape: Structure | Union | List | MapShape,
  json: unknown,
  here: ReadPlace,
): unknown {
  switch (shape.kind) {
    case "structure":
      return readStructure(shape, json, here);
    case "union":
      return readUnion(shape, json, here);
    case "list":
      return readNestedArray(json, here).map((item, index) =>
        shape.sparse && item === null ? null : readMember(shape.member, item, here, index),
      );
    case "map":
      return readMap(shape, json, here);
  }
}

function readStructure(shape: Structure, json: unknown, here: ReadPlace): unknown {
  const wire = readNestedObject(json, here);
  const value: Record<string, unknown> = {};
  for (const member of jsonMembers(shape)) {
    const name = jsonNameOf(member);
    const found = own(wire, name);
    const read = found == null ? defaultOf(member) : readMember(member, found, here, name);
    if (read !== undefined) setEntry(value, member.property, read);
  }
  return value;
}

function readUnion(shape: Union, json: unknown, here: ReadPlace): unknown {
  const wire = readNestedObject(json, here);
  const names = shape.members.map(jsonNameOf);
  const name = readUnionMember(wire, here, names);
  const member = shape.members.find((candidate) => jsonNameOf(candidate) === name);
  const value: Record<string, unknown> = {};
  if (member !== undefined) {
    setEntry(value, member.property, readMember(member, own(wire, name), here, name));
  }
  return value;
}

function readMap(shape: MapShape, json: unknown, here: ReadPlace): unknown {
  const wire = readNestedObject(json, here);
  const map: Record<string, unknown> = {};
  for (const key of Object.keys(wire)) {
    const item = wire[key];
    setEntry(
      map,
      key,
      shape.sparse && item === null ? null : readMember(shape.value, item, here, key),
    );
  }
  return map;
}

function readMember(member: Member, json: unknown, here: ReadPlace, key: Key): unknown {
  const { target } = member;
  switch (target.kind) {
    case "string":
      return readString(json, here, key);
    case "boolean":
      return readBoolean(json, here, key);
    case "integer":
      return readInteger(json, here, key, ...integerBounds(target.type));
    case "enum":
      return target.type === "string"
        ? readString(json, here, key)
        : readInteger(json, here, key, ...integerBounds("integer"));
    case "float":
      return readFloat(json, here, key);
    case "bigInteger":
      return target.type === "long" ? readInt64(json, here, key) : readBigInteger(json, here, key);
    case "bigDecimal":
      return readBigDecimal(json, here, key);
    case "blob":
      return readBlob(json, here, key);
    case "document":
      return readDocument(json, here, key);
    case "timestamp":
      return readTimestamp(member, json, here, key);
    case "list":
    case "map":
    case "structure":
    case "union":
      return readShape(target, json, at(here, key));
  }
}

function readTimestamp(member: Member, json: unknown, here: ReadPlace, key: Key): Date {
  switch (jsonFormatOf(member)) {
    case "date-time":
      return readDateTime(json, here, key);
    case "http-date":
      return readHttpDate(json, here, key);
    case "epoch-seconds":
      return readEpochSeconds(json, here, key);
  }
}
