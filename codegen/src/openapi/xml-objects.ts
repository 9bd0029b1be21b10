import type { JsonObject } from "../../runtime/types.js";
import type { ElementName } from "../emit/wire/xml/elements.js";
import type { List, MapShape, Member, Shape } from "../ir/ir.js";
import type { XmlNamespace } from "../ir/xml.js";

/* The XML objects of schemas (OpenAPI 3.1, "XML Object"), which say how XML has a value. */

/** Adds to a schema what XML has it in. */
export function withXml(schema: JsonObject, xml: JsonObject): JsonObject {
  return Object.keys(xml).length === 0 ? schema : { ...schema, xml };
}

/** Returns the XML object of a root element. */
export function rootXml({ name, namespace }: ElementName): JsonObject {
  return nameXml(name, namespace);
}

/** Returns the key of a member in `properties`: its name in XML without the prefix. */
export function xmlKeyOf({ wireName }: Member): string {
  return wireName.slice(wireName.indexOf(":") + 1);
}

/**
 * Returns the XML object of a structure's member.
 * @param key the key of the member in `properties`, which is its name by default
 */
export function memberXml({ wireName, xml, target }: Member, key: string): JsonObject {
  const { name, ...rest } = nameXml(wireName, xml.namespace);
  return {
    ...(name === key ? {} : { name }),
    ...rest,
    ...(xml.attribute ? { attribute: true } : {}),
    ...(isCollection(target) && !xml.flattened ? { wrapped: true } : {}),
  };
}

/** Returns the XML object of the items of a list. Those of a flattened list have the name of the list's member. */
export function itemXml(list: List, isFlattened: boolean): JsonObject {
  const { wireName, xml, target } = list.member;
  const { name, ...rest } = nameXml(wireName, xml.namespace);
  return {
    ...(isFlattened ? {} : { name }),
    ...rest,
    ...(isCollection(target) ? { wrapped: true } : {}),
  };
}

/** Returns the schema of the entries of a map, which are elements with a key and a value (Smithy 2.0, "xmlFlattened trait"). */
export function entriesSchema(
  { key, value }: MapShape,
  isFlattened: boolean,
  schemaOf: (member: Member) => JsonObject,
): JsonObject {
  const members = [key, value].map((member): [string, JsonObject] => {
    const name = xmlKeyOf(member);
    return [name, withXml(schemaOf(member), memberXml(member, name))];
  });
  return withXml(
    {
      type: "object",
      properties: Object.fromEntries(members),
      required: members.map(([name]) => name),
    },
    isFlattened ? {} : { name: "entry" },
  );
}

function isCollection({ kind }: Shape): boolean {
  return kind === "list" || kind === "map";
}

/**
 * Returns the name and the namespace of an element. In Smithy, a namespace with a prefix is only declared, and has
 * no effect on names without the prefix; in OpenAPI, the element would have the prefix.
 */
function nameXml(text: string, namespace: XmlNamespace | undefined): JsonObject {
  const colon = text.indexOf(":");
  const prefix = colon === -1 ? undefined : text.slice(0, colon);
  return {
    name: text.slice(colon + 1),
    ...(namespace?.prefix === prefix && namespace !== undefined
      ? { namespace: namespace.uri }
      : {}),
    ...(prefix === undefined ? {} : { prefix }),
  };
}
