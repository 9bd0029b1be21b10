import { setEntry } from "./json.js";
import { at, type Key } from "../values/path.js";
import { isSkipped, readArray, readObject } from "./read-json.js";
import type { ReadPlace } from "../values/reader.js";

type Read<Value> = (json: unknown, here: ReadPlace) => Value;

/** Reads a dense list of structures, unions or collections. */
export function readList<Item>(
  json: unknown,
  parent: ReadPlace,
  key: Key,
  read: Read<Item>,
): Item[] {
  const here = at(parent, key);
  const wire = readArray(json, here);
  const items: Item[] = [];
  for (let index = 0; index < wire.length; index++) {
    const item = wire[index];
    if (!isSkipped(item, here)) items.push(read(item, at(here, index)));
  }
  return items;
}

/** Like `readList`, for a map. */
export function readMap<Item>(
  json: unknown,
  parent: ReadPlace,
  key: Key,
  read: Read<Item>,
): Record<string, Item> {
  const here = at(parent, key);
  const wire = readObject(json, here);
  const map: Record<string, Item> = {};
  for (const name of Object.keys(wire)) {
    const item = wire[name];
    if (!isSkipped(item, here)) setEntry(map, name, read(item, at(here, name)));
  }
  return map;
}
