import { distance } from "fastest-levenshtein";

/** Returns " Did you mean ...?" with the known name that is most similar to an unknown one, or "". */
export function suggest(name: string, known: Iterable<string>): string {
  let nearest: string | undefined;
  let least = Math.max(2, Math.floor(name.length / 3)) + 1;
  // Longer texts are not misspelt names, and would take long to compare.
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
