import { keyText } from "../idl/parse-node.js";
import type { ApplySyntax, EntrySyntax, ObjectSyntax, ShapeSyntax } from "../idl/syntax.js";
import { printBrackets } from "./brackets.js";
import { findHeader, printHeader } from "./print-header.js";
import { printDescription, printMembers } from "./print-members.js";
import { itemOf } from "./print-node.js";
import { printOperation } from "./print-operation.js";
import { printTrait, printTraits } from "./print-traits.js";
import { step, type Source } from "./source.js";

/** Prints a shape with what is above it. @param from where comments above it may begin */
export function printShape(source: Source, shape: ShapeSyntax, from: number): string {
  const { type, name, typeSpan, end, members, operation, properties } = shape;
  const header = findHeader(source, shape, name.end);
  const hasBody = members !== undefined || operation !== undefined || properties !== undefined;
  const open = hasBody ? source.skip(header.end) : end;
  const bodyStart = header.bracket ?? open;
  let text = printDescription(source, shape, { from, to: typeSpan.start, bodyStart, indent: 0 });
  if (header.bracket !== undefined) text += source.printComments(header.end, open, 0);
  const line = `${type} ${name.text}`;
  text += line;
  const reserve = hasBody ? 2 : 0;
  text += printHeader(source, header, { indent: 0, column: line.length, reserve });
  const place = { open, end, indent: 0 };
  if (members !== undefined) text += ` ${printMembers(source, members, place)}`;
  else if (operation !== undefined) text += ` ${printOperation(source, operation, place)}`;
  else if (properties !== undefined) text += ` ${printProperties(source, properties)}`;
  return text;
}

/** Prints the properties of a service or resource, each on a line of its own. */
function printProperties(source: Source, { entries, start, end }: ObjectSyntax): string {
  const items = entries.map((entry) => itemOf(source, entry, isList(entry)));
  const brackets = { open: "{", close: "}", items, from: start + 1, to: end - 1, mustBreak: true };
  return printBrackets(source, brackets, { indent: 0, column: 0, reserve: 0 });
}

/** Whether the value of a property is a list of shapes, each of which has a line of its own. */
function isList({ key }: EntrySyntax): boolean {
  return listNames.has(keyText(key));
}

const listNames: ReadonlySet<string> = new Set([
  ...["resources", "operations", "collectionOperations", "errors"],
  ...["identifiers", "properties", "rename"],
]);

/** Prints a statement that applies traits. @param from where comments above it may begin */
export function printApply(
  source: Source,
  { target, traits, isBlock, start, end }: ApplySyntax,
  from: number,
): string {
  const open = isBlock ? source.skip(target.end) : (traits[0]?.start ?? end);
  const comments = source.printComments(from, open, 0, start);
  const line = `${comments}apply ${target.text} `;
  const [trait] = traits;
  if (!isBlock && trait !== undefined)
    return line + printTrait(source, trait, 0, line.length - comments.length);
  const inside = printTraits(source, traits, open + 1, step);
  const text = inside.text + source.printComments(inside.end, end - 1, step);
  return `${line}{${text === "" ? "" : `\n${text}`}}`;
}
