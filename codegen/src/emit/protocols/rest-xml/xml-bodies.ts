import type { Member } from "../../../ir/ir.js";
import { isAllBody, isSplitBody, type Direction } from "../../../ir/message.js";
import { writeHeaders } from "../../bindings/http/header-members.js";
import { member as memberOf, propertyKey, setMember } from "../../code/access.js";
import {
  code,
  commas,
  identifier,
  join,
  lines,
  literal,
  nothing,
  type Code,
} from "../../code/code.js";
import { runtime } from "../../code/runtime.js";
import { functionReference } from "../../code/shape-references.js";
import { typeOf } from "../../shapes/types.js";
import { rootOf } from "../../wire/tree/write.js";
import {
  namespaceArgument,
  namespaceText,
  payloadElementOf,
  rootElementOf,
} from "../../wire/xml/elements.js";
import { readElement, readSplitXml, readXmlMembers } from "../../wire/xml/read.js";
import { writeElement, writeSplitXml, writeWhole, writeXmlMembers } from "../../wire/xml/write.js";
import type { Body } from "../operation-functions.js";
import type { BodyFormat, BodyWriter, DocumentMessage } from "../rest/body-format.js";

const mediaType = "application/xml";

/**
 * Bodies in XML.
 * @param isWrapped whether errors are in an element `ErrorResponse`
 */
export function xmlBodies(isWrapped: boolean): BodyFormat {
  return {
    mediaType,
    whenExpected: "if given",
    openResponse: "openXmlResponse",
    readsEmptyMaps: true,
    // Only for errors whose body is a payload, which has no place for their name.
    hasErrorHeader: true,
    absentStructure: undefined,
    writeDocument,
    writePayload: (payload, _, value, side) =>
      writeElement(payload, payloadElementOf(payload), value, rootOf(side), literal(payload.name)),
    readWhole: ({ structure }, body) =>
      code`${functionReference(structure, "read")}(${runtime("readXml")}(${body}, here), here)`,
    readDocument: (document, direction) =>
      lines([
        code`const xml = ${runtime("readXml")}(${identifier(direction)}.body, here);`,
        readBodyMembers(document, direction),
      ]),
    readPayload: (payload, body, value) => ({
      parsed: code`${runtime("readXmlOrNothing")}(${body}, here)`,
      value: readElement(payload, value, code`here`, literal(payload.name)),
    }),
    readWholeError: (shape) =>
      code`${functionReference(shape, "read")}(${runtime("errorElement")}(failure), here)`,
    readError: (document) =>
      lines([
        code`const xml = ${runtime("errorElement")}(failure);`,
        readBodyMembers(document, "response"),
      ]),
    writeError: (document, statusCode) => writeError(document, statusCode, isWrapped),
  };
}

/** Returns statements that read the members in a body, whose root element is `xml`, into `value`. */
function readBodyMembers(
  { structure, message, isUnwrapped }: DocumentMessage,
  direction: Direction,
): Code {
  const [member] = message.body;
  if (isUnwrapped && member !== undefined) {
    const read = readElement(member, code`xml`, code`here`, literal(member.wireName));
    // An empty root is the only form that an absent member can have.
    return code`if (xml.text !== "" || xml.children.length > 0) ${setMember(code`value`, member.property, read)}`;
  }
  return isSplitBody(structure, message)
    ? readSplitXml(structure)
    : readXmlMembers(message.body, direction);
}

/** Writes the members in the body as elements in one root. Without any member, there is no body. */
function writeDocument(
  document: DocumentMessage,
  side: "client" | "server",
): BodyWriter | undefined {
  const { structure, message, isUnwrapped } = document;
  if (message.body.length === 0) return undefined;
  const root = rootElementOf(structure);
  const base = { contentType: mediaType, condition: undefined, statements: nothing };
  const [member] = message.body;
  if (isUnwrapped && member !== undefined) {
    const value = memberOf(code`value`, member.property, typeOf(member.target));
    const name = { ...root, name: member.wireName };
    const written = writeElement(member, name, value, rootOf(side), literal(member.name));
    const empty = code`${runtime("element")}(${literal(name.name)}, ${literal("")}${namespaceArgument(name)})`;
    return { ...base, body: code`${value} == null ? ${empty} : ${written}` };
  }
  const { statements, value } = withTokens(document, side);
  if (isAllBody(structure, message))
    return { ...base, statements, body: writeWhole(structure, value, rootOf(side), root) };
  if (isSplitBody(structure, message))
    return { ...base, statements, body: writeSplitXml(structure, value, rootOf(side), root) };
  return {
    ...base,
    statements: lines([
      code`let attributes = ${namespaceText(root)};`,
      code`let xml = ${literal("")};`,
      writeXmlMembers(message.body, rootOf(side), side, value),
    ]),
    body: code`${runtime("element")}(${literal(root.name)}, xml, attributes)`,
  };
}

/**
 * Returns an expression for the value with the idempotency tokens that clients generate. The value
 * is copied only if one is absent: a token has its place among the elements.
 */
function withTokens(
  { structure, message }: DocumentMessage,
  side: "client" | "server",
): { readonly statements: Code; readonly value: Code } {
  const tokens = message.body.filter(({ idempotencyToken }) => idempotencyToken);
  const value = code`value`;
  if (tokens.length === 0 || side === "server") return { statements: nothing, value };
  const given = (member: Member): Code => memberOf(value, member.property, typeOf(member.target));
  const isAbsent = join(
    tokens.map((member) => code`${given(member)} == null`),
    code` || `,
  );
  const entries = tokens.map(
    (member) =>
      code`${propertyKey(member.property)}: ${given(member)} ?? ${runtime("idempotencyToken")}(options)`,
  );
  return {
    statements: lines([
      isAllBody(structure, message)
        ? code`${runtime("expectObject")}(value, ${rootOf(side)});`
        : nothing,
      code`const input = ${isAbsent} ? { ...value, ${commas(entries)} } : value;`,
    ]),
    value: code`input`,
  };
}

/** Returns the code that writes an error from `value`, unless its body is a payload. */
function writeError(
  { structure, message }: DocumentMessage,
  statusCode: number,
  isWrapped: boolean,
): Body | undefined {
  if (message.payload !== undefined) return undefined;
  const headers = writeHeaders(message, "response");
  const hasMembers = message.body.length > 0;
  const hasAttributes = message.body.some(({ xml }) => xml.attribute);
  const given = commas([
    literal(statusCode),
    literal(structure.name),
    hasMembers ? code`xml` : literal(""),
    headers.isEmpty ? code`{}` : code`headers`,
    literal(isWrapped),
    ...(hasAttributes ? [code`attributes`] : []),
  ]);
  return {
    statements: lines([
      headers.isEmpty ? nothing : code`const headers: Record<string, string> = {};`,
      headers,
      hasAttributes ? code`let attributes = ${literal("")};` : nothing,
      hasMembers ? code`let xml = ${literal("")};` : nothing,
      hasMembers ? writeXmlMembers(message.body, rootOf("server"), "server") : nothing,
    ]),
    result: code`${runtime("xmlErrorResponse")}(${given})`,
  };
}
