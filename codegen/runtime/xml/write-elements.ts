import { setEntry } from "../json/json.js";
import { asArray, expectObject, unwritable, type WritePlace } from "../json/write.js";
import { at, type Key } from "../values/path.js";
import type { UnknownMember } from "../types.js";
import { escapeAttribute, escapeText } from "./write-xml.js";

/** Returns the text of an element. The content and the attributes are escaped already. */
export function element(name: string, content: string, attributes = ""): string {
  return `<${name}${attributes}>${content}</${name}>`;
}

/** Returns the text of an attribute in a start tag. */
export function attribute(name: string, text: string, here: WritePlace, key: Key): string {
  return ` ${name}="${escapeAttribute(text, here, key)}"`;
}

/** Stands for null in a sparse collection (XML Schema 1.0, part 1, section 2.6.2). */
export const nil = ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"';

/**
 * Writes the items of a list as elements.
 * @param nilItem stands for null; without it, nulls are omitted
 */
export function writeItems<Item>(
  items: readonly Item[],
  parent: WritePlace,
  key: Key,
  write: (item: NonNullable<Item>, here: WritePlace, index: number) => string,
  nilItem = "",
): string {
  const here = at(parent, key);
  let xml = "";
  for (const [index, item] of asArray(items, here).entries()) {
    xml += item == null ? nilItem : write(item, here, index);
  }
  return xml;
}

/** Writes the entries of a map as elements. Entries without a value are omitted. */
export function writeEntries<Item>(
  map: Readonly<Record<string, Item>>,
  parent: WritePlace,
  key: Key,
  write: (item: Item, here: WritePlace, key: string) => string,
  isSparse = false,
): string {
  const here = at(parent, key);
  expectObject(map, here);
  let xml = "";
  for (const name of Object.keys(map)) {
    const item = map[name] as Item;
    if (item != null || isSparse) xml += write(item, here, name);
  }
  return xml;
}

/** Writes an unknown union member, whose value is text. */
export function writeUnknownElement(
  xml: Record<string, string>,
  member: UnknownMember,
  here: WritePlace,
): void {
  const [name, text] = Array.isArray(member) ? member : [];
  if (typeof name !== "string" || !/^[a-z_][\w.-]*(?::[a-z_][\w.-]*)?$/i.test(name)) {
    return unwritable(at(here, "$unknown"), "the name of an element, and text", "another value");
  }
  setEntry(xml, name, element(name, escapeText(text as string, here, name)));
}

/** @returns the element of a union, if exactly one of its members is set */
export function onlyElement(elements: Readonly<Record<string, string>>, here: WritePlace): string {
  const names = Object.keys(elements);
  return names.length === 1
    ? Object.values(elements).join("")
    : unwritable(
        here,
        "a union with exactly one member set",
        names.length === 0 ? "none" : names.join(", "),
      );
}
