/** Places in a JSON text that may have mistakes: where a JSON pointer points to, and what is at an offset. */
import { parser } from "@lezer/json";
import type { SyntaxNode } from "@lezer/common";

export interface TextRange {
  readonly from: number;
  readonly to: number;
}

export type PathKey = string | number;

/** Where a text can be completed: the name of a member, or a value. */
export interface JsonContext extends TextRange {
  readonly kind: "key" | "value";
  /** For a key, that of its object; for a value, its own. */
  readonly path: readonly PathKey[];
  /** The names that the object has already, without the one at the offset. */
  readonly present: readonly string[];
  /** Whether a colon follows the name. */
  readonly hasColon: boolean;
}

const scalars = /^(?:String|Number|True|False|Null)$/;

/**
 * Returns the range of the value at a JSON pointer (RFC 6901). Of an object or an array, and of what is missing in one,
 * it is the opening bracket, since a range of many lines shows nothing.
 */
export function rangeOfPointer(text: string, pointer: string): TextRange {
  const steps = pointer.split("/").slice(1).map(unescapeStep);
  let node = valueIn(parser.parse(text).topNode);
  for (const step of steps) {
    const next = node && child(text, node, step);
    if (next === undefined) break;
    node = next;
  }
  if (node === undefined) return { from: 0, to: Math.min(1, text.length) };
  return scalars.test(node.name)
    ? { from: node.from, to: node.to }
    : { from: node.from, to: node.from + 1 };
}

/** Returns the path of the value or name at an offset. */
export function pathAt(text: string, offset: number): readonly PathKey[] {
  const node = parser.parse(text).resolveInner(offset, offset === text.length ? -1 : 1);
  return pathOf(text, node);
}

/** Returns what can be completed at an offset, if anything can. */
export function contextAt(text: string, offset: number): JsonContext | undefined {
  const node = parser.parse(text).resolveInner(offset, -1);
  if (node.name === "PropertyName") return keyContext(text, node.parent?.parent, node);
  if (scalars.test(node.name)) return valueContext(node, pathOf(text, node));
  const before = text.slice(0, offset);
  const word = /[\w$."-]*$/.exec(before)?.[0] ?? "";
  const range = { from: offset - word.length, to: offset };
  const previous = before.slice(0, range.from).trimEnd();
  const container = containerOf(node);
  if (container === undefined) {
    const isEmpty = previous === "" && text.trim() === word;
    return isEmpty ? valueContext(range, []) : undefined;
  }
  const path = pathOf(text, container);
  if (previous.endsWith(":")) {
    const property = propertyBefore(container, previous.length);
    const name = property && nameOf(text, property);
    return name === undefined ? undefined : valueContext(range, [...path, name]);
  }
  if (!/[{[,]$/.test(previous)) return undefined;
  if (container.name === "Object") return keyContext(text, container, range);
  return valueContext(range, [...path, itemsBefore(container, range.from)]);
}

function keyContext(
  text: string,
  object: SyntaxNode | null | undefined,
  { from, to }: TextRange,
): JsonContext | undefined {
  if (object == null) return undefined;
  const names = object
    .getChildren("Property")
    .filter((property) => property.from !== from)
    .map((property) => nameOf(text, property));
  return {
    ...{ kind: "key", from, to, path: pathOf(text, object) },
    present: names.filter((name) => name !== undefined),
    hasColon: /^\s*:/.test(text.slice(to)),
  };
}

function valueContext({ from, to }: TextRange, path: readonly PathKey[]): JsonContext {
  return { kind: "value", from, to, path, present: [], hasColon: false };
}

function containerOf(start: SyntaxNode): SyntaxNode | undefined {
  for (let node: SyntaxNode | null = start; node !== null; node = node.parent) {
    if (node.name === "Object" || node.name === "Array") return node;
  }
  return undefined;
}

function pathOf(text: string, start: SyntaxNode): PathKey[] {
  const path: PathKey[] = [];
  for (let node: SyntaxNode | null = start; node !== null; node = node.parent) {
    if (node.name === "Property") path.unshift(nameOf(text, node) ?? "");
    else if (node.parent?.name === "Array" && isValue(node)) {
      path.unshift(itemsBefore(node.parent, node.from));
    }
  }
  return path;
}

function propertyBefore(object: SyntaxNode, offset: number): SyntaxNode | undefined {
  return object.getChildren("Property").findLast(({ from }) => from < offset);
}

function itemsBefore(array: SyntaxNode, offset: number): number {
  return values(array).filter(({ from }) => from < offset).length;
}

function values(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let next = node.firstChild; next !== null; next = next.nextSibling) {
    if (isValue(next)) found.push(next);
  }
  return found;
}

function isValue({ name }: SyntaxNode): boolean {
  return name === "Object" || name === "Array" || scalars.test(name);
}

function valueIn(node: SyntaxNode): SyntaxNode | undefined {
  return values(node)[0];
}

/** Of duplicate names the last one counts, as in `JSON.parse`. */
function child(text: string, node: SyntaxNode, step: string): SyntaxNode | undefined {
  if (node.name === "Array") return values(node)[Number(step)];
  const property = node.getChildren("Property").findLast((each) => nameOf(text, each) === step);
  return property && valueIn(property);
}

function nameOf(text: string, property: SyntaxNode): string | undefined {
  const name = property.getChild("PropertyName");
  if (name === null) return undefined;
  try {
    return String(JSON.parse(text.slice(name.from, name.to)));
  } catch {
    return undefined;
  }
}

function unescapeStep(step: string): string {
  return step.replaceAll("~1", "/").replaceAll("~0", "~");
}
