import { maxDepth } from "../values/path.js";
import { endOfName, findForbidden, skipBlanks } from "./characters.js";
import { decodeReferences } from "./references.js";
import { fail, type Cursor } from "./xml-error.js";

/** An element of an XML document. */
export interface XmlElement {
  /** The name as it is written, with its prefix if it has one. */
  readonly name: string;
  /** The values of the attributes, by the names as they are written, such as `xsi:type`. */
  readonly attributes: ReadonlyMap<string, string>;
  /** The elements in this element, in the order of the document. */
  readonly children: readonly XmlElement[];
  /** The character data in this element; empty if it is only white space around children. */
  readonly text: string;
}

/** An element whose end is still to be read. */
interface OpenElement extends XmlElement {
  children: XmlElement[];
  text: string;
}

/** Shared by the elements without any, which are most: creating them takes time. */
const noAttributes: ReadonlyMap<string, string> = new Map();
const noChildren: XmlElement[] = [];

/** A map has two levels of elements for its one level of values. */
const maxLevels = 2 * maxDepth;

/**
 * Parses an XML 1.0 document. A byte order mark, the XML declaration, comments and processing
 * instructions are skipped. Line ends are normalized and references are replaced, once (sections
 * 2.11, 3.3.3 and 4.4 of XML 1.0). Prefixes are parts of names, since namespaces are not resolved.
 * @returns the root element
 * @throws XmlError if the document is not well-formed, or has a DOCTYPE, an entity that is not
 * predefined, or elements nested more than 1,024 deep
 */
export function parseXml(document: string): XmlElement {
  const text = document.includes("\r") ? document.replace(/\r\n?/g, "\n") : document;
  const cursor: Cursor = { text, position: findForbidden(text) };
  if (cursor.position !== -1) fail(cursor, "a character that XML forbids");
  cursor.position = skipDeclaration(text);

  // Holds the root element; the only one without a name.
  const top = createElement("", noAttributes);
  const parents: OpenElement[] = [];
  let current = top;
  while (readText(cursor, current)) {
    switch (text.charCodeAt(cursor.position + 1)) {
      case slash:
        if (current === top) fail(cursor, "an end tag without a start tag");
        readEndTag(cursor, current.name);
        current = parents.pop() ?? top;
        break;
      case question:
        skipInstruction(cursor);
        break;
      case exclamation:
        readMarkup(cursor, current);
        break;
      default: {
        if (parents.length === maxLevels) fail(cursor, `more than ${maxLevels} levels of elements`);
        const element = readStartTag(cursor);
        addChild(current, element);
        const isClosed = text.charCodeAt(cursor.position - 2) === slash;
        if (!isClosed) {
          parents.push(current);
          current = element;
        }
      }
    }
  }
  const [root] = top.children;
  if (current !== top || root === undefined) return fail(cursor, "the end of the document");
  return top.children.length === 1 ? root : fail(cursor, "several root elements");
}

const exclamation = 0x21;
const slash = 0x2f;
const equals = 0x3d;
const greater = 0x3e;
const question = 0x3f;

/** The XML declaration (section 2.8). The encoding is that of the bytes, which were decoded. */
const declaration =
  /<\?xml[ \t\n]+version[ \t\n]*=[ \t\n]*(["'])1\.\d+\1(?:[ \t\n]+encoding[ \t\n]*=[ \t\n]*(["'])[A-Za-z][\w.-]*\2)?(?:[ \t\n]+standalone[ \t\n]*=[ \t\n]*(["'])(?:yes|no)\3)?[ \t\n]*\?>/y;

function skipDeclaration(text: string): number {
  const start = text.startsWith("\uFEFF") ? 1 : 0;
  declaration.lastIndex = start;
  return declaration.test(text) ? declaration.lastIndex : start;
}

function createElement(name: string, attributes: ReadonlyMap<string, string>): OpenElement {
  return { name, attributes, children: noChildren, text: "" };
}

function addChild(parent: OpenElement, child: XmlElement): void {
  if (parent.children.length > 0) {
    parent.children.push(child);
  } else {
    parent.children = [child];
    if (skipBlanks(parent.text, 0) === parent.text.length) parent.text = "";
  }
}

