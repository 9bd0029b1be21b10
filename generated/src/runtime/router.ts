import { hasLiterals } from "./uri.js";
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
 */
export function matchRoute<Name extends string>(
  routes: Route<Name>,
  request: IncomingRequest,
): Name | undefined {
  const segments = request.path.split("/");
  const found = descend(routes, segments, 1, request);
  // A slash at the end is passed over, save where it is part of a greedy label.
  if (found !== undefined || segments.length <= 2 || segments.pop() !== "") return found;
  return descend(routes, segments, 1, request);
}

function descend<Name extends string>(
  route: Route<Name>,
  segments: readonly string[],
  index: number,
  request: IncomingRequest,
): Name | undefined {
  const segment = segments[index];
  if (segment === undefined) return findOperation(route, request);
  const { literals, label, greedy } = route;
  const literal =
    literals !== undefined && Object.hasOwn(literals, segment) ? literals[segment] : undefined;
  const found =
    (literal && descend(literal, segments, index + 1, request)) ??
    (label && segment !== "" ? descend(label, segments, index + 1, request) : undefined);
  if (found !== undefined || greedy === undefined) return found;
  // The pattern of most segments first, and last the one that the label ends.
  for (let end = segment === "" ? index + 2 : index + 1; end <= segments.length; end++) {
    const name = descend(greedy, segments, end, request);
    if (name !== undefined) return name;
  }
  return undefined;
}

function findOperation<Name extends string>(
  { operations = [] }: Route<Name>,
  { method, query }: IncomingRequest,
): Name | undefined {
  return operations.find(
    ([ownMethod, , literals = []]) => ownMethod === method && hasLiterals(query, literals),
  )?.[1];
}
