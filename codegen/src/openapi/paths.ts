import type { Operation } from "../ir/service.js";
import { compare } from "../load/select-service.js";
import type { Context } from "./context.js";
import { methods, type Method } from "./document.js";

/** An operation, and where it is in the document. */
export interface PlacedOperation {
  readonly operation: Operation;
  readonly path: string;
  readonly method: Method;
  /** The names of the path's parameters, by those of the members. */
  readonly labels: ReadonlyMap<string, string>;
}

/**
 * Finds the paths of operations. Paths that differ only in the names of their labels are one in OpenAPI, which
 * has the names of the first. Operations that differ only in literals of their query, such as `/items?archive`,
 * cannot have the same path and method, so all but one have their literals in a fragment, `/items#archive`: it
 * is not sent, so that tools call the right path.
 * @returns the operations, sorted by path and then by method
 */
export function placeOperations({ service, diagnostics }: Context): PlacedOperation[] {
  const names = new Map<string, readonly string[]>();
  const taken = new Set<string>();
  const placed: PlacedOperation[] = [];
  // Those without literals first, so that they have the path without a fragment.
  const ordered = [...service.operations].sort(
    (left, right) =>
      left.http.query.length - right.http.query.length || compare(left.name, right.name),
  );
  for (const operation of ordered) {
    const { http, id } = operation;
    const method = methods.find((name) => name === http.method.toLowerCase());
    if (method === undefined) {
      const problem = `has the method ${http.method}, which OpenAPI does not have; it is not in the document`;
      diagnostics.warn("SC1619", id, problem);
      continue;
    }
    const key = templateOf(operation, (index, suffix) => `${index}${suffix}`);
    const own = http.segments.flatMap((segment) =>
      segment.kind === "literal" ? [] : [segment.member],
    );
    const known = names.get(key) ?? own;
    names.set(key, known);
    const path = templateOf(operation, (index, suffix) => `${known[index] ?? ""}${suffix}`);
    const literals = http.query.map(([name, value]) => (value === "" ? name : `${name}=${value}`));
    const isFree = !taken.has(`${method} ${path}`);
    const unique = isFree ? path : `${path}#${literals.join("&")}`;
    if (taken.has(`${method} ${unique}`)) {
      const problem = `has the same method and path as another operation, ${http.method} ${path}; it is not in the document`;
      diagnostics.warn("SC1619", id, problem);
      continue;
    }
    taken.add(`${method} ${unique}`);
    const labels = new Map(own.map((member, index) => [member, labelName(index)]));
    placed.push({ operation, path: unique, method, labels });

    function labelName(index: number): string {
      const segments = http.segments.filter(({ kind }) => kind !== "literal");
      const suffix = segments[index]?.kind === "greedy" ? "+" : "";
      return `${known[index] ?? ""}${suffix}`;
    }
  }
  return placed.sort(
    (left, right) =>
      compare(left.path, right.path) ||
      methods.indexOf(left.method) - methods.indexOf(right.method),
  );
}

/** Returns the path of an operation, with greedy labels as Smithy's converter and API Gateway have them: `{name+}`. */
function templateOf(
  { http }: Operation,
  nameOf: (index: number, suffix: string) => string,
): string {
  let labels = 0;
  const segments = http.segments.map((segment) =>
    segment.kind === "literal"
      ? segment.text
      : `{${nameOf(labels++, segment.kind === "greedy" ? "+" : "")}}`,
  );
  return `/${segments.join("/")}`;
}
