import { buildShape } from "./build-shape.js";
import { sortedEntries } from "./json.js";
import type { SdkSchemas } from "./read-sdk-schemas.js";
import type { Model, Reference, Shape } from "./smithy-ast.js";
import { shapeId, shapeName, targetsOf, UNIT } from "./smithy-ast.js";
import type { Role, Sources } from "./sources.js";
import { sortTraits, withDocumentation } from "./traits.js";

/** Builds the model: the service, then its operations, then every shape that they reach, each sorted by name. */
export function buildModel(sources: Sources): Model {
  const { schemas, service } = sources;
  const operations = [...schemas.operations.keys()].sort();
  const shapes: Record<string, Shape> = {
    [shapeId(service.name)]: {
      type: "service",
      version: service.version,
      operations: operations.map((name) => ({ target: shapeId(name) })),
      traits: sortTraits({
        ...service.traits,
        "smithy.api#documentation": sources.documentation.ofService(),
      }),
    },
  };
  for (const name of operations) shapes[shapeId(name)] = buildOperation(name, sources);

  const roles = rolesOf(schemas);
  const reached: Record<string, Shape> = {};
  const pending = Object.values(shapes).flatMap(targetsOf);
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (id === UNIT || shapes[id] !== undefined || reached[id] !== undefined) continue;
    const shape = buildShape(shapeName(id), roles, sources);
    reached[id] = shape;
    pending.push(...targetsOf(shape));
  }
  return {
    smithy: "2.0",
    metadata: service.metadata,
    shapes: { ...shapes, ...Object.fromEntries(sortedEntries(reached)) },
  };
}

function buildOperation(name: string, { schemas, declarations, documentation }: Sources): Shape {
  const operation = schemas.operations.get(name);
  if (operation === undefined) throw new Error(`${name}: no such operation.`);
  const reference = (structure: string | undefined): Reference => ({
    target: structure === undefined ? UNIT : shapeId(structure),
  });
  return {
    type: "operation",
    input: reference(operation.input),
    output: reference(operation.output),
    errors: (declarations.errors.get(name) ?? []).map(reference),
    traits: withDocumentation(operation.traits, documentation.ofOperation(name)),
  };
}

/** Returns the roles of structures. A structure that is used several times is neither input nor output. */
function rolesOf({ operations }: SdkSchemas): Map<string, Role> {
  const roles = new Map<string, Role>();
  const shared = new Set<string>();
  for (const [operation, { input, output }] of operations) {
    for (const [role, structure] of [
      ["Input", input],
      ["Output", output],
    ] as const) {
      if (structure === undefined) continue;
      if (roles.has(structure)) shared.add(structure);
      roles.set(structure, { role, operation });
    }
  }
  for (const structure of shared) roles.delete(structure);
  return roles;
}
