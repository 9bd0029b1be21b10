import { leastIndentation, normalizeLineBreaks, splitTextBlock } from "../idl/string-value.js";
import type {
  EntrySyntax,
  IdSyntax,
  NodeSyntax,
  ObjectSyntax,
  StringSyntax,
} from "../idl/syntax.js";
import { printBrackets, type Item } from "./brackets.js";
import { step, type Source } from "./source.js";

/** Where a value is printed. */
export interface Place {
  /** The indentation of the line that the value begins on. */
  readonly indent: number;
  /** Where the value begins on its line. */
  readonly column: number;
  /** How many characters follow the value on its last line. */
  readonly reserve: number;
  /** The indentation of the lines of a text block. */
  readonly block: number;
}

/** Prints a value. */
export function printNode(source: Source, node: NodeSyntax, place: Place): string {
  switch (node.kind) {
    case "array":
      return printArray(source, node.items, node, place);
    case "object":
      return printObject(source, node, place);
    case "string":
      return printString(source, node, place.block);
    default:
      return source.text.slice(node.start, node.end);
  }
}

/** Prints an array of values, or of the ids of shapes. */
export function printArray(
  source: Source,
  nodes: readonly NodeSyntax[],
  { start, end }: { start: number; end: number },
  place: Place,
  mustBreak = false,
): string {
  const items = nodes.map((node): Item => ({
    start: node.start,
    end: node.end,
    isBlock: isBlock(source, node),
    print: (indent, column) =>
      // An object in an array is always on lines of its own.
      node.kind === "object"
        ? printObject(source, node, { ...place, indent, column, reserve: 0 }, true)
        : printNode(source, node, { indent, column, reserve: 0, block: indent }),
  }));
  const [from, to, keepsOne] = [start + 1, end - 1, true];
  const brackets = { open: "[", close: "]", items, from, to, mustBreak, keepsOne };
  return printBrackets(source, brackets, place);
}

/** Prints an object in braces. */
export function printObject(
  source: Source,
  { entries, start, end }: ObjectSyntax,
  place: Place,
  mustBreak = false,
): string {
  const items = entries.map((entry) => itemOf(source, entry));
  const [open, close] = ["{", "}"];
  const [from, to] = [start + 1, end - 1];
  return printBrackets(source, { open, close, isPadded: true, items, from, to, mustBreak }, place);
}

/**
 * An entry of an object between brackets.
 * @param mustBreak whether an array or object as its value is on lines of its own
 */
export function itemOf(source: Source, entry: EntrySyntax, mustBreak = false): Item {
  const { key, value, start, end } = entry;
  return {
    start,
    bodyStart: value.start,
    end,
    isBlock: isBlock(source, value),
    print: (indent, column) => {
      const name = printKey(source, key);
      const place = { indent, column: column + name.length + 2, reserve: 0, block: indent + step };
      if (mustBreak && value.kind === "array")
        return `${name}: ${printArray(source, value.items, value, place, true)}`;
      if (mustBreak && value.kind === "object")
        return `${name}: ${printObject(source, value, place, true)}`;
      return `${name}: ${printNode(source, value, place)}`;
    },
  };
}

/** Prints a key, without quotes if it needs none. */
export function printKey(source: Source, key: StringSyntax | IdSyntax): string {
  const text = source.text.slice(key.start, key.end);
  if (key.kind === "id") return text;
  const inside = text.slice(1, -1);
  return /^(_*[A-Za-z]|_+\d)\w*$/.test(inside) ? inside : normalizeLineBreaks(text);
}

/** Whether a value needs lines of its own. */
export function isBlock(source: Source, node: NodeSyntax): boolean {
  if (node.kind === "array" || node.kind === "object") return true;
  if (node.kind !== "string") return false;
  return node.isTextBlock || /[\r\n]/.test(source.text.slice(node.start, node.end));
}

function printString(
  source: Source,
  { start, end, isTextBlock }: StringSyntax,
  block: number,
): string {
  const text = source.text.slice(start, end);
  if (!isTextBlock) return normalizeLineBreaks(text);
  const lines = splitTextBlock(text.slice(3, -3)) ?? [];
  const indentation = leastIndentation(lines);
  const last = lines.length - 1;
  const printed = lines.map((line, index) => {
    const content = line.slice(Math.min(indentation, line.length)).replace(/ +$/, "");
    if (index < last) return content === "" ? "" : `${" ".repeat(block)}${content}`;
    return `${" ".repeat(block)}${escapeLastQuote(content)}`;
  });
  return `"""\n${printed.join("\n")}"""`;
}

/** Without the spaces after it, a quote would be one of those that close the text block. */
function escapeLastQuote(line: string): string {
  if (!line.endsWith('"')) return line;
  let backslashes = 0;
  while (line.charAt(line.length - 2 - backslashes) === "\\") backslashes++;
  return backslashes % 2 === 1 ? line : `${line.slice(0, -1)}\\"`;
}
