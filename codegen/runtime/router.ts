import { pathOf } from "./messages.js";
import { hasLiterals, segmentEnd } from "./uri.js";
import type { IncomingRequest } from "./types.js";

/** A place in the tree of URI patterns: where one can go from there, and what ends there. */
export interface Route<Name extends string> {
  /** By literal segments, percent-encoded. */
  readonly literals?: Readonly<Record<string, Route<Name>>>;
  /** By any one segment. */
  readonly label?: Route<Name>;
  /** By one or more segments. */
  readonly greedy?: Route<Name>;
  /** The operations of this pattern, those with more literal query parameters first. */
  readonly operations?: readonly (readonly [
    method: string,
    name: Name,
    query?: readonly (readonly [string, string])[],
  ])[];
}

/**
 * Finds the operation that a request is meant for. Segment by segment a literal goes before a label
 * and a label before a greedy one (Smithy 2.0, "Specificity routing").
 * @throws SerializationException where the request has no path, or is not an object
 */
export function matchRoute<Name extends string>(
  routes: Route<Name>,
  request: IncomingRequest,
): Name | undefined {
  const path = pathOf(request);
  if (!path.startsWith("/")) return undefined;
  const found = descend(routes, path, 1, path.length, request);
  // A slash at the end is ignored, except where it is part of a greedy label.
  if (found !== undefined || path.length < 2 || !path.endsWith("/")) return found;
  return descend(routes, path, 1, path.length - 1, request);
}

/** Goes on from a segment that starts at `start`, in a path that is looked at up to `end`. */
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
  // The pattern of most segments first, and last the one that the label ends; no label is empty.
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
