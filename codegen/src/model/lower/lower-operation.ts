import type { NodeSyntax, ShapeSyntax } from "../../idl/syntax.js";
import type { DraftOperation } from "../assemble/drafts.js";
import type { ShapeId } from "../model.js";
import { suggestion } from "../suggestion.js";
import { isInline } from "./idl-shapes.js";
import { lowerIdOf, lowerIds } from "./lower-properties.js";
import type { NodeContext } from "./lower-node.js";

type Properties = Pick<DraftOperation, "input" | "output" | "errors">;

const known = ["input", "output", "errors"];

/**
 * The properties of an operation. Those that are not known are errors.
 * @param inlineName returns the id of the structure that is defined in place
 */
export function lowerOperation(
  id: ShapeId,
  { operation = [] }: ShapeSyntax,
  inlineId: (role: string) => ShapeId,
  context: NodeContext,
): Properties {
  const found = new Set<string>();
  let properties: Properties = { input: undefined, output: undefined, errors: [] };
  for (const { name, value } of operation) {
    const location = context.places.at(name.start);
    const property = name.text;
    if (!known.includes(property)) {
      const message = `an operation has no property ${property}; expected ${known.join(", ")}`;
      context.events.error(location, message, id, suggestion(property, known));
      continue;
    }
    if (found.has(property))
      context.events.error(location, `the property ${property} is defined twice`, id);
    found.add(property);
    if (property === "errors")
      properties = { ...properties, errors: isInline(value) ? [] : lowerIds(value, id, context) };
    else
      properties = {
        ...properties,
        [property]: isInline(value)
          ? inlineId(property)
          : lowerIdOf(value as NodeSyntax, id, context),
      };
  }
  return properties;
}
