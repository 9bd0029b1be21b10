import type { TraitSyntax } from "../idl/syntax.js";
import { printBrackets, type Item } from "./brackets.js";
import { isBlock, itemOf, printNode } from "./print-node.js";
import type { Source } from "./source.js";

/**
 * Prints traits, each on a line of its own, with the comments before them.
 * @param from where the comments before the first one may begin
 * @returns the lines, and where the last trait ends
 */
export function printTraits(
  source: Source,
  traits: readonly TraitSyntax[],
  from: number,
  indent: number,
): { readonly text: string; readonly end: number } {
  let [text, end] = ["", from];
  for (const trait of traits) {
    // Comments in empty parentheses, which are not printed, go above the trait.
    const bodyStart = trait.value === undefined ? trait.end : trait.start;
    text += source.printComments(end, bodyStart, indent, trait.start);
    text += `${" ".repeat(indent)}${printTrait(source, trait, indent, indent)}`;
    text += `${source.printTrailing(trait.end)}\n`;
    end = trait.end;
  }
  return { text, end };
}

/** Prints a trait. @param column where it begins on its line */
export function printTrait(
  source: Source,
  { id, value, end }: TraitSyntax,
  indent: number,
  column: number,
): string {
  const name = `@${id.text}`;
  if (value === undefined) return name;
  const [from, to] = [id.end + 1, end - 1];
  const place = { indent, column: column + name.length, reserve: 0 };
  const brackets = { open: "(", close: ")", from, to };
  const isBraced = source.text.startsWith("{", value.start);
  if (value.kind === "object" && !isBraced) {
    const items = value.entries.map((entry) => itemOf(source, entry));
    return `${name}${printBrackets(source, { ...brackets, items }, place)}`;
  }
  const hasComments = source.hasComments(from, value.start) || source.hasComments(value.end, to);
  if (!hasComments && (value.kind === "array" || value.kind === "object")) {
    const inside = { indent, column: place.column + 1, reserve: 1, block: indent };
    return `${name}(${printNode(source, value, inside)})`;
  }
  const item: Item = {
    start: value.start,
    end: value.end,
    isBlock: isBlock(source, value),
    print: (inner, at) =>
      printNode(source, value, { indent: inner, column: at, reserve: 0, block: inner }),
  };
  return `${name}${printBrackets(source, { ...brackets, items: [item], keepsOne: true }, place)}`;
}
