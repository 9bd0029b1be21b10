/**
 * The way from the root to a value, as a list linked from the leaf up, with what is done on the
 * way. A place is made only where a reader or a check descends into an aggregate, and becomes text
 * only where something is wrong.
 */
export interface Place<Context> extends Path {
  readonly parent: Place<Context> | undefined;
  readonly context: Context;
}

/** A place without regard to what is done there. */
export interface Path {
  readonly parent: Path | undefined;
  /** A map's key, a list's index, or a member's name: on the wire for readers, in memory for checks. */
  readonly key: Key;
  readonly depth: number;
}

/** One step of a path. */
export type Key = string | number;

/** How deep values may nest. Deeper ones are refused before they exhaust the stack. */
export const maxDepth = 512;

/** The root of a value. */
export function root<Context>(context: Context): Place<Context> {
  return { parent: undefined, key: "", depth: 0, context };
}

/** The place one step below another. */
export function at<Context>(parent: Place<Context>, key: Key): Place<Context> {
  return { parent, key, depth: parent.depth + 1, context: parent.context };
}

/** The steps from the root. */
export function toSegments(path: Path): Key[] {
  const segments: Key[] = [];
  for (let node = path; node.parent !== undefined; node = node.parent) segments.push(node.key);
  return segments.reverse();
}

/** Steps from the root as a JSON pointer (RFC 6901). */
export function pointerOf(segments: readonly Key[]): string {
  return segments.map((segment) => `/${escapePointer(segment)}`).join("");
}

/** The path as a JSON pointer (RFC 6901). */
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
