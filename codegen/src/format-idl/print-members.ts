import type { DocumentationSyntax, MemberSyntax, TraitSyntax } from "../idl/syntax.js";
import { printNode } from "./print-node.js";
import { printTraits } from "./print-traits.js";
import { step, type Source } from "./source.js";

/** A shape or member with what is before it. */
export interface Described {
  readonly documentation?: DocumentationSyntax;
  readonly traits: readonly TraitSyntax[];
}

/**
 * Prints the documentation and the traits of a shape or member, with the comments before and between them.
 * @param from where the comments may begin
 * @param to where the shape or member itself begins
 * @param bodyStart up to where comments inside of it are printed above it
 */
export function printDescription(
  source: Source,
  { documentation, traits }: Described,
  {
    from,
    to,
    bodyStart = to,
    indent,
  }: { from: number; to: number; bodyStart?: number; indent: number },
): string {
  const before = documentation?.end ?? traits[0]?.start ?? to;
  let text = source.printComments(from, before, indent, documentation?.start ?? before);
  if (documentation !== undefined)
    for (const line of documentation.text.split("\n"))
      text += `${" ".repeat(indent)}///${line === "" ? "" : " "}${line}\n`;
  const printed = printTraits(source, traits, before, indent);
  return (
    text + printed.text + source.printComments(Math.max(printed.end, before), bodyStart, indent, to)
  );
}

/** Something on lines of its own in the body of a shape. */
export interface BodyItem {
  readonly end: number;
  /** Whether it has documentation, traits or comments above it. */
  readonly isAnnotated: boolean;
  /** Prints it with what is above it. @param from where comments above it may begin */
  readonly print: (from: number, indent: number) => string;
}

/**
 * Prints the body of a shape in braces: its parts on lines of their own, with an empty line between them if any has
 * documentation, traits or comments.
 * @param open where the opening brace is
 * @param end where the body ends, after its closing brace
 */
export function printBody(
  source: Source,
  items: readonly BodyItem[],
  { open, end, indent }: { open: number; end: number; indent: number },
): string {
  const inner = indent + step;
  const parts: string[] = [];
  let previous = open + 1;
  for (const { print, end: itemEnd } of items) {
    parts.push(`${print(previous, inner)}${source.printTrailing(itemEnd)}\n`);
    previous = itemEnd;
  }
  const rest = source.printComments(previous, end - 1, inner);
  if (rest !== "") parts.push(rest.replace(/\n+$/, "\n"));
  if (parts.length === 0) return "{}";
  const isSpaced = rest !== "" || items.some(({ isAnnotated }) => isAnnotated);
  return `{\n${parts.join(isSpaced ? "\n" : "")}${" ".repeat(indent)}}`;
}

/** Prints members in braces. */
export function printMembers(
  source: Source,
  members: readonly MemberSyntax[],
  place: { open: number; end: number; indent: number },
): string {
  let previous = place.open + 1;
  const items = members.map((member): BodyItem => {
    const from = previous;
    previous = member.end;
    return {
      end: member.end,
      isAnnotated:
        member.documentation !== undefined ||
        member.traits.length > 0 ||
        hasCommentsAbove(source, from, member.start, place.open),
      print: (start, indent) => printMember(source, member, start, indent),
    };
  });
  return printBody(source, items, place);
}

function printMember(source: Source, member: MemberSyntax, from: number, indent: number): string {
  const { name, target, value, isElided } = member;
  const to = name.start;
  let line = `${isElided ? "$" : ""}${name.text}${target === undefined ? "" : `: ${target.text}`}`;
  if (value !== undefined) {
    line += " = ";
    line += printNode(source, value, {
      indent,
      column: indent + line.length,
      reserve: 0,
      block: indent,
    });
  }
  return `${printDescription(source, member, { from, to, indent })}${" ".repeat(indent)}${line}`;
}

/** Whether comments are printed above a part of a body; one right after its opening brace is. */
export function hasCommentsAbove(source: Source, from: number, to: number, open: number): boolean {
  return from === open + 1 ? source.hasComments(from, to) : source.hasCommentsBelow(from, to);
}
