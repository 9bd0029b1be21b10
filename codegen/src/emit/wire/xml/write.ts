import type { List, MapShape, Member, Structure, Union } from "../../../ir/ir.js";
import { splitBody } from "../../../ir/message.js";
import { hasJsonForm } from "../../../ir/wire.js";
import { writeText } from "../text-value.js";
import { member as memberOf, setEntry } from "../../code/access.js";
import { code, lines, literal, mentions, nothing, type Code } from "../../code/code.js";
import type { FunctionDeclaration } from "../../code/declarations.js";
import { inParts } from "../../code/parts.js";
import { runtime } from "../../code/runtime.js";
import { bodyFunction, functionReference, internal } from "../../code/shape-references.js";
import { defaultValue } from "../../shapes/default-value.js";
import { receivedType, typeOf } from "../../shapes/types.js";
import { elementOf, flatElementOf, namespaceArgument, type ElementName } from "./elements.js";

/*
 * Writers of structures and unions return the text of an element. Their callers know its name, and
 * the attribute that declares its namespace. Collections and simple values are written in place.
 */

/** The side that writes, if it is known when the code is generated. */
type Side = "client" | "server" | "either";

/** Returns the functions that write a structure or union: as a whole, and what is in a body. */
export function xmlWriters(shape: Structure | Union): FunctionDeclaration[] {
  if (shape.kind === "union") return [writer(shape, `write${shape.symbol}`, writeUnion(shape))];
  const body = splitBody(shape);
  return [
    writer(shape, `write${shape.symbol}`, writeStructure(shape, shape.members)),
    ...(body === undefined
      ? []
      : [writer(shape, `write${shape.symbol}Body`, writeStructure(shape, body))]),
  ];
}

function writer(shape: Structure | Union, name: string, body: Code): FunctionDeclaration {
  return {
    kind: "function",
    name,
    ...internal(shape),
    parameters: [
      { name: mentions(body, "value") ? "value" : "_value", type: receivedType(shape) },
      { name: "here", type: code`${runtime("WritePlace")}` },
      { name: "name", type: code`string` },
      { name: "attributes", type: code`string`, initializer: literal("") },
    ],
    returnType: code`string`,
    body,
  };
}

/** Returns an expression that writes a structure or union as an element. */
export function writeWhole(
  shape: Structure | Union,
  value: Code,
  here: Code,
  element: ElementName,
): Code {
  const write = functionReference(shape, "write");
  return code`${write}(${value}, ${here}, ${literal(element.name)}${namespaceArgument(element)})`;
}

/** Returns an expression that writes the members that are in the body of a message. */
export function writeSplitXml(
  shape: Structure,
  value: Code,
  here: Code,
  element: ElementName,
): Code {
  const write = bodyFunction(shape, "write");
  return code`${write}(${value}, ${here}, ${literal(element.name)}${namespaceArgument(element)})`;
}

function sideOf({ serverDefaults }: Structure | Union): Side {
  return serverDefaults ? "either" : "client";
}

/** Checks the depth only for recursive shapes; the model limits the depth of others. */
function expectObject({ recursive }: Structure | Union): Code {
  return code`${runtime(recursive ? "expectNestedObject" : "expectObject")}(value, here);`;
}

function writeStructure(shape: Structure, members: readonly Member[]): Code {
  const given = members.filter(hasJsonForm);
  if (given.length === 0)
    return lines([
      expectObject(shape),
      code`return ${runtime("element")}(name, ${literal("")}, attributes);`,
    ]);
  return lines([
    expectObject(shape),
    code`let xml = ${literal("")};`,
    writeXmlMembers(given, code`here`, sideOf(shape)),
    code`return ${runtime("element")}(name, xml, attributes);`,
  ]);
}

/** Returns statements that append members of `value` to `xml`, and to `attributes`. */
export function writeXmlMembers(
  members: readonly Member[],
  here: Code,
  side: Side,
  object: Code = code`value`,
): Code {
  return inParts(
    members.filter(hasJsonForm).map((member) => {
      const value = memberOf(object, member.property, typeOf(member.target));
      const append = (given: Code): Code =>
        member.xml.attribute
          ? code`attributes += ${writeAttribute(member, given, here)};`
          : code`xml += ${writeXmlMember(member, given, here)};`;
      const standIn = defaultValue(member);
      if (standIn !== undefined && (member.clientDefault || side === "server"))
        return append(code`(${value} ?? ${standIn})`);
      const otherwise =
        standIn !== undefined && side === "either"
          ? code` else if (${here}.context === "server") ${append(standIn)}`
          : nothing;
      return code`if (${value} != null) ${append(value)}${otherwise}`;
    }),
  );
}

