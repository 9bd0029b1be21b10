import type { HttpOperation } from "./operations.js";
import type { Segment } from "./segments.js";

/** The operations whose paths begin with the same segments. All labels are the same segment here. */
interface Node {
  readonly literals: Map<string, Node>;
  readonly labels: Map<"label" | "greedy", Node>;
  /** Those whose paths end here. */
  readonly operations: HttpOperation[];
}

/** Finds paths that conflict, without a comparison of each with each other. */
export class UriTrie {
  readonly #root: Node = emptyNode();

  constructor(operations: Iterable<HttpOperation>) {
    for (const each of operations) {
      let node = this.#root;
      for (const segment of each.uri.segments) node = childOf(node, segment);
      node.operations.push(each);
    }
  }

  /**
   * Returns the operations whose URIs conflict with a URI: at the first segment that differs, one of them has a label
   * that the other has not; or the paths are the same, and the literals of the queries too.
   */
  conflicts({ uri }: HttpOperation): readonly HttpOperation[] {
    const found: HttpOperation[] = [];
    let node: Node | undefined = this.#root;
    for (const { kind, text } of uri.segments) {
      for (const [other, below] of node.labels) if (other !== kind) collect(below, found);
      if (kind !== "literal") for (const below of node.literals.values()) collect(below, found);
      node = kind === "literal" ? node.literals.get(text) : node.labels.get(kind);
      if (node === undefined) return found;
    }
    found.push(...node.operations.filter((other) => hasSameQuery(uri.query, other.uri.query)));
    return found;
  }
}

function emptyNode(): Node {
  return { literals: new Map(), labels: new Map(), operations: [] };
}

function childOf({ literals, labels }: Node, { kind, text }: Segment): Node {
  const known = kind === "literal" ? literals.get(text) : labels.get(kind);
  if (known !== undefined) return known;
  const child = emptyNode();
  if (kind === "literal") literals.set(text, child);
  else labels.set(kind, child);
  return child;
}

function collect(start: Node, found: HttpOperation[]): void {
  const pending = [start];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    found.push(...node.operations);
    pending.push(...node.literals.values(), ...node.labels.values());
  }
}

function hasSameQuery(
  left: ReadonlyMap<string, string>,
  right: ReadonlyMap<string, string>,
): boolean {
  return left.size === right.size && [...left].every(([name, value]) => right.get(name) === value);
}
