import type { InlineShapeSyntax, OperationPropertySyntax } from "../idl/syntax.js";
import { findHeader, printHeader } from "./print-header.js";
import {
  hasCommentsAbove,
  printBody,
  printDescription,
  printMembers,
  type BodyItem,
} from "./print-members.js";
import { printArray, printNode } from "./print-node.js";
import { step, type Source } from "./source.js";

/** Prints the properties of an operation in braces. */
export function printOperation(
  source: Source,
  properties: readonly OperationPropertySyntax[],
  place: { open: number; end: number; indent: number },
): string {
  let previous = place.open + 1;
  const items = properties.map((property): BodyItem => {
    const from = previous;
    previous = property.end;
    return {
      end: property.end,
      isAnnotated:
        hasAnnotations(property) ||
        hasCommentsAbove(source, from, property.value.start, place.open) ||
        source.hasComments(property.value.start, property.end),
      print: (start, indent) => printProperty(source, property, start, indent),
    };
  });
  return printBody(source, items, place);
}

function hasAnnotations({ value }: OperationPropertySyntax): boolean {
  if (value.kind !== "inline") return false;
  return [value, ...(value.members ?? [])].some(
    ({ traits, documentation }) => traits.length > 0 || documentation !== undefined,
  );
}

function printProperty(
  source: Source,
  { name, value, start }: OperationPropertySyntax,
  from: number,
  indent: number,
): string {
  const mark = source.skip(name.end);
  const isInline = value.kind === "inline";
  const comments = source.printComments(from, isInline ? mark : value.start, indent, start);
  return `${comments}${" ".repeat(indent)}${name.text}${
    isInline
      ? ` :=${printInline(source, value, mark + 2, indent)}`
      : `: ${printValue(source, value, indent)}`
  }`;
}

function printValue(
  source: Source,
  value: Exclude<OperationPropertySyntax["value"], InlineShapeSyntax>,
  indent: number,
): string {
  const place = { indent, column: indent, reserve: 0, block: indent };
  return value.kind === "array"
    ? printArray(source, value.items, value, place, true)
    : printNode(source, value, place);
}

/** Prints an inline shape: below the property and indented, if anything is above it. */
function printInline(
  source: Source,
  shape: InlineShapeSyntax,
  from: number,
  outer: number,
): string {
  const start = source.skip(shape.traits.at(-1)?.end ?? shape.documentation?.end ?? from);
  const header = findHeader(source, shape, start);
  const open = source.skip(header.end);
  const isAnnotated =
    shape.documentation !== undefined ||
    shape.traits.length > 0 ||
    source.hasComments(from, header.bracket ?? open) ||
    source.hasComments(header.end, open);
  const indent = isAnnotated ? outer + step : outer;
  const bodyStart = header.bracket ?? open;
  let text = printDescription(source, shape, { from, to: start, bodyStart, indent });
  if (header.bracket !== undefined) text += source.printComments(header.end, open, indent);
  const column = isAnnotated ? indent - 1 : indent + "output :=".length;
  const line = printHeader(source, header, { indent, column, reserve: 2 });
  const body = printMembers(source, shape.members ?? [], { open, end: shape.end, indent });
  if (!isAnnotated) return `${line} ${body}`;
  return `\n${text}${" ".repeat(indent)}${`${line} ${body}`.trimStart()}`;
}
