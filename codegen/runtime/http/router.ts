import { pathOf } from "./messages.js";
import { hasLiterals, segmentEnd } from "./uri.js";
import type { IncomingRequest } from "../types.js";

/** A node of the tree of URI patterns: its children, and the operations that end there. */
export interface Route<Name extends string> {
  /** The children for literal segments, percent-encoded. */
  readonly literals?: Readonly<Record<string, Route<Name>>>;
  /** The child for a label: one segment. */
  readonly label?: Route<Name>;
  /** The child for a greedy label: one or more segments. */
  readonly greedy?: Route<Name>;
  /** The operations that end here, sorted by the number of literal query parameters, descending. */
  readonly operations?: readonly (readonly [
    method: string,
    name: Name,
    query?: readonly (readonly [string, string])[],
  ])[];
}

/**
 * Finds the operation of a request. For each segment, a literal takes precedence over a label, and
 * a label over a greedy label (Smithy 2.0, "Specificity routing").
 * @throws SerializationException if the request is not an object or has no path
 */
export function matchRoute<Name extends string>(
  routes: Route<Name>,
  request: IncomingRequest,
): Name | undefined {
  const path = pathOf(request);
  if (!path.startsWith("/")) return undefined;
  const found = descend(routes, path, 1, path.length, request);
  // A slash at the end is ignored unless it is part of a greedy label.
  if (found !== undefined || path.length < 2 || !path.endsWith("/")) return found;
  return descend(routes, path, 1, path.length - 1, request);
}

/** Continues with the segment that starts at `start`, in the part of the path before `end`. */
function descend<Name extends string>(
  route: Route<Name>,
  path: string,
  start: number,
  end: number,
  request: IncomingRequest,
): Name | undefined {
  if (start > end) return findOperation(route, request);
  const { literals, label, greedy } = route;
  const stop = segmentEnd(path, start, end);
  let found: Name | undefined;
  if (literals !== undefined) {
    const segment = path.slice(start, stop);
    const literal = Object.hasOwn(literals, segment) ? literals[segment] : undefined;
    if (literal !== undefined) found = descend(literal, path, stop + 1, end, request);
  }
  if (found === undefined && label !== undefined && stop > start) {
    found = descend(label, path, stop + 1, end, request);
  }
  if (found !== undefined || greedy === undefined) return found;
  // Try the shortest greedy label first, for the pattern with the most segments. No label is empty.
  for (
    let next = stop;
    next <= end;
    next = next < end ? segmentEnd(path, next + 1, end) : end + 1
  ) {
    const name = next === start ? undefined : descend(greedy, path, next + 1, end, request);
    if (name !== undefined) return name;
  }
  return undefined;
}

function findOperation<Name extends string>(
  { operations = [] }: Route<Name>,
  request: IncomingRequest,
): Name | undefined {
  const { method } = request;
  for (const [ownMethod, name, literals] of operations) {
    if (ownMethod === method && (literals === undefined || hasLiterals(request, literals)))
      return name;
  }
  return undefined;
}
