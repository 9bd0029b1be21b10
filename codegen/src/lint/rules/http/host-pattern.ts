import { parseSegment, PatternError, refuseRepeatedLabels, type Segment } from "./segments.js";

/**
 * Parses the prefix of a host of the trait `endpoint` (Smithy 2.0, "endpoint trait"): literals and labels.
 * @throws PatternError if it breaks the rules
 */
export function parseHostPattern(text: string): readonly Segment[] {
  const parts = text.match(/\{[^{}]*\}|[^{}]+|[{}]/g) ?? [];
  const segments = parts.map(parseSegment);
  for (const [index, { kind }] of segments.entries()) {
    if (kind === "greedy") throw new PatternError("must not have a greedy label");
    if (kind === "label" && segments[index - 1]?.kind === "label")
      throw new PatternError("must not have labels beside each other");
  }
  refuseRepeatedLabels(segments);
  return segments;
}
