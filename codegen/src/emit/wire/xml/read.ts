import type { List, MapShape, Member, Structure, Union } from "../../../ir/ir.js";
import { splitBody, type Direction } from "../../../ir/message.js";
import { hasJsonForm } from "../../../ir/wire.js";
import { parseText } from "../text-value.js";
import { emptyValue, propertyKey, setMember } from "../../code/access.js";
import { code, commas, lines, literal, mentions, nothing, type Code } from "../../code/code.js";
import type { FunctionDeclaration } from "../../code/declarations.js";
import { inParts } from "../../code/parts.js";
import { runtime } from "../../code/runtime.js";
import {
  bodyFunction,
  functionReference,
  internal,
  valueReference,
} from "../../code/shape-references.js";
import { receivedType } from "../../shapes/types.js";
import { absence } from "../tree/read.js";

/*
 * Readers convert an element to a value. The names of elements are those of members; that of the
 * element itself has no effect. Collections and simple values are read in place.
 */

/** An element that stands for an absent structure, whose members get the values of absent ones. */
const empty = code`${runtime("emptyElement")}`;

/** Returns the functions that read a structure or union: as a whole, and what is in a body. */
export function xmlReaders(shape: Structure | Union): FunctionDeclaration[] {
  const body = shape.kind === "structure" ? splitBody(shape) : undefined;
  const read = shape.kind === "union" ? readUnion(shape) : readStructure(shape);
  const whole: FunctionDeclaration = {
    kind: "function",
    name: `read${shape.symbol}`,
    ...internal(shape),
    parameters: [
      { name: mentions(read, "xml") ? "xml" : "_xml", type: code`${runtime("XmlElement")}` },
      { name: mentions(read, "here") ? "here" : "_here", type: code`${runtime("ReadPlace")}` },
    ],
    returnType: receivedType(shape),
    body: read,
  };
  if (body === undefined) return [whole];
  return [
    whole,
    {
      kind: "function",
      name: `read${shape.symbol}Body`,
      ...internal(shape),
      parameters: [
        { name: "xml", type: code`${runtime("XmlElement")}` },
        { name: "value", type: receivedType(shape) },
        { name: "here", type: code`${runtime("ReadPlace")}` },
      ],
      returnType: code`void`,
      body: readXmlMembers(body),
    },
  ];
}

/** Returns a statement that reads the members of `xml` that are in the body of a message. */
export function readSplitXml(shape: Structure): Code {
  return code`${bodyFunction(shape, "read")}(xml, value, here);`;
}

function readStructure(shape: Structure): Code {
  const type = receivedType(shape);
  const body = splitBody(shape);
  const rest = shape.members.filter((member) => body?.includes(member) !== true);
  if (!shape.members.some(hasJsonForm))
    return shape.members.length === 0 ? code`return {};` : code`return {} as ${type};`;
  return lines([
    emptyValue(shape.members, type),
    readXmlMembers(rest, undefined, shape.recursive),
    body === undefined ? nothing : readSplitXml(shape),
    code`return value;`,
  ]);
}

/**
 * Returns statements that read members of the element `xml` into `value`.
 * @param direction the direction of the message, if it is known
 * @param isNested whether the depth is checked, as for recursive shapes
 */
export function readXmlMembers(
  members: readonly Member[],
  direction?: Direction,
  isNested = false,
): Code {
  const given = members.filter(hasJsonForm);
  const statements = given.map((member) => {
    const [variable, found] = sourceOf(member);
    const assignment = setMember(
      code`value`,
      member.property,
      readXmlMember(member, variable, code`here`),
    );
    return code`if ((${variable} = ${found}) !== undefined) ${assignment}${absence(member, direction, empty)}`;
  });
  const all = lines(statements);
  const read = runtime(isNested ? "nestedChildrenOf" : "childrenOf");
  return lines([
    // Also without members that refer to it, since it checks the depth and the kind of element.
    mentions(all, "wire")
      ? code`const wire = ${read}(xml, here);`
      : given.length === 0
        ? nothing
        : code`${read}(xml, here);`,
    mentions(all, "item") ? code`let item: ${runtime("XmlElement")} | undefined;` : nothing,
    mentions(all, "items")
      ? code`let items: readonly ${runtime("XmlElement")}[] | undefined;`
      : nothing,
    mentions(all, "text") ? code`let text: string | undefined;` : nothing,
    inParts(statements),
  ]);
}

