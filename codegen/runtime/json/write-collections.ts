import { setEntry } from "./json.js";
import { at, type Key } from "../values/path.js";
import { asArray, expectObject, type WritePlace } from "./write.js";

type Write<Value, Written> = (value: Value, here: WritePlace) => Written;

/** Writes a dense list of structures, unions or collections. Nulls are omitted. */
export function writeList<Item, Written>(
  value: readonly Item[],
  parent: WritePlace,
  key: Key,
  write: Write<Item, Written>,
): Written[] {
  const here = at(parent, key);
  const items = asArray(value, here);
  const json: Written[] = [];
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    if (item != null) json.push(write(item, at(here, index)));
  }
  return json;
}

/** Like `writeList`, for a map. */
export function writeMap<Item, Written>(
  value: Readonly<Record<string, Item>>,
  parent: WritePlace,
  key: Key,
  write: Write<Item, Written>,
): Record<string, Written> {
  const here = at(parent, key);
  expectObject(value, here);
  const json: Record<string, Written> = {};
  for (const name of Object.keys(value)) {
    const item = value[name];
    if (item != null) setEntry(json, name, write(item, at(here, name)));
  }
  return json;
}
