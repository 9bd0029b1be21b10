import { typeName } from "./json.js";
import { at, maxDepth } from "../values/path.js";
import { clientRoot, unwritable, type WritePlace } from "./write.js";

/**
 * Throws for a value that JSON cannot represent: a document, or a value of the wrong type, which
 * writers do not check. The JSON pointer of the error has names on the wire.
 */
export function noJsonForm(json: unknown): never {
  const [place, received] = locateFault(json) ?? [clientRoot, typeName(json)];
  return unwritable(place, "a value that JSON can represent", received);
}

type Fault = readonly [place: WritePlace, received: string];

function locateFault(json: unknown): Fault | undefined {
  try {
    return findFault(json, clientRoot, new Set());
  } catch {
    // A getter that throws.
    return undefined;
  }
}

/** @param around the objects that contain the value */
function findFault(value: unknown, here: WritePlace, around: Set<unknown>): Fault | undefined {
  if (typeof value === "bigint") return [here, "a bigint"];
  if (typeof value !== "object" || value === null) return undefined;
  if (around.has(value)) return [here, "an object that contains itself"];
  if (here.depth > maxDepth) return [here, `more than ${maxDepth} levels of nesting`];
  around.add(value);
  for (const [key, item] of Object.entries(value)) {
    const fault = findFault(item, at(here, key), around);
    if (fault !== undefined) return fault;
  }
  around.delete(value);
  return undefined;
}
