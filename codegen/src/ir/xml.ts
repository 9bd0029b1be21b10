import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { shown } from "../diagnostics/text.js";
import type { ShapeId, Traits } from "../load/ast.js";
import { isRecord, own } from "../load/parse-model.js";
import { hasTrait, trait } from "../load/traits.js";

/** How XML has a member, or a structure or union that is the root of a document (Smithy 2.0, "XML bindings"). */
export interface XmlTraits {
  /** The name that the model gives to the element or attribute, with its prefix if it has one. */
  readonly name: string | undefined;
  /** Whether the member is an attribute of the structure's element. */
  readonly attribute: boolean;
  /** Whether the items of a collection are in the element of the structure itself. */
  readonly flattened: boolean;
  /** The namespace that the element declares. For a root, that of the service if it has no other. */
  readonly namespace: XmlNamespace | undefined;
}

/** The declaration of a namespace. Without a prefix, it is that of names without one. */
export interface XmlNamespace {
  readonly uri: string;
  readonly prefix: string | undefined;
}

/** What other protocols see: the traits of XML have no effect there. */
export const noXml: XmlTraits = {
  name: undefined,
  attribute: false,
  flattened: false,
  namespace: undefined,
};

interface Holder {
  readonly traits: Traits;
}

/** Reads the traits of a member or shape. */
export function xmlOf(holder: Holder, place: ShapeId, diagnostics: Diagnostics): XmlTraits {
  return {
    name: nameOf(holder, place, diagnostics),
    attribute: hasTrait(holder, "smithy.api#xmlAttribute"),
    flattened: hasTrait(holder, "smithy.api#xmlFlattened"),
    namespace: xmlNamespaceOf(holder, place, diagnostics),
  };
}

/** The pattern of the trait's definition in Smithy's prelude. */
const namePattern = /^[a-zA-Z_][\w-]*(?::[a-zA-Z_][\w-]*)?$/;

function nameOf(holder: Holder, place: ShapeId, diagnostics: Diagnostics): string | undefined {
  const name = trait(holder, "smithy.api#xmlName");
  if (name === undefined || (typeof name === "string" && namePattern.test(name))) return name;
  diagnostics.error(
    "SC1416",
    place,
    `has an invalid name in XML: expected letters, digits, "_" and "-", with at most one prefix, found ${shown(name)}`,
  );
  return undefined;
}

/** Characters that an attribute can have. */
const uriPattern = /^[ -\uD7FF\uE000-\uFFFD]+$/;

/** Reads the trait xmlNamespace of a service, shape or member. */
export function xmlNamespaceOf(
  holder: Holder,
  place: ShapeId,
  diagnostics: Diagnostics,
): XmlNamespace | undefined {
  const value = trait(holder, "smithy.api#xmlNamespace");
  if (value === undefined) return undefined;
  const [uri, prefix] = isRecord(value) ? [own(value, "uri"), own(value, "prefix")] : [];
  const isPrefix = typeof prefix === "string" && /^[a-zA-Z_][\w-]*$/.test(prefix);
  const isUri = typeof uri === "string" && uriPattern.test(uri);
  if (isUri && (prefix === undefined || isPrefix)) return { uri, prefix };
  diagnostics.error(
    "SC1416",
    place,
    `has an invalid XML namespace: expected a URI as text, and at most a name as prefix, found ${shown(value)}`,
  );
  return undefined;
}
