import { typeName } from "../json/json.js";
import { encodeText } from "../http/labels.js";
import { asArray, clientRoot, expectObject, unwritable, type WritePlace } from "../json/write.js";
import { at, type Key } from "../values/path.js";
import type { HttpRequest } from "../types.js";

/** The parameters of a form, in the order in which they are sent. */
export type QueryPairs = [name: string, value: string][];

/** Adds a parameter. */
export function addPair(
  pairs: QueryPairs,
  name: string,
  text: string,
  here: WritePlace,
  key: Key,
): void {
  if (typeof text !== "string") unwritable(at(here, key), "a string", typeName(text));
  pairs.push([name, text]);
}

type WriteItem<Item> = (item: Item, here: WritePlace, index: number, name: string) => void;

/**
 * Adds the items of a list; nulls are omitted.
 * @param name the name before the number of an item
 * @param emptyName the name of an empty list, if such a list is sent
 */
export function addItems<Item>(
  pairs: QueryPairs,
  value: readonly Item[],
  parent: WritePlace,
  key: Key,
  name: string,
  emptyName: string | undefined,
  write: WriteItem<Item>,
): void {
  const here = at(parent, key);
  const items = asArray<Item>(value, here);
  if (items.length === 0 && emptyName !== undefined) pairs.push([emptyName, ""]);
  let count = 0;
  for (let index = 0; index < items.length; index++) {
    const item = items[index] as Item;
    if (item != null) write(item, here, index, `${name}.${++count}`);
  }
}

/** Adds the entries of a map; nulls are omitted. */
export function addEntries<Item>(
  value: Readonly<Record<string, Item>>,
  parent: WritePlace,
  key: Key,
  name: string,
  write: (item: Item, here: WritePlace, key: string, name: string) => void,
): void {
  const here = at(parent, key);
  expectObject(value, here);
  let count = 0;
  for (const entry of Object.keys(value)) {
    const item = value[entry] as Item;
    if (item != null) write(item, here, entry, `${name}.${++count}`);
  }
}

/**
 * Writes a request (AWS Query protocol, "Request serialization").
 * @param action the name of the operation
 * @param version that of the service
 */
export function queryRequest(
  action: string,
  version: string,
  pairs: QueryPairs,
): HttpRequest<string> {
  let body = `Action=${action}&Version=${encodeText(version, clientRoot, "Version")}`;
  for (const [name, value] of pairs) body += `&${name}=${encodeText(value, clientRoot, name)}`;
  // In the names of members and elements, nothing else needs encoding, and values are encoded.
  if (body.includes(":")) body = body.replaceAll(":", "%3A");
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  return { method: "POST", path: "/", query: {}, headers, body };
}
