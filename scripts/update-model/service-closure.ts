import { isObject, type Ast, type Json, type JsonObject } from "./json-ast.js";

/**
 * Returns the ids of a service and of every shape that it refers to: through operations, resources, members, mixins
 * and errors at any depth, but not through traits, whose definitions are not needed to use them.
 */
export function serviceClosure({ shapes }: Ast, service: string): ReadonlySet<string> {
  const found = new Set<string>();
  const pending = [service];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    const shape = Object.hasOwn(shapes, id) ? shapes[id] : undefined;
    if (found.has(id) || shape === undefined) continue;
    found.add(id);
    pending.push(...targetsOf(shape));
  }
  return found;
}

function targetsOf(shape: JsonObject): string[] {
  return Object.entries(shape).flatMap(([key, value]) =>
    key === "traits" ? [] : targetsIn(value),
  );
}

/** The values of all properties `target`, however deeply nested. */
function targetsIn(value: Json): string[] {
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(targetsIn);
  if (!isObject(value)) return [];
  const { target } = value;
  if (typeof target === "string") return [target];
  return targetsOf(value);
}
