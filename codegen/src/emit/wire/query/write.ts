import type { List, MapShape, Member, Structure, Union } from "../../../ir/ir.js";
import { hasJsonForm } from "../../../ir/wire.js";
import { member as memberOf } from "../../code/access.js";
import { code, commas, lines, literal, templateText, type Code } from "../../code/code.js";
import type { FunctionDeclaration } from "../../code/declarations.js";
import { inParts } from "../../code/parts.js";
import { runtime } from "../../code/runtime.js";
import { functionReference, internal } from "../../code/shape-references.js";
import { defaultValue } from "../../shapes/default-value.js";
import { receivedType, typeOf } from "../../shapes/types.js";
import { writeText } from "../text-value.js";

/** What the two protocols of this family differ in. */
export interface QueryDialect {
  /** Returns the name of a member in the names of parameters. */
  readonly nameOf: (member: Member) => string;
  /** Whether the items of all lists are numbered without a name between. */
  readonly isFlat: boolean;
  /** Whether an empty list is sent as a parameter without a value. */
  readonly sendsEmptyLists: boolean;
}

/*
 * Writers add the members of a structure or union to the parameters of a form. Their names begin
 * with `prefix`.
 */

/** Returns the function that writes a structure or union. */
export function queryWriter(shape: Structure | Union, dialect: QueryDialect): FunctionDeclaration {
  const members = shape.members.filter(hasJsonForm);
  const isUsed = members.length > 0;
  return {
    kind: "function",
    name: `write${shape.symbol}`,
    ...internal(shape),
    parameters: [
      { name: "value", type: receivedType(shape) },
      { name: "here", type: code`${runtime("WritePlace")}` },
      { name: isUsed ? "prefix" : "_prefix", type: code`string` },
      { name: isUsed ? "pairs" : "_pairs", type: code`${runtime("QueryPairs")}` },
    ],
    returnType: code`void`,
    body: lines([
      code`${runtime(shape.recursive ? "expectNestedObject" : "expectObject")}(value, here);`,
      inParts(members.map((member) => writeMember(member, dialect))),
    ]),
  };
}

function writeMember(member: Member, dialect: QueryDialect): Code {
  const value = memberOf(code`value`, member.property, typeOf(member.target));
  const name = named(code`\${prefix}${templateText(dialect.nameOf(member))}`);
  const write = (given: Code): Code => {
    const { target, xml } = member;
    const place = { here: code`here`, key: literal(member.name) };
    if (target.kind === "list") return addItems(target, xml.flattened, given, place, name, dialect);
    if (target.kind === "map")
      return addEntries(target, xml.flattened, given, place, name, dialect);
    return writeValue(member, given, place, name, dialect);
  };
  const standIn = defaultValue(member);
  return standIn !== undefined && member.clientDefault
    ? write(code`(${value} ?? ${standIn})`)
    : code`if (${value} != null) ${write(value)}`;
}

/** A name of a parameter: the content of a template literal, and the expression for the name. */
interface Name {
  readonly content: Code;
  readonly expression: Code;
}

function named(content: Code): Name {
  return { content, expression: code`\`${content}\`` };
}

/** The name that a function of the runtime passes on. */
const numberedName: Name = { content: code`\${name}`, expression: code`name` };

interface KeyedPlace {
  readonly here: Code;
  readonly key: Code;
}

/** Returns a statement that adds a value under a name. */
function writeValue(
  member: Member,
  value: Code,
  { here, key }: KeyedPlace,
  name: Name,
  dialect: QueryDialect,
): Code {
  const { target } = member;
  switch (target.kind) {
    case "structure":
    case "union": {
      const parts = [value, code`${runtime("at")}(${here}, ${key})`, code`\`${name.content}.\``];
      return code`${functionReference(target, "write")}(${commas([...parts, code`pairs`])});`;
    }
    case "list":
      return addItems(target, false, value, { here, key }, name, dialect);
    case "map":
      return addEntries(target, false, value, { here, key }, name, dialect);
    default: {
      const text =
        target.kind === "blob"
          ? code`${runtime("writeBlob")}(${value}, ${here}, ${key})`
          : writeText(member, value, "query", here, key);
      return code`${runtime("addPair")}(${commas([code`pairs`, name.expression, text, here, key])});`;
    }
  }
}

function addItems(
  list: List,
  flattened: boolean,
  value: Code,
  { here, key }: KeyedPlace,
  name: Name,
  dialect: QueryDialect,
): Code {
  const isFlat = flattened || dialect.isFlat;
  const numbered = isFlat
    ? name
    : named(code`${name.content}.${templateText(list.member.wireName)}`);
  const empty = dialect.sendsEmptyLists ? name.expression : code`undefined`;
  const place = { here: code`here`, key: code`index` };
  const item = writeValue(list.member, code`item`, place, numberedName, dialect);
  const given = commas([code`pairs`, value, here, key, numbered.expression, empty]);
  return code`${runtime("addItems")}(${given}, (item, here, index, name) => { ${item} });`;
}

function addEntries(
  map: MapShape,
  flattened: boolean,
  value: Code,
  { here, key }: KeyedPlace,
  name: Name,
  dialect: QueryDialect,
): Code {
  const numbered = flattened ? name : named(code`${name.content}.entry`);
  const place = { here: code`here`, key: code`key` };
  const part = (member: Member): Name => named(code`\${name}.${templateText(member.wireName)}`);
  const entry = lines([
    writeValue(map.key, code`key`, place, part(map.key), dialect),
    writeValue(map.value, code`item`, place, part(map.value), dialect),
  ]);
  const given = commas([value, here, key, numbered.expression]);
  return code`${runtime("addEntries")}(${given}, (item, here, key, name) => { ${entry} });`;
}