function writeAttribute(member: Member, value: Code, here: Code): Code {
  const key = literal(member.name);
  const text = writeText(member, value, "query", here, key);
  return code`${runtime("attribute")}(${literal(member.wireName)}, ${text}, ${here}, ${key})`;
}

/** Returns an expression for the element of a member, or for several ones of a flattened collection. */
export function writeXmlMember(member: Member, value: Code, here: Code): Code {
  const { target, xml, name } = member;
  const key = literal(name);
  if (xml.flattened && target.kind === "list")
    return writeItems(target, flatElementOf(member, target), value, here, key);
  if (xml.flattened && target.kind === "map")
    return writeEntries(target, elementOf(member), value, here, key);
  return writeElement(member, elementOf(member), value, here, key);
}

/** Returns an expression for the element of a value, which is at `key` below `here`. */
export function writeElement(
  member: Member,
  element: ElementName,
  value: Code,
  here: Code,
  key: Code,
): Code {
  const { target } = member;
  if (target.kind === "structure" || target.kind === "union")
    return writeWhole(target, value, code`${runtime("at")}(${here}, ${key})`, element);
  const content = writeContent(member, value, here, key);
  return code`${runtime("element")}(${literal(element.name)}, ${content}${namespaceArgument(element)})`;
}

function writeContent(member: Member, value: Code, here: Code, key: Code): Code {
  const { target } = member;
  switch (target.kind) {
    case "list":
      return writeItems(target, elementOf(target.member), value, here, key);
    case "map":
      return writeEntries(target, { name: "entry", namespace: undefined }, value, here, key);
    case "blob":
      return code`${runtime("writeBlob")}(${value}, ${here}, ${key})`;
    case "string":
      return code`${runtime("escapeText")}(${value}, ${here}, ${key})`;
    case "enum":
      if (target.type === "string")
        return code`${runtime("escapeText")}(${value}, ${here}, ${key})`;
      break;
    case "bigDecimal":
      return code`${runtime("escapeText")}(${value}, ${here}, ${key})`;
    default:
      break;
  }
  return writeText(member, value, "query", here, key);
}

function writeItems(list: List, element: ElementName, value: Code, here: Code, key: Code): Code {
  const item = writeElement(list.member, element, code`item`, code`here`, code`index`);
  const nil = list.sparse ? code`, ${nilElement(element)}` : nothing;
  return code`${runtime("writeItems")}(${value}, ${here}, ${key}, (item, here, index) => ${item}${nil})`;
}

function writeEntries(map: MapShape, entry: ElementName, value: Code, here: Code, key: Code): Code {
  const name = writeElement(map.key, elementOf(map.key), code`key`, code`here`, code`key`);
  const element = elementOf(map.value);
  const item = writeElement(map.value, element, code`item`, code`here`, code`key`);
  const content = map.sparse ? code`(item === null ? ${nilElement(element)} : ${item})` : item;
  const written = code`${runtime("element")}(${literal(entry.name)}, ${name} + ${content}${namespaceArgument(entry)})`;
  const sparse = map.sparse ? code`, true` : nothing;
  return code`${runtime("writeEntries")}(${value}, ${here}, ${key}, (item, here, key) => ${written}${sparse})`;
}

function nilElement({ name }: ElementName): Code {
  return code`${runtime("element")}(${literal(name)}, ${literal("")}, ${runtime("nil")})`;
}

function writeUnion(shape: Union): Code {
  const members = shape.members.map((member) => {
    const value = memberOf(code`value`, member.property, typeOf(member.target));
    const written = writeXmlMember(member, value, code`here`);
    return code`if (${value} != null) ${setEntry(code`xml`, member.wireName, written)}`;
  });
  return lines([
    expectObject(shape),
    code`const xml: Record<string, string> = {};`,
    inParts(members),
    code`if (value.$unknown !== undefined) ${runtime("writeUnknownElement")}(xml, value.$unknown, here);`,
    code`return ${runtime("element")}(name, ${runtime("onlyElement")}(xml, here), attributes);`,
  ]);
}
