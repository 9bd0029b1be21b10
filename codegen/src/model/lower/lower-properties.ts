import type { EntrySyntax, NodeSyntax, ShapeSyntax } from "../../idl/syntax.js";
import { isShapeId } from "../../load/names.js";
import type { DraftBase, DraftResource, DraftService } from "../assemble/drafts.js";
import { lifecycles, type Lifecycle, type ShapeId } from "../model.js";
import { textOf } from "./idl-shapes.js";
import type { NodeContext } from "./lower-node.js";
import { shapeTypes } from "./properties.js";

/** The properties of a resource. Those that are not known are warnings. */
export function lowerResource(
  id: ShapeId,
  syntax: ShapeSyntax,
  context: NodeContext,
): Omit<DraftResource, "type" | keyof DraftBase> {
  const properties = readProperties(id, syntax, "resource", context);
  const ids = (name: string): ShapeId[] => lowerIds(properties.get(name), id, context);
  const lifecycle = new Map<Lifecycle, ShapeId>();
  for (const name of lifecycles) {
    const target = lowerIdOf(properties.get(name), id, context);
    if (target !== undefined) lifecycle.set(name, target);
  }
  return {
    identifiers: lowerNamedIds(properties.get("identifiers"), id, context),
    properties: lowerNamedIds(properties.get("properties"), id, context),
    lifecycle,
    operations: ids("operations"),
    collectionOperations: ids("collectionOperations"),
    resources: ids("resources"),
  };
}

/** The properties of a service. Those that are not known are warnings. */
export function lowerService(
  id: ShapeId,
  syntax: ShapeSyntax,
  context: NodeContext,
): Pick<DraftService, "serviceVersion" | "operations" | "resources" | "errors" | "rename"> {
  const properties = readProperties(id, syntax, "service", context);
  const ids = (name: string): ShapeId[] => lowerIds(properties.get(name), id, context);
  return {
    serviceVersion: lowerText(properties.get("version"), id, context) ?? "",
    operations: ids("operations"),
    resources: ids("resources"),
    errors: ids("errors"),
    rename: lowerRename(properties.get("rename"), id, context),
  };
}

function readProperties(
  id: ShapeId,
  { properties }: ShapeSyntax,
  type: "resource" | "service",
  context: NodeContext,
): Map<string, NodeSyntax> {
  const known = (shapeTypes.get(type) ?? []).filter(
    (name) => !["type", "mixins", "traits"].includes(name),
  );
  const values = new Map<string, NodeSyntax>();
  for (const { name, value, start } of entries(properties)) {
    if (known.includes(name)) values.set(name, value);
    else {
      const message = `a ${type} has no property ${name}; expected ${known.join(", ")}`;
      context.events.warn(context.places.at(start), message, id);
    }
  }
  return values;
}

/** The entries of an object. The parser reports names that are there twice. */
function entries(
  syntax: { readonly entries: readonly EntrySyntax[] } | undefined,
): { readonly name: string; readonly value: NodeSyntax; readonly start: number }[] {
  return (syntax?.entries ?? []).map(({ key, value }) => ({
    name: textOf(key),
    value,
    start: key.start,
  }));
}

/** The id that a value stands for. Text in quotes is resolved like a name. */
export function lowerIdOf(
  syntax: NodeSyntax | undefined,
  shape: ShapeId,
  context: NodeContext,
): ShapeId | undefined {
  if (syntax === undefined) return undefined;
  if (syntax.kind === "id") return context.resolve(syntax.text);
  if (syntax.kind === "string") {
    const id = context.resolve(syntax.value);
    if (isShapeId(id, "with member")) return id;
  }
  fail(syntax, "the id of a shape", shape, context);
  return undefined;
}

/** The ids in an array. */
export function lowerIds(
  syntax: NodeSyntax | undefined,
  shape: ShapeId,
  context: NodeContext,
): ShapeId[] {
  if (syntax === undefined) return [];
  if (syntax.kind !== "array") {
    fail(syntax, "an array of ids", shape, context);
    return [];
  }
  return syntax.items
    .map((item) => lowerIdOf(item, shape, context))
    .filter((id) => id !== undefined);
}

function lowerNamedIds(
  syntax: NodeSyntax | undefined,
  shape: ShapeId,
  context: NodeContext,
): ReadonlyMap<string, ShapeId> {
  const ids = new Map<string, ShapeId>();
  if (syntax !== undefined && syntax.kind !== "object")
    fail(syntax, "an object of ids", shape, context);
  else
    for (const { name, value } of entries(syntax)) {
      const id = lowerIdOf(value, shape, context);
      if (id !== undefined) ids.set(name, id);
    }
  return ids;
}

function lowerText(
  syntax: NodeSyntax | undefined,
  shape: ShapeId,
  context: NodeContext,
): string | undefined {
  if (syntax === undefined || syntax.kind === "string") return syntax?.value;
  fail(syntax, "text in quotes", shape, context);
  return undefined;
}

function lowerRename(
  syntax: NodeSyntax | undefined,
  shape: ShapeId,
  context: NodeContext,
): ReadonlyMap<ShapeId, string> {
  const rename = new Map<ShapeId, string>();
  if (syntax !== undefined && syntax.kind !== "object")
    fail(syntax, "an object of new names", shape, context);
  else
    for (const { name, value, start } of entries(syntax)) {
      if (!isShapeId(name, "with member")) {
        const message = `expected the absolute id of a shape, found ${JSON.stringify(name)}`;
        context.events.error(context.places.at(start), message, shape);
      }
      const text = lowerText(value, shape, context);
      if (text !== undefined) rename.set(name, text);
    }
  return rename;
}

function fail(
  syntax: NodeSyntax,
  expected: string,
  shape: ShapeId,
  { events, places }: NodeContext,
): void {
  const found = syntax.kind === "keyword" ? String(syntax.value) : `a ${syntax.kind}`;
  events.error(places.at(syntax.start), `expected ${expected}, found ${found}`, shape);
}