/** Returns the variable for what a member is read from, and the expression that finds that. */
function sourceOf(member: Member): readonly [variable: Code, found: Code] {
  const name = literal(member.wireName);
  if (member.xml.attribute) return [code`text`, code`xml.attributes.get(${name})`];
  return isFlat(member)
    ? [code`items`, code`wire.get(${name})`]
    : [code`item`, code`${runtime("firstChild")}(wire, ${name})`];
}

function isFlat({ target, xml }: Member): boolean {
  return xml.flattened && (target.kind === "list" || target.kind === "map");
}

/** Returns an expression that reads a member from its element, its elements or its attribute. */
function readXmlMember(member: Member, source: Code, here: Code): Code {
  const { target } = member;
  const key = literal(member.wireName);
  if (member.xml.attribute) return parseText(member, source, here, key, "query");
  if (isFlat(member)) {
    if (target.kind === "list") return readItems(target, source, here, key);
    if (target.kind === "map") return readEntries(target, source, here, key);
  }
  return readElement(member, source, here, key);
}

/** Returns an expression that reads a value from an element, at `key` below `here`. */
export function readElement(member: Member, element: Code, here: Code, key: Code): Code {
  const { target } = member;
  switch (target.kind) {
    case "structure":
    case "union":
      return code`${functionReference(target, "read")}(${element}, ${runtime("at")}(${here}, ${key}))`;
    case "list": {
      const name = literal(target.member.wireName);
      const items = code`${runtime("childrenNamed")}(${element}, ${name})`;
      return readItems(target, items, here, key);
    }
    case "map": {
      const entries = code`${runtime("childrenNamed")}(${element}, "entry")`;
      return readEntries(target, entries, here, key);
    }
    default:
      break;
  }
  const text = code`${runtime("textOf")}(${element}, ${here}, ${key})`;
  return target.kind === "blob"
    ? code`${runtime("readBlob")}(${text}, ${here}, ${key})`
    : parseText(member, text, here, key, "query");
}

function readItems(list: List, elements: Code, here: Code, key: Code): Code {
  const item = readElement(list.member, code`xml`, code`here`, code`index`);
  return code`${runtime("readItems")}(${elements}, ${here}, ${key}, (xml, here, index) => ${orNil(list, item)})`;
}

function readEntries(map: MapShape, entries: Code, here: Code, key: Code): Code {
  const item = readElement(map.value, code`xml`, code`here`, code`key`);
  const names = commas([literal(map.key.wireName), literal(map.value.wireName)]);
  return code`${runtime("readEntries")}(${entries}, ${here}, ${key}, [${names}], (xml, here, key) => ${orNil(map, item)})`;
}

function orNil({ sparse }: List | MapShape, item: Code): Code {
  return sparse ? code`${runtime("isNil")}(xml) ? null : ${item}` : item;
}

function readUnion(shape: Union): Code {
  const names = commas(shape.members.map(({ wireName }) => literal(wireName)));
  const cases = shape.members.map((member) => {
    const [, found] = sourceOf(member);
    const source = code`${found} ?? ${isFlat(member) ? code`[]` : empty}`;
    const read = readXmlMember(member, source, code`here`);
    // An error in an event stream is an instance of its class.
    const isError =
      shape.streaming && member.target.kind === "structure" && member.target.error !== undefined;
    const value = isError ? code`new ${valueReference(member.target)}(${read})` : read;
    return code`case ${literal(member.wireName)}:\n  return { ${propertyKey(member.property)}: ${value} };`;
  });
  return code`const wire = ${runtime(shape.recursive ? "nestedChildrenOf" : "childrenOf")}(xml, here);
const name = ${runtime("readUnionName")}(wire, here, [${names}]);
switch (name) {
  ${lines(cases)}
  default:
    return { $unknown: [name, ${runtime("firstChild")}(wire, name)?.text] };
}`;
}
