import { nameOf } from "../../../load/names.js";
import type { OperationShape, ResourceShape, ShapeId } from "../../../model/model.js";
import type { Rule, RuleContext } from "../../rule.js";
import { findOperation } from "./contained.js";
import { identifierBindings } from "./identifier-bindings.js";
import { propertyBindings, type PropertyBindings } from "./property-bindings.js";

/** The properties of a resource are in the inputs and outputs of its operations, and nothing else is. */
export const resourceOperationInputOutput: Rule = {
  id: "ResourceOperationInputOutput",
  *check(context) {
    for (const resource of context.shapesOf("resource")) {
      if (resource.properties.size === 0) continue;
      const used = new Set<string>();
      for (const [how, id] of operationsWithProperties(resource)) {
        const operation = findOperation(context.model, id);
        if (operation === undefined) continue;
        for (const structure of [operation.input, operation.output]) {
          const found = propertyBindings(context.model, resource, structure);
          if (found === undefined) continue;
          for (const { name } of found.bindings) used.add(name);
          yield* checkBindings({ resource, operation, how }, found, context);
        }
      }
      for (const name of resource.properties.keys()) {
        if (used.has(name)) continue;
        const message = `the property ${name} is in no input or output of create, put, read, update, delete or an instance operation`;
        yield context.event("ERROR", resource, message);
      }
    }
  },
};

interface BoundOperation {
  readonly resource: ResourceShape;
  readonly operation: OperationShape;
  /** The lifecycle, or the name of the operation. */
  readonly how: string;
}

/** Lists and operations of collections have no properties of their own. */
function operationsWithProperties(
  resource: ResourceShape,
): readonly (readonly [string, ShapeId])[] {
  return [
    ...[...resource.lifecycle].filter(([lifecycle]) => lifecycle !== "list"),
    ...resource.operations.map((id): [string, ShapeId] => [nameOf(id), id]),
  ];
}

function* checkBindings(
  { resource, operation, how }: BoundOperation,
  { shape, bindings }: PropertyBindings,
  { model, event }: RuleContext,
): ReturnType<Rule["check"]> {
  // Smithy looks at the identifiers in the output also for members of the input.
  const identifiers = new Set(identifierBindings(model, resource, operation.output).values());
  const byName = new Map<string, string[]>();
  for (const { member, name } of bindings) {
    byName.set(name, [...(byName.get(name) ?? []), member.name]);
    const target = resource.properties.get(name);
    if (target !== undefined && target !== member.target) {
      const message = `must target ${target}, as the property ${name} of ${resource.id} does, found ${member.target} (used by ${how})`;
      yield event("ERROR", member, message);
    } else if (target === undefined && !identifiers.has(member.name)) {
      const message = `is neither a property nor an identifier of ${resource.id}`;
      yield event("ERROR", member, message, {
        hint: "Add the trait property, resourceIdentifier or notProperty.",
      });
    }
  }
  for (const [name, members] of byName) {
    if (members.length < 2) continue;
    yield event(
      "ERROR",
      shape,
      `the property ${name} is more than one member: ${members.join(", ")}`,
    );
  }
}
