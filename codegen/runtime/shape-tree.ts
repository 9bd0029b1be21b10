import { unknownMember } from "./check.js";
import type { DescribedMember, Describer } from "./describe.js";
import { isObject } from "./json.js";
import { at, maxDepth, toSegments, type Key, type Path } from "./path.js";
import type { CheckPlace } from "./validation.js";

/** The structure of a shape, for following paths in its values. */
interface Node {
  readonly kind: "members" | "list" | "map" | "leaf";
  /** The members in JSON, by their names on the wire. */
  readonly inJson: ReadonlyMap<string, ShapeTree>;
  /** The names on the wire of all members, by their names in memory. */
  readonly all: ReadonlyMap<string, readonly [wireName: string, ShapeTree]>;
  /** The element of a list or map. */
  readonly element: ShapeTree | undefined;
  /**
   * Whether to ignore unknown members: errors have more members, and unions have a separate check.
   */
  readonly isOpen: boolean;
}

/** The tree of a shape, created on demand because shapes may be recursive. */
export type ShapeTree = () => Node;

/** The function that describes a structure or union. */
export type DescribeTree = (to: Describer<ShapeTree>) => ShapeTree;

/** Returns the tree of a structure or union, which is created on first use. */
export function treeOf(describe: DescribeTree): ShapeTree {
  let tree: ShapeTree | undefined;
  return () => {
    tree ??= describe(new TreeMaker());
    return tree();
  };
}

/** Reports all members of JSON that the model does not define, at any depth. */
export function reportUnknownMembers(json: unknown, tree: ShapeTree, here: CheckPlace): void {
  const { kind, inJson, element, isOpen } = tree();
  if (kind === "leaf" || here.depth > maxDepth) return;
  if (kind === "list") {
    if (element === undefined || !Array.isArray(json)) return;
    for (const [index, item] of json.entries()) {
      reportUnknownMembers(item, element, at(here, index));
    }
  } else if (isObject(json)) {
    for (const name of Object.keys(json)) {
      const subtree = element ?? inJson.get(name);
      if (subtree !== undefined) reportUnknownMembers(json[name], subtree, at(here, name));
      else if (!isOpen) unknownMember(here, name);
    }
  }
}

/** Converts a path in a value to the path in JSON on the wire. */
export function toWirePath(path: Path, tree: ShapeTree): Key[] {
  let node = tree();
  return toSegments(path).map((key) => {
    const [wireKey, subtree] = node.all.get(String(key)) ?? [key, node.element ?? leaf];
    node = subtree();
    return wireKey;
  });
}

/** Converts descriptions to trees. */
class TreeMaker implements Describer<ShapeTree> {
  readonly #trees = new Map<string, ShapeTree>();

  structure(members: readonly DescribedMember<ShapeTree>[], isOpen = false): ShapeTree {
    return withMembers(members, isOpen);
  }

  union(members: readonly DescribedMember<ShapeTree>[]): ShapeTree {
    return withMembers(members, true);
  }

  ref(name: string, describe: DescribeTree): ShapeTree {
    return () => {
      const tree = this.#trees.get(name) ?? describe(this);
      this.#trees.set(name, tree);
      return tree();
    };
  }

  list(item: ShapeTree): ShapeTree {
    return withElement("list", item);
  }

  map(_key: ShapeTree, value: ShapeTree): ShapeTree {
    return withElement("map", value);
  }

  orNull(value: ShapeTree): ShapeTree {
    return value;
  }

  enum(): ShapeTree {
    return leaf;
  }

  string(): ShapeTree {
    return leaf;
  }

  boolean(): ShapeTree {
    return leaf;
  }

  integer(): ShapeTree {
    return leaf;
  }

  float(): ShapeTree {
    return leaf;
  }

  bigInteger(): ShapeTree {
    return leaf;
  }

  bigDecimal(): ShapeTree {
    return leaf;
  }

  timestamp(): ShapeTree {
    return leaf;
  }

  blob(): ShapeTree {
    return leaf;
  }

  document(): ShapeTree {
    return leaf;
  }
}

const none: Node = {
  kind: "leaf",
  inJson: new Map(),
  all: new Map(),
  element: undefined,
  isOpen: false,
};

function leaf(): Node {
  return none;
}

function withElement(kind: "list" | "map", element: ShapeTree): ShapeTree {
  const node: Node = { ...none, kind, element };
  return () => node;
}

function withMembers(members: readonly DescribedMember<ShapeTree>[], isOpen: boolean): ShapeTree {
  const inJson = new Map<string, ShapeTree>();
  const all = new Map<string, readonly [string, ShapeTree]>();
  for (const [wireName, name, subtree, , location] of members) {
    all.set(name, [wireName, subtree]);
    // A stream is not part of JSON, so its name is unknown there.
    if (location !== "bytes" && location !== "events") inJson.set(wireName, subtree);
  }
  const node: Node = { ...none, kind: "members", inJson, all, isOpen };
  return () => node;
}