/** Reads the text up to the next tag. Returns whether there is one. */
function readText(cursor: Cursor, element: OpenElement): boolean {
  const { text, position } = cursor;
  const tag = text.indexOf("<", position);
  const end = tag === -1 ? text.length : tag;
  if (end > position) {
    const isLeaf = element.children.length === 0 && element.name !== "";
    if (isLeaf || element.text !== "" || skipBlanks(text, position) < end) {
      const raw = text.slice(position, end);
      if (element.name === "") fail(cursor, "text outside of the root element");
      if (raw.includes("]]>")) fail(cursor, "the end of a CDATA section in text");
      element.text += decode(cursor, raw);
    }
    cursor.position = end;
  }
  return tag !== -1;
}

function decode(cursor: Cursor, raw: string): string {
  if (!raw.includes("&")) return raw;
  return decodeReferences(raw) ?? fail(cursor, "a reference that is not predefined");
}

function readEndTag(cursor: Cursor, name: string): void {
  const { text, position } = cursor;
  const end = skipBlanks(text, position + 2 + name.length);
  if (!text.startsWith(name, position + 2) || text.charCodeAt(end) !== greater) {
    fail(cursor, "an end tag that does not match its start tag");
  }
  cursor.position = end + 1;
}

/** Skips a processing instruction (section 2.6). */
function skipInstruction(cursor: Cursor): void {
  const { text, position } = cursor;
  const nameEnd = endOfName(text, position + 2);
  const target = text.slice(position + 2, nameEnd);
  const end = text.indexOf("?>", nameEnd);
  const isSeparate = end === nameEnd || skipBlanks(text, nameEnd) > nameEnd;
  if (target === "" || target.toLowerCase() === "xml" || end === -1 || !isSeparate) {
    fail(cursor, "a malformed processing instruction or XML declaration");
  }
  cursor.position = end + 2;
}

/** Skips a comment or reads a CDATA section (sections 2.5 and 2.7). */
function readMarkup(cursor: Cursor, element: OpenElement): void {
  const { text, position } = cursor;
  if (text.startsWith("<!--", position)) {
    const end = text.indexOf("--", position + 4);
    if (end === -1 || text.charCodeAt(end + 2) !== greater) fail(cursor, "a malformed comment");
    cursor.position = end + 3;
  } else if (text.startsWith("<![CDATA[", position) && element.name !== "") {
    const end = text.indexOf("]]>", position);
    if (end === -1) fail(cursor, "a CDATA section without an end");
    element.text += text.slice(position + 9, end);
    cursor.position = end + 3;
  } else {
    fail(cursor, "a DOCTYPE or another declaration");
  }
}

/** Reads a start tag or the tag of an empty element. */
function readStartTag(cursor: Cursor): OpenElement {
  const { text, position } = cursor;
  const nameEnd = endOfName(text, position + 1);
  if (nameEnd === position + 1) fail(cursor, "a tag without a name");
  const name = text.slice(position + 1, nameEnd);
  cursor.position = nameEnd;
  const attributes = text.charCodeAt(nameEnd) === greater ? noAttributes : readAttributes(cursor);
  if (text.charCodeAt(cursor.position) === slash) cursor.position++;
  if (text.charCodeAt(cursor.position) !== greater) fail(cursor, "a malformed tag");
  cursor.position++;
  return createElement(name, attributes);
}

/** Reads the attributes up to the end of a tag. */
function readAttributes(cursor: Cursor): ReadonlyMap<string, string> {
  const { text } = cursor;
  let attributes: Map<string, string> | undefined;
  for (;;) {
    const start = skipBlanks(text, cursor.position);
    const isSeparate = start > cursor.position;
    cursor.position = start;
    const nameEnd = endOfName(text, start);
    if (nameEnd === start || !isSeparate) return attributes ?? noAttributes;
    const name = text.slice(start, nameEnd);
    attributes ??= new Map();
    if (attributes.has(name)) fail(cursor, "an attribute that the tag already has");
    cursor.position = nameEnd;
    attributes.set(name, readAttributeValue(cursor));
  }
}

function readAttributeValue(cursor: Cursor): string {
  const { text, position } = cursor;
  const sign = skipBlanks(text, position);
  const start = skipBlanks(text, sign + 1);
  const quote = text.charAt(start);
  if (text.charCodeAt(sign) !== equals || (quote !== '"' && quote !== "'")) {
    fail(cursor, "an attribute without a value in quotes");
  }
  const end = text.indexOf(quote, start + 1);
  const raw = text.slice(start + 1, end);
  if (end === -1 || raw.includes("<")) fail(cursor, "an attribute without an end");
  const value = decode(cursor, raw.replace(/[\t\n]/g, " "));
  cursor.position = end + 1;
  return value;
}
