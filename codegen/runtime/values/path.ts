/**
 * The path from the root to a value, as a list linked from the leaf to the root, with a context. A
 * place is created only for an aggregate, and converted to text only for an error.
 */
export interface Place<Context> extends Path {
  readonly parent: Place<Context> | undefined;
  readonly context: Context;
}

/** A place without its context. */
export interface Path {
  readonly parent: Path | undefined;
  /**
   * A map key, a list index, or a member name: the name on the wire for readers, else the property.
   */
  readonly key: Key;
  readonly depth: number;
}

/** One step of a path. */
export type Key = string | number;

/** The maximum depth of values. Deeper values are rejected before they cause a stack overflow. */
export const maxDepth = 512;

/** Returns the place of the root of a value. */
export function root<Context>(context: Context): Place<Context> {
  return { parent: undefined, key: "", depth: 0, context };
}

/** Returns the place one step below another. */
export function at<Context>(parent: Place<Context>, key: Key): Place<Context> {
  return { parent, key, depth: parent.depth + 1, context: parent.context };
}

/** Returns the steps from the root. */
export function toSegments(path: Path): Key[] {
  const segments: Key[] = [];
  for (let node = path; node.parent !== undefined; node = node.parent) segments.push(node.key);
  return segments.reverse();
}

/** Converts steps from the root to a JSON pointer (RFC 6901). */
export function pointerOf(segments: readonly Key[]): string {
  return segments.map((segment) => `/${escapePointer(segment)}`).join("");
}

/** Converts a path to a JSON pointer (RFC 6901). */
export function toPointer(path: Path): string {
  let pointer = "";
  for (let node = path; node.parent !== undefined; node = node.parent) {
    pointer = `/${escapePointer(node.key)}${pointer}`;
  }
  return pointer;
}

/** Escapes one step of a JSON pointer. */
export function escapePointer(segment: Key): Key {
  return typeof segment === "string" && (segment.includes("/") || segment.includes("~"))
    ? segment.replaceAll("~", "~0").replaceAll("/", "~1")
    : segment;
}
