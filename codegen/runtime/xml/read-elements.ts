import { readText } from "../json/body.js";
import { setEntry, typeName } from "../json/json.js";
import { at, maxDepth, type Key } from "../values/path.js";
import { mismatch, valueRoot, type ReadPlace } from "../values/reader.js";
import { parseXml, type XmlElement } from "./parse-xml.js";
import { XmlError } from "./xml-error.js";

/** The elements in an element, by their names. */
export type ChildElements = ReadonlyMap<string, readonly XmlElement[]>;

/** Stands for an element that is missing. */
export const emptyElement: XmlElement = {
  name: "",
  attributes: new Map(),
  children: [],
  text: "",
};

/** Parses the text of a document, and returns its root element. */
export function rootElement(text: unknown, here: ReadPlace): XmlElement {
  if (typeof text !== "string") return mismatch(here, "XML text", typeName(text), emptyElement);
  try {
    return parseXml(text);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    return mismatch(here, "XML text", error.received, emptyElement);
  }
}

/** Parses an XML body. An empty body is read as an element without content. */
export function readXml(body: unknown, here: ReadPlace): XmlElement {
  return readXmlOrNothing(body, here) ?? emptyElement;
}

/** Parses an XML body. Returns `undefined` if it is empty. */
export function readXmlOrNothing(body: unknown, here: ReadPlace): XmlElement | undefined {
  const text = readText(body, here);
  return text === "" ? undefined : rootElement(text, here);
}

/** Reads a value that a caller passes as the text of an element. */
export function readXmlText<Value>(
  text: unknown,
  read: (xml: XmlElement, here: ReadPlace) => Value,
): Value {
  const here = valueRoot();
  return read(rootElement(text, here), here);
}

/** Returns the elements of a structure, union or map by their names. */
export function childrenOf(xml: XmlElement, here: ReadPlace): ChildElements {
  if (here.context.strict && /\S/.test(xml.text)) mismatch(here, "elements", "text");
  const children = new Map<string, XmlElement[]>();
  for (const child of xml.children) {
    const alike = children.get(child.name);
    if (alike === undefined) children.set(child.name, [child]);
    else alike.push(child);
  }
  return children;
}

/** Like `childrenOf`, for recursive shapes, with a limit on the depth. */
export function nestedChildrenOf(xml: XmlElement, here: ReadPlace): ChildElements {
  return here.depth > maxDepth
    ? mismatch(here, `at most ${maxDepth} levels of nesting`, "more", new Map())
    : childrenOf(xml, here);
}

/** Returns the first element of a name. */
export function firstChild(children: ChildElements, name: string): XmlElement | undefined {
  return children.get(name)?.[0];
}

/** Returns the elements of a name in the element of a collection. */
export function childrenNamed({ children }: XmlElement, name: string): XmlElement[] {
  return children.filter((child) => child.name === name);
}

/** Returns the text of an element of a simple type. */
export function textOf(xml: XmlElement, here: ReadPlace, key: Key): string {
  return xml.children.length === 0 ? xml.text : mismatch(at(here, key), "text", "elements", "");
}

/** Returns whether an element stands for null (XML Schema 1.0, part 1, section 2.6.2). */
export function isNil({ attributes }: XmlElement): boolean {
  const value = attributes.get("xsi:nil");
  return value === "true" || value === "1";
}

/** Reads the items of a list. */
export function readItems<Item>(
  elements: readonly XmlElement[],
  parent: ReadPlace,
  key: Key,
  read: (xml: XmlElement, here: ReadPlace, index: number) => Item,
): Item[] {
  const here = at(parent, key);
  return elements.map((xml, index) => read(xml, here, index));
}

/**
 * Reads the entries of a map.
 * @param names those of the elements for a key and a value
 */
export function readEntries<Item>(
  entries: readonly XmlElement[],
  parent: ReadPlace,
  key: Key,
  names: readonly [key: string, value: string],
  read: (xml: XmlElement, here: ReadPlace, key: string) => Item,
): Record<string, Item> {
  const here = at(parent, key);
  const map: Record<string, Item> = {};
  for (const [index, entry] of entries.entries()) {
    const [name, value] = names.map((part) => entry.children.find((child) => child.name === part));
    if (name === undefined || value === undefined) {
      mismatch(at(here, index), `an entry with ${names.join(" and ")}`, "another element");
      continue;
    }
    const text = textOf(name, here, index);
    setEntry(map, text, read(value, here, text));
  }
  return map;
}

/**
 * Returns the name of the union member that is set. A client accepts an unknown member; a server
 * accepts only members that the model defines.
 */
export function readUnionName(
  children: ChildElements,
  here: ReadPlace,
  known: readonly string[],
): string {
  const set = [...children.keys()];
  const ours = set.filter((name) => known.includes(name));
  const candidates = here.context.strict || ours.length === 0 ? set : ours;
  const [name] = candidates;
  const isValid = name !== undefined && (!here.context.strict || known.includes(name));
  if (isValid && candidates.length === 1) return name;
  const received = ["an element without others", "an unknown element"][set.length];
  return mismatch(here, `one element of ${known.join(", ")}`, received ?? "several elements", "");
}
