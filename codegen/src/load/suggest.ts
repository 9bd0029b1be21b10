import { distance } from "fastest-levenshtein";

/** Ends a message about an unknown name with the known one that is nearest, if any is near. */
export function suggest(name: string, known: Iterable<string>): string {
  let nearest: string | undefined;
  let least = Math.max(2, Math.floor(name.length / 3)) + 1;
  // What is longer than any name is no misspelt one, and would take long to compare.
  if (name.length > 256) return "";
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) > least) continue;
    const edits = distance(name.toLowerCase(), candidate.toLowerCase());
    if (edits < least || (edits === least && nearest !== undefined && candidate < nearest)) {
      least = edits;
      nearest = candidate;
    }
  }
  return nearest === undefined ? "" : ` Did you mean ${nearest}?`;
}
