import { SaxesParser, type SaxesAttributeNS } from "saxes";
import type { Json } from "../support/models.js";

/*
 * Reads XML by the XML objects of a document's schemas, as OpenAPI 3.1 says it ("XML Object"), and by nothing
 * else. What no schema has is an error.
 */

interface Element {
  readonly name: string;
  readonly uri: string;
  readonly attributes: Readonly<Record<string, SaxesAttributeNS>>;
  readonly children: Element[];
  text: string;
}

/** Reads the root element of a text. */
export function readXml(text: string, schema: Json, document: Json): unknown {
  const root = parse(text);
  const { name, namespace = "" } = xmlOf(resolve(schema, document));
  if (root.name !== name || root.uri !== namespace)
    throw new Error(
      `The root is {${root.uri}}${root.name}, but not {${namespace}}${String(name)}.`,
    );
  return read(root, schema, document);
}

function parse(text: string): Element {
  const root: Element = { name: "", uri: "", attributes: {}, children: [], text: "" };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("opentag", ({ name, uri, attributes }) => {
    const element = { name, uri, attributes, children: [], text: "" };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("text", (piece) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += piece;
  });
  parser.on("closetag", () => void open.pop());
  parser.write(text).close();
  const [first] = root.children;
  if (first === undefined) throw new Error("The document has no root.");
  return first;
}

interface Xml {
  readonly name?: string;
  readonly namespace?: string;
  readonly prefix?: string;
  readonly attribute?: boolean;
  readonly wrapped?: boolean;
}

const xmlOf = (schema: Json): Xml => schema["xml"] ?? {};

/** A reference with the keywords beside it. The XML object of the target is about it as a root. */
function resolve(schema: Json, document: Json): Json {
  const { $ref, ...rest } = schema;
  if (typeof $ref !== "string") return schema;
  const found = $ref
    .split("/")
    .slice(1)
    .reduce<unknown>((part, key) => (part as Json)[key], document) as Json;
  return { ...resolve(found, document), ...rest };
}

function read(element: Element, schema: Json, document: Json): unknown {
  const target = resolve(schema, document);
  const { oneOf, type } = target as { oneOf?: Json[]; type?: string };
  if (oneOf !== undefined) return readOneOf(element, oneOf, document);
  if (type === "object") return readObject(element, target, document);
  if (type === "array") {
    const items = target["items"] as Json;
    const { name } = xmlOf(items);
    refuse(element.children.filter((child) => child.name !== qualified(name ?? "", items)));
    return element.children.map((child) => read(child, items, document));
  }
  refuse(element.children);
  return readText(element.text, String(type));
}

function readText(text: string, type: string): unknown {
  if (type === "boolean") return text === "true";
  return type === "integer" || type === "number" ? Number(text) : text;
}

function readOneOf(element: Element, choices: readonly Json[], document: Json): unknown {
  if (element.children.length === 0) {
    const number = Number(element.text);
    return Number.isFinite(number) ? number : element.text;
  }
  const [child] = element.children;
  const choice = choices.find(({ title }) => title === child?.name);
  return read(element, choice ?? {}, document);
}

function readObject(element: Element, schema: Json, document: Json): Json {
  const left = new Set(element.children);
  const attributes = new Set(
    Object.keys(element.attributes).filter((key) => !/^xmlns\b/.test(key)),
  );
  const value: Json = {};
  for (const [key, property] of Object.entries((schema["properties"] ?? {}) as Json)) {
    const target = resolve(property as Json, document);
    const { name = key, attribute, wrapped, namespace } = xmlOf(property as Json);
    const full = qualified(name, property as Json);
    if (attribute === true) {
      if (attributes.delete(full)) value[key] = element.attributes[full]?.value;
      continue;
    }
    const found = [...left].filter((child) => child.name === full);
    for (const child of found) left.delete(child);
    if (found.some(({ uri }) => namespace !== undefined && uri !== namespace))
      throw new Error(`The element ${full} has another namespace than ${String(namespace)}.`);
    if (found.length === 0) continue;
    const isFlat = target["type"] === "array" && wrapped !== true;
    value[key] = isFlat
      ? found.map((child) => read(child, target["items"] as Json, document))
      : found.map((child) => read(child, property as Json, document))[0];
  }
  refuse([...left]);
  if (attributes.size > 0) throw new Error(`There is no schema of ${[...attributes].join(", ")}.`);
  return value;
}

function qualified(name: string, schema: Json): string {
  const { prefix } = xmlOf(schema);
  return prefix === undefined ? name : `${prefix}:${name}`;
}

function refuse(elements: readonly Element[]): void {
  const names = elements.map(({ name }) => name);
  if (names.length > 0) throw new Error(`There is no schema of ${names.join(", ")}.`);
}
