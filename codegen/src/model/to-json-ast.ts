import { JsonNumber } from "../../runtime/json/json.js";
import type { SmithyModel } from "./model.js";
import type { NodeValue } from "./node.js";
import { isNodeArray, isNodeObject } from "./nodes.js";
import { toAst, type AstOptions } from "./to-ast.js";

/** The text of the JSON AST of a model, as `toAst` returns it, with all digits of numbers and a newline at the end. */
export function toJsonAst(model: SmithyModel, options: AstOptions = {}): string {
  return `${printNode(toAst(model, options), "")}\n`;
}

/** The steps of the indentation, which are those of the Smithy CLI. */
const step = "    ";

function printNode(value: NodeValue, indent: string): string {
  if (value instanceof JsonNumber) return value.text;
  const inner = `${indent}${step}`;
  if (isNodeArray(value)) {
    if (value.length === 0) return "[]";
    const items = value.map((item) => `${inner}${printNode(item, inner)}`);
    return `[\n${items.join(",\n")}\n${indent}]`;
  }
  if (isNodeObject(value)) {
    const members = Object.keys(value).map(
      (name) => `${inner}${JSON.stringify(name)}: ${printNode(value[name] ?? null, inner)}`,
    );
    return members.length === 0 ? "{}" : `{\n${members.join(",\n")}\n${indent}}`;
  }
  return JSON.stringify(value);
}
