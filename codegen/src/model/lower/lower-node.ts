import { setEntry } from "../../../runtime/json/json.js";
import type { IdSyntax, NodeSyntax } from "../../idl/syntax.js";
import type { Events } from "../events.js";
import type { ShapeId } from "../model.js";
import type { NodeValue } from "../node.js";
import { exactNumber } from "../numbers.js";
import type { TextPlaces } from "../places.js";
import { textOf } from "./idl-shapes.js";

/** What the values of a file are lowered with. */
export interface NodeContext {
  readonly places: TextPlaces;
  readonly events: Events;
  readonly types: ReadonlyMap<ShapeId, string>;
  /** Resolves the ids in the value. */
  readonly resolve: (text: string) => ShapeId;
}

/**
 * Returns the value that a node stands for. An id becomes the text of the absolute id, which should exist
 * (Smithy 2.0, "Node values").
 */
export function lowerNode(syntax: NodeSyntax, context: NodeContext): NodeValue {
  switch (syntax.kind) {
    case "string":
    case "keyword":
      return syntax.value;
    case "number":
      return exactNumber(syntax.text);
    case "id":
      return lowerId(syntax, context);
    case "array":
      return syntax.items.map((item) => lowerNode(item, context));
    case "object": {
      const object: Record<string, NodeValue> = {};
      for (const { key, value } of syntax.entries)
        setEntry(object, textOf(key), lowerNode(value, context));
      return object;
    }
  }
}

function lowerId(
  { text, start }: IdSyntax,
  { places, events, types, resolve }: NodeContext,
): string {
  const id = resolve(text);
  const [shape = ""] = id.split("$", 1);
  if (!types.has(shape))
    events.add(
      "DANGER",
      "SyntacticShapeIdTarget",
      places.at(start),
      `${text} stands for the shape ${id}, which does not exist`,
      undefined,
      "Put it in quotes if it is text.",
    );
  return id;
}
