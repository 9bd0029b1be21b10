import { escapeAttribute } from "../../../../runtime/xml/write-xml.js";
import { clientRoot } from "../../../../runtime/json/write.js";
import type { List, Member, Structure, Union } from "../../../ir/ir.js";
import type { XmlNamespace } from "../../../ir/xml.js";
import { code, literal, nothing, type Code } from "../../code/code.js";

/** The name and the namespace of an element. */
export interface ElementName {
  readonly name: string;
  readonly namespace: XmlNamespace | undefined;
}

/** Returns the element of a member in the element of its structure. */
export function elementOf({ wireName, xml }: Member): ElementName {
  return { name: wireName, namespace: xml.namespace };
}

/** Returns the root element of a document that is a structure or union. */
export function rootElementOf({ name, xml }: Structure | Union): ElementName {
  return { name: xml.name ?? name, namespace: xml.namespace };
}

/** Returns the root element of a document that is a payload. */
export function payloadElementOf({ name, xml, target }: Member): ElementName {
  const root =
    target.kind === "structure" || target.kind === "union" ? rootElementOf(target) : undefined;
  const shapeName = root?.name ?? ("symbol" in target ? target.name : name);
  return { name: xml.name ?? shapeName, namespace: xml.namespace ?? root?.namespace };
}

/** Returns the elements of a flattened list: they have the name of the list's member. */
export function flatElementOf(member: Member, list: List): ElementName {
  return { name: member.wireName, namespace: list.member.xml.namespace ?? member.xml.namespace };
}

/** Returns what a start tag has for a namespace, as a further argument; nothing without one. */
export function namespaceArgument({ namespace }: ElementName): Code {
  return namespace === undefined ? nothing : code`, ${namespaceText({ namespace })}`;
}

/** Returns the text that a start tag has for a namespace. */
export function namespaceText({ namespace }: Pick<ElementName, "namespace">): Code {
  if (namespace === undefined) return literal("");
  const name = namespace.prefix === undefined ? "xmlns" : `xmlns:${namespace.prefix}`;
  return literal(` ${name}="${escapeAttribute(namespace.uri, clientRoot, name)}"`);
}
