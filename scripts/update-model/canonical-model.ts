import { isObject, type Ast, type Json, type JsonObject } from "./json-ast.js";
import { serviceClosure } from "./service-closure.js";

/** Traits that are prose. It belongs to its author, and the repository has its own. */
const prose: ReadonlySet<string> = new Set(
  ["documentation", "examples", "externalDocumentation", "title"].map(
    (name) => `smithy.api#${name}`,
  ),
);

/**
 * Returns the model of a service in the form that is committed: only the closure of the service, sorted apart from the
 * members of shapes, and with the documentation of the earlier model in place of the published one.
 * @param service the id of the service
 * @param earlier the committed model, if there is one, and the id that the service has there
 */
export function canonicalModel(
  published: Ast,
  service: string,
  earlier: { readonly model: Ast; readonly service: string } | undefined,
): Ast {
  const ids = [...serviceClosure(published, service)].sort(byServiceFirst(service));
  const shapes = ids.map((id): [string, JsonObject] => {
    const own = published.shapes[id] ?? {};
    return [id, canonicalShape(own, earlier?.model.shapes[id === service ? earlier.service : id])];
  });
  const { metadata = earlier?.model.metadata } = published;
  return {
    smithy: published.smithy,
    ...(metadata === undefined ? {} : { metadata }),
    shapes: Object.fromEntries(shapes),
  };
}

/** The text of a model's file. */
export function modelText(model: Ast): string {
  return `${JSON.stringify(model, undefined, 2)}\n`;
}

function byServiceFirst(service: string): (left: string, right: string) => number {
  return (left, right) => {
    if (left === service || right === service) return left === service ? -1 : 1;
    return left < right ? -1 : 1;
  };
}

function canonicalShape(shape: JsonObject, earlier: JsonObject | undefined): JsonObject {
  const result: Record<string, Json> = {};
  for (const [key, value] of Object.entries(shape)) {
    if (key === "traits") continue;
    result[key] =
      key === "members" && isObject(value) ? canonicalMembers(value, earlier?.[key]) : value;
    if (/^(member|key|value)$/.test(key) && isObject(value))
      result[key] = canonicalMember(value, earlier?.[key]);
    if (/^(operations|resources|errors)$/.test(key) && Array.isArray(value))
      result[key] = byTarget(value as readonly Json[]);
  }
  return withTraits(result, shape["traits"], earlier?.["traits"]);
}

function canonicalMembers(members: JsonObject, earlier: Json | undefined): JsonObject {
  const old = isObject(earlier) ? earlier : {};
  return Object.fromEntries(
    Object.entries(members).map(([name, member]) => {
      return [name, isObject(member) ? canonicalMember(member, old[name]) : member];
    }),
  );
}

function canonicalMember(member: JsonObject, earlier: Json | undefined): JsonObject {
  const { traits, ...rest } = member;
  return withTraits(rest, traits, isObject(earlier) ? earlier["traits"] : undefined);
}

/** Adds sorted traits: those of the published model, and the prose of the earlier one. */
function withTraits(
  holder: JsonObject,
  published: Json | undefined,
  earlier: Json | undefined,
): JsonObject {
  const own = isObject(published) ? published : {};
  const old = isObject(earlier) ? earlier : {};
  const traits = [
    ...Object.entries(own).filter(([id]) => !prose.has(id)),
    ...Object.entries(old).filter(([id]) => prose.has(id)),
  ].sort(([left], [right]) => (left < right ? -1 : 1));
  return traits.length === 0 ? holder : { ...holder, traits: Object.fromEntries(traits) };
}

function byTarget(references: readonly Json[]): readonly Json[] {
  const target = (reference: Json): string =>
    isObject(reference) && typeof reference["target"] === "string" ? reference["target"] : "";
  return [...references].sort((left, right) => (target(left) < target(right) ? -1 : 1));
}
