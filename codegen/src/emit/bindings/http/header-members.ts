import type { Member } from "../../../ir/ir.js";
import type { Message, Direction } from "../../../ir/message.js";
import { local, member as memberOf, setEntry, setMember } from "../../code/access.js";
import {
  code,
  identifier,
  lines,
  literal,
  nothing,
  plainText,
  type Code,
} from "../../code/code.js";
import { defaultValue } from "../../shapes/default-value.js";
import { inParts } from "../../code/parts.js";
import { absence, emptyMapIfNeeded } from "../../wire/tree/read.js";
import { runtime } from "../../code/runtime.js";
import {
  isQuotable,
  parseText,
  splitHeaderText,
  writeText,
  writeTexts,
} from "../../wire/text-value.js";
import { typeOf } from "../../shapes/types.js";
import { rootOf } from "../../wire/tree/write.js";

/** Returns statements that write the members bound to headers from `value` into `headers`. */
export function writeHeaders({ headers, prefixHeaders }: Message, direction: Direction): Code {
  const here = rootOf(direction === "request" ? "client" : "server");
  const statements = headers.map((member) => {
    const value = memberOf(code`value`, member.property, typeOf(member.target));
    const name = member.binding.location === "header" ? member.binding.name : "";
    const set = (given: Code): Code =>
      setEntry(code`headers`, name, writeHeaderValue(member, given, here));
    if (member.idempotencyToken && direction === "request") {
      return set(code`(${value} ?? ${runtime("idempotencyToken")}(options))`);
    }
    const standIn = direction === "response" ? defaultValue(member) : undefined;
    if (standIn !== undefined) return set(code`(${value} ?? ${standIn})`);
    const otherwise =
      member.required && direction === "request"
        ? code` else ${runtime("missingBinding")}(${here}, ${literal(member.name)});`
        : nothing;
    return code`if (${value} != null) ${set(value)}${otherwise}`;
  });
  return lines([
    inParts(statements),
    prefixHeaders === undefined ? nothing : writePrefix(prefixHeaders, here),
  ]);
}

function writePrefix(member: Member, here: Code): Code {
  const value = memberOf(code`value`, member.property, typeOf(member.target));
  const prefix = member.binding.location === "prefixHeaders" ? member.binding.name : "";
  return code`if (${value} != null) ${runtime("writePrefixHeaders")}(headers, ${literal(prefix)}, ${value}, ${runtime("at")}(${here}, ${literal(member.name)}));`;
}

function writeHeaderValue(member: Member, value: Code, here: Code): Code {
  const { target } = member;
  const key = literal(member.name);
  if (target.kind !== "list")
    return code`${runtime("writeHeader")}(${writeText(member, value, "header", here, key)}, ${here}, ${key})`;
  const element = target.member;
  const write = runtime(isQuotable(element.target) ? "writeHeaderElement" : "writeHeader");
  const texts = writeTexts(member, value, here, (place, index) => {
    const text = writeText(element, code`item`, "header", place, index);
    return code`${write}(${text}, ${place}, ${index})`;
  });
  return code`${texts}.join(", ")`;
}

/**
 * Returns statements that read the members bound to headers of a message into `value`.
 * @param absent returns the code for a missing header
 * @param readsEmptyMaps whether a map is read as an empty one if its headers are missing
 */
export function readHeaders(
  { headers, prefixHeaders }: Message,
  direction: Direction,
  absent: (member: Member, direction: Direction) => Code = absence,
  readsEmptyMaps = false,
): Code {
  const statements = headers.map((member) => {
    const text = local("text", member.name);
    const name = member.binding.location === "header" ? member.binding.name : "";
    const key = literal(member.name);
    const read = code`const ${text} = ${runtime("readHeader")}(${identifier(direction)}, ${literal(name)});`;
    const value = readTextValue(member, text, key);
    return lines([
      read,
      code`if (${text} !== undefined) ${setMember(code`value`, member.property, value)}${absent(member, direction)}`,
    ]);
  });
  return lines([
    inParts(statements),
    prefixHeaders === undefined ? nothing : readPrefix(prefixHeaders, direction, readsEmptyMaps),
  ]);
}

function readTextValue(member: Member, text: Code, key: Code): Code {
  const { target } = member;
  if (target.kind !== "list") return parseText(member, text, code`here`, key, "header");
  const split = splitHeaderText(target.member, text);
  const item = parseText(
    target.member,
    code`item`,
    code`${runtime("at")}(here, ${key})`,
    code`index`,
    "header",
  );
  // The elements are text, so strings need no further code.
  if (plainText(item) === "item") return split;
  return code`${split}.map((item, index) => ${item})`;
}

function readPrefix(member: Member, direction: Direction, readsEmptyMaps: boolean): Code {
  const prefix = member.binding.location === "prefixHeaders" ? member.binding.name : "";
  const map = local("entries", member.name);
  const otherwise = readsEmptyMaps
    ? code` else ${setMember(code`value`, member.property, code`{}`)}`
    : emptyMapIfNeeded(member);
  return lines([
    code`const ${map} = ${runtime("readPrefixHeaders")}(${identifier(direction)}, ${literal(prefix)});`,
    code`if (${map} !== undefined) ${setMember(code`value`, member.property, map)}${otherwise}`,
  ]);
}
