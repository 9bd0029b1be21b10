import { setEntry } from "./json.js";
import { at, type Key } from "../values/path.js";
import { asArray, expectObject, type WritePlace } from "./write.js";
import type { JsonObject, JsonValue } from "../types.js";

type Write<Value> = (value: Value, here: WritePlace) => JsonValue;

/** Writes a dense list of structures, unions or collections. Nulls are omitted. */
export function writeList<Item>(
  value: readonly Item[],
  parent: WritePlace,
  key: Key,
  write: Write<Item>,
): JsonValue[] {
  const here = at(parent, key);
  const items = asArray(value, here);
  const json: JsonValue[] = [];
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    if (item != null) json.push(write(item, at(here, index)));
  }
  return json;
}

/** Like `writeList`, for a map. */
export function writeMap<Item>(
  value: Readonly<Record<string, Item>>,
  parent: WritePlace,
  key: Key,
  write: Write<Item>,
): JsonObject {
  const here = at(parent, key);
  expectObject(value, here);
  const json: JsonObject = {};
  for (const name of Object.keys(value)) {
    const item = value[name];
    if (item != null) setEntry(json, name, write(item, at(here, name)));
  }
  return json;
}
