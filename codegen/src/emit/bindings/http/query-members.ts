import type { Operation } from "../../../ir/service.js";
import type { Member } from "../../../ir/ir.js";
import { local, member as memberOf, setMember } from "../../code/access.js";
import { code, join, lines, literal, nothing, plainText, type Code } from "../../code/code.js";
import type { Message } from "../../../ir/message.js";
import { inParts } from "../../code/parts.js";
import { absence, emptyMapIfNeeded } from "../../wire/tree/read.js";
import { runtime } from "../../code/runtime.js";
import { isQuotable, parseText, writeText, writeTexts } from "../../wire/text-value.js";
import { typeOf } from "../../shapes/types.js";
import { rootOf } from "../../wire/tree/write.js";

const clientRoot = rootOf("client");

/** Returns whether a request can have query parameters. */
export function hasQuery({ http }: Operation, { query, queryParams }: Message): boolean {
  return http.query.length > 0 || query.length > 0 || queryParams !== undefined;
}

/** Returns statements that write the query parameters from `value` into `query`. */
export function writeQueryMembers({ http }: Operation, bindings: Message): Code {
  const literals = http.query.map(([name, value]) => code`[${literal(name)}]: ${literal(value)},`);
  return lines([
    code`const query: ${runtime("Query")} = {${join(literals, code` `)}};`,
    inParts(bindings.query.map(writeQueryMember)),
    bindings.queryParams === undefined ? nothing : writeQueryParams(bindings.queryParams),
  ]);
}

function writeQueryMember(member: Member): Code {
  const value = memberOf(code`value`, member.property, typeOf(member.target));
  const name = member.binding.location === "query" ? member.binding.name : "";
  const set = (text: Code): Code => setQuery(name, text);
  if (member.idempotencyToken) {
    return set(
      code`${runtime("writeQuery")}(${value} ?? ${runtime("idempotencyToken")}(options), ${clientRoot}, ${literal(member.name)})`,
    );
  }
  const otherwise = member.required
    ? code` else ${runtime("missingBinding")}(${clientRoot}, ${literal(member.name)});`
    : nothing;
  if (member.target.kind !== "list") {
    const text = writeQueryText(member, value, clientRoot, literal(member.name));
    return code`if (${value} != null) ${set(text)}${otherwise}`;
  }
  const items = local("texts", member.name);
  const element = member.target.member;
  const texts = writeTexts(member, value, clientRoot, (here, index) =>
    writeQueryText(element, code`item`, here, index),
  );
  // An empty list has no query parameters, like an absent one.
  return code`if (${value} != null) {
  const ${items} = ${texts};
  if (${items}.length > 0) ${set(items)}
}${otherwise}`;
}

function setQuery(name: string, value: Code): Code {
  return name === "__proto__"
    ? code`${runtime("define")}(query, ${literal(name)}, ${value});`
    : code`query[${literal(name)}] = ${value};`;
}

function writeQueryText(member: Member, value: Code, here: Code, key: Code): Code {
  const text = writeText(member, value, "query", here, key);
  return isQuotable(member.target)
    ? code`${runtime("writeQuery")}(${text}, ${here}, ${key})`
    : text;
}

function writeQueryParams(member: Member): Code {
  const value = memberOf(code`value`, member.property, typeOf(member.target));
  return code`if (${value} != null) ${runtime("writeQueryMap")}(query, ${value}, ${runtime("at")}(${clientRoot}, ${literal(member.name)}));`;
}

/** Returns statements that read the query parameters of `request` into `value`. */
export function readQueryMembers({ query, queryParams }: Message): Code {
  return lines([
    inParts(query.map(readQueryMember)),
    queryParams === undefined ? nothing : readQueryParams(queryParams),
  ]);
}

function readQueryMember(member: Member): Code {
  const name = literal(member.binding.location === "query" ? member.binding.name : "");
  const text = local("text", member.name);
  const key = literal(member.name);
  const { target } = member;
  const isList = target.kind === "list";
  const item = isList
    ? parseText(
        target.member,
        code`item`,
        code`${runtime("at")}(here, ${key})`,
        code`index`,
        "query",
      )
    : parseText(member, text, code`here`, key, "query");
  const value = !isList
    ? item
    : plainText(item) === "item"
      ? text
      : code`${text}.map((item, index) => ${item})`;
  return lines([
    code`const ${text} = ${runtime(isList ? "readQuery" : "readFirstQuery")}(request, ${name});`,
    code`if (${text} !== undefined) ${setMember(code`value`, member.property, value)}${absence(member, "request")}`,
  ]);
}

function readQueryParams(member: Member): Code {
  const isListMap = member.target.kind === "map" && member.target.value.target.kind === "list";
  const entries = local("entries", member.name);
  return lines([
    code`const ${entries} = ${runtime(isListMap ? "readQueryListMap" : "readQueryMap")}(request);`,
    code`if (${entries} !== undefined) ${setMember(code`value`, member.property, entries)}${emptyMapIfNeeded(member)}`,
  ]);
}
