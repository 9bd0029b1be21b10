import type { ValidationEvent } from "../../model/model.js";

/** Returns whether an id stands for the id of an event: the same, or one of its parents (`A` for `A.B`). */
export function matchesId(id: string, { id: found }: ValidationEvent): boolean {
  return found === id || found.startsWith(`${id}.`);
}

/** Returns whether a namespace, or `*` for any, is that of the shape of an event. */
export function matchesNamespace(namespace: string, { shape }: ValidationEvent): boolean {
  return namespace === "*" || shape?.startsWith(`${namespace}#`) === true;
}
