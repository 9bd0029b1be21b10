import type { ShapeSyntax } from "../../idl/syntax.js";
import type { DraftOperation } from "../assemble/drafts.js";
import type { ShapeId } from "../model.js";
import { isInline } from "./idl-shapes.js";
import { lowerIdOf, lowerIds } from "./lower-properties.js";
import type { NodeContext } from "./lower-node.js";

type Properties = Pick<DraftOperation, "input" | "output" | "errors">;

/**
 * The properties of an operation. The parser reports others, and those that are there twice.
 * @param inlineId returns the id of the structure that is defined in place
 */
export function lowerOperation(
  id: ShapeId,
  { operation = [] }: ShapeSyntax,
  inlineId: (role: string) => ShapeId,
  context: NodeContext,
): Properties {
  let properties: Properties = { input: undefined, output: undefined, errors: [] };
  for (const { name, value } of operation) {
    const role = name.text;
    if (role === "errors" && !isInline(value))
      properties = { ...properties, errors: lowerIds(value, id, context) };
    else if (role === "input" || role === "output")
      properties = {
        ...properties,
        [role]: isInline(value) ? inlineId(role) : lowerIdOf(value, id, context),
      };
  }
  return properties;
}
