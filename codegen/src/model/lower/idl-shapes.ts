import type { FileSyntax, InlineShapeSyntax, NodeSyntax, ShapeSyntax } from "../../idl/syntax.js";
import type { ShapeId } from "../model.js";

/** A shape that a file defines. */
export interface IdlShape {
  readonly id: ShapeId;
  readonly type: string;
}

/** The end of the names of inline inputs and outputs. */
export interface InlineSuffixes {
  readonly input: string;
  readonly output: string;
}

/** The suffixes that the control statements of a file set (Smithy 2.0, "Operation input and output suffixes"). */
export function suffixesOf({ controls }: FileSyntax): InlineSuffixes {
  const suffix = (key: string, otherwise: string): string => {
    const value = controls.find((control) => textOf(control.key) === key)?.value;
    return value?.kind === "string" ? value.value : otherwise;
  };
  return {
    input: suffix("operationInputSuffix", "Input"),
    output: suffix("operationOutputSuffix", "Output"),
  };
}

/** The text of a key, quoted or not. */
export function textOf(key: FileSyntax["controls"][number]["key"]): string {
  return key.kind === "string" ? key.value : key.text;
}

/** The inline structures of an operation with the suffixes of their names. */
export function inlineShapes(
  shape: ShapeSyntax,
  suffixes: InlineSuffixes,
): {
  readonly role: "input" | "output";
  readonly name: string;
  readonly syntax: InlineShapeSyntax;
}[] {
  const found = [];
  for (const { name, value } of shape.operation ?? []) {
    const role = name.text;
    if (!isInline(value) || (role !== "input" && role !== "output")) continue;
    found.push({ role, name: `${shape.name.text}${suffixes[role]}`, syntax: value } as const);
  }
  return found;
}

/** Whether the value of a property of an operation is a structure that is defined in place. */
export function isInline(value: NodeSyntax | InlineShapeSyntax): value is InlineShapeSyntax {
  return value.kind === "inline";
}

/** The shapes that a file defines, inline structures included. */
export function idlShapes(file: FileSyntax): IdlShape[] {
  const namespace = file.namespace?.name.text;
  if (namespace === undefined) return [];
  const suffixes = suffixesOf(file);
  const shapes: IdlShape[] = [];
  for (const statement of file.statements) {
    if (statement.kind === "apply") continue;
    shapes.push({ id: `${namespace}#${statement.name.text}`, type: statement.type });
    for (const { name } of inlineShapes(statement, suffixes))
      shapes.push({ id: `${namespace}#${name}`, type: "structure" });
  }
  return shapes;
}
