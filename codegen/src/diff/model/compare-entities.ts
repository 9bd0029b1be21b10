import { isDeepStrictEqual } from "node:util";
import type { AstResourceShape, AstServiceShape, AstShape, ShapeId } from "../../load/ast.js";
import { breaking, compatible, dangerous, type Finding } from "../change.js";
import { findingAt } from "./finding.js";

type Entity = AstResourceShape | AstServiceShape;

/**
 * Compares what is bound to a service or resource.
 * @param isKept whether the service has an operation before and after: then it was only bound elsewhere. Operations
 *   that are new or gone are compared as such.
 * @param idNow returns the id that a shape has in the later model
 */
export function compareEntities(
  earlier: AstShape,
  now: AstShape,
  isKept: (operation: ShapeId) => boolean,
  idNow: (id: ShapeId) => ShapeId,
): Finding[] {
  if (!isEntity(earlier) || !isEntity(now)) return [];
  const old = renamed(earlier, idNow);
  const findings = [
    ...bindings(now.id, old.operations, now.operations, "Operation").filter(({ before, after }) =>
      isKept(before ?? after ?? ""),
    ),
    ...bindings(now.id, old.resources, now.resources, "Resource"),
  ];
  if (old.type === "resource" && now.type === "resource")
    findings.push(...compareIdentifiers(old, now));
  if (old.type === "service" && now.type === "service") findings.push(...compareErrors(old, now));
  return findings;
}

function isEntity(shape: AstShape): shape is Entity {
  return shape.type === "service" || shape.type === "resource";
}

/** Returns an entity that refers to shapes by their later ids. */
function renamed<T extends Entity>(entity: T, idNow: (id: ShapeId) => ShapeId): T {
  const own = {
    operations: entity.operations.map(idNow),
    resources: entity.resources.map(idNow),
  };
  if (entity.type === "service") return { ...entity, ...own, errors: entity.errors.map(idNow) };
  const identifiers = Object.entries(entity.identifiers).map(([name, id]) => [name, idNow(id)]);
  return { ...entity, ...own, identifiers: Object.fromEntries(identifiers) as typeof entity.identifiers };
}

function bindings(
  place: ShapeId,
  old: readonly ShapeId[],
  now: readonly ShapeId[],
  what: "Operation" | "Resource",
): Finding[] {
  const noun = what.toLowerCase();
  return [
    ...only(now, old).map((id) =>
      findingAt(place, {
        id: `Added${what}Binding`,
        summary: `${noun} ${id} was bound`,
        after: id,
        effects: [compatible.tools("Tools that manage resources may find it there.")],
      }),
    ),
    ...only(old, now).map((id) =>
      findingAt(place, {
        id: `Removed${what}Binding`,
        summary: `${noun} ${id} is no longer bound`,
        before: id,
        effects: [dangerous.tools("Tools that manage resources may no longer find it.")],
      }),
    ),
  ];
}

function compareIdentifiers(old: AstResourceShape, now: AstResourceShape): Finding[] {
  if (isDeepStrictEqual(old.identifiers, now.identifiers)) return [];
  return [
    findingAt(now.id, {
      id: "ChangedResourceIdentifiers",
      summary: "identifiers changed",
      before: JSON.stringify(old.identifiers),
      after: JSON.stringify(now.identifiers),
      effects: [breaking.tools("Tools that manage resources identify them in another way.")],
    }),
  ];
}

/** Errors of a service belong to each of its operations. */
function compareErrors(old: AstServiceShape, now: AstServiceShape): Finding[] {
  return [
    ...only(now.errors, old.errors).map((id) =>
      findingAt(now.id, {
        id: "AddedServiceError",
        summary: `error ${id} was added`,
        after: id,
        effects: [dangerous.code("Code that handles every error of an operation must handle it.")],
      }),
    ),
    ...only(old.errors, now.errors).map((id) =>
      findingAt(now.id, {
        id: "RemovedServiceError",
        summary: `error ${id} was removed`,
        before: id,
        effects: [compatible.code("Code need not handle it where no operation lists it.")],
      }),
    ),
  ];
}

function only(ids: readonly ShapeId[], others: readonly ShapeId[]): ShapeId[] {
  const known = new Set(others);
  return ids.filter((id) => !known.has(id)).sort();
}
