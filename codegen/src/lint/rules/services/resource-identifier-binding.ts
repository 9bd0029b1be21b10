import type { ResourceShape, Shape } from "../../../model/model.js";
import { findShape } from "../../../model/find-shape.js";
import type { Rule, RuleContext } from "../../rule.js";
import { findOperation, findResource, operationIdsOf } from "./contained.js";
import {
  bindingTypeOf,
  explicitIdentifier,
  hasAll,
  identifierBindings,
} from "./identifier-bindings.js";

/** The operations of a resource bind its identifiers: those of instances all of them, those of collections not all. */
export const resourceIdentifierBinding: Rule = {
  id: "ResourceIdentifierBinding",
  *check(context) {
    const { model, shapesOf, withTrait } = context;
    const structures = new Set(
      withTrait("smithy.api#resourceIdentifier").map(({ id }) => id.split("$", 1)[0] ?? ""),
    );
    for (const id of structures) {
      const structure = findShape(model, id);
      if (structure !== undefined) yield* checkStructure(structure, context);
    }
    for (const resource of shapesOf("resource")) {
      yield* checkOperations(resource, context);
      yield* checkChildren(resource, context);
    }
  },
};

function* checkStructure(structure: Shape, { event }: RuleContext): ReturnType<Rule["check"]> {
  const members = [...structure.members.values()];
  const explicit = new Map<string, string[]>();
  for (const member of members) {
    const name = explicitIdentifier(member);
    if (name !== undefined) explicit.set(name, [...(explicit.get(name) ?? []), member.name]);
  }
  for (const [name, bound] of explicit) {
    const implicit = structure.members.get(name);
    if (implicit !== undefined && explicitIdentifier(implicit) === undefined)
      yield event(
        "WARNING",
        structure,
        `the member ${name} would be bound to the identifier of its name, but the trait resourceIdentifier binds ${bound.join(", ")}`,
      );
    if (bound.length > 1)
      yield event(
        "ERROR",
        structure,
        `the identifier ${name} is bound by more than one member: ${bound.sort().join(", ")}`,
      );
  }
}

function* checkOperations(
  resource: ResourceShape,
  { model, event }: RuleContext,
): ReturnType<Rule["check"]> {
  for (const id of operationIdsOf(resource)) {
    const operation = findOperation(model, id);
    if (operation === undefined) continue;
    const bindings = identifierBindings(model, resource, operation.input);
    const type = bindingTypeOf(resource, operation, bindings);
    const bindsAll = hasAll(resource, bindings);
    if (type === "collection" && bindsAll)
      yield event(
        "ERROR",
        operation,
        `is an operation of the collection of ${resource.id}, so its input must not bind all of the identifiers`,
      );
    if (type === "instance" && !bindsAll)
      yield event(
        "ERROR",
        operation,
        `is an operation of an instance of ${resource.id}, so its input must bind all of the identifiers by required members: ${[...resource.identifiers.keys()].join(", ")}`,
      );
  }
}

function* checkChildren(
  parent: ResourceShape,
  { model, event }: RuleContext,
): ReturnType<Rule["check"]> {
  for (const childId of parent.resources) {
    const child = findResource(model, childId);
    if (child === undefined) continue;
    for (const id of operationIdsOf(child)) {
      const operation = findOperation(model, id);
      if (operation === undefined) continue;
      const bindings = identifierBindings(model, child, operation.input);
      const missing = [...parent.identifiers.keys()].filter((name) => !bindings.has(name));
      if (missing.length === 0) continue;
      yield event(
        "ERROR",
        operation,
        `is bound to ${child.id}, which belongs to ${parent.id}, but does not bind its identifiers ${missing.sort().join(", ")}`,
      );
    }
  }
}
