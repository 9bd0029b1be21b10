import { isIdentifier } from "../../../load/names.js";

/** A part of the path of a URI or of the prefix of a host. */
export interface Segment {
  readonly kind: "literal" | "label" | "greedy";
  /** The literal, or the name of the label. */
  readonly text: string;
}

/** A pattern that breaks the rules of URIs or prefixes of hosts. */
export class PatternError extends Error {
  override readonly name = "PatternError";
}

/** Parses a literal, `{label}` or `{label+}`. */
export function parseSegment(text: string): Segment {
  if (!/^\{.*\}$/s.test(text)) {
    if (text === "") throw new PatternError("has an empty segment");
    if (/[{}]/.test(text))
      throw new PatternError(`has the segment ${text}; a label must be a whole segment`);
    return { kind: "literal", text };
  }
  const isGreedy = text.endsWith("+}");
  const name = text.slice(1, isGreedy ? -2 : -1);
  if (!isIdentifier(name)) throw new PatternError(`has the label ${text}, whose name is invalid`);
  return { kind: isGreedy ? "greedy" : "label", text: name };
}

/** Refuses two labels of one name, whatever its case. */
export function refuseRepeatedLabels(segments: readonly Segment[]): void {
  const names = new Set<string>();
  for (const { text } of labelsOf(segments)) {
    const name = text.toLowerCase();
    if (names.has(name)) throw new PatternError(`has the label ${text} more than once`);
    names.add(name);
  }
}

export function labelsOf(segments: readonly Segment[]): readonly Segment[] {
  return segments.filter(({ kind }) => kind !== "literal");
}

/** Finds a label by its name, whatever its case. */
export function findLabel(segments: readonly Segment[], name: string): Segment | undefined {
  return labelsOf(segments).find(({ text }) => text.toLowerCase() === name.toLowerCase());
}

/**
 * Returns the pairs of segments of two patterns of which one is a label that the other is not, up to the first literals
 * that differ.
 */
export function conflictsOf(
  left: readonly Segment[],
  right: readonly Segment[],
): readonly (readonly [Segment, Segment])[] {
  const conflicts: [Segment, Segment][] = [];
  for (const [index, one] of left.entries()) {
    const other = right[index];
    if (other === undefined) break;
    if (one.kind !== other.kind) conflicts.push([one, other]);
    else if (one.kind === "literal" && one.text !== other.text) break;
  }
  return conflicts;
}
