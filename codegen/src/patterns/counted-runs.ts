import type { Concatenation, NoParent } from "refa";
import type { Automaton } from "./automaton.js";
import { buildAutomaton, TooLargeError } from "./graph.js";

const maxSteps = 1500;
const maxVectors = 20_000;
const maxWork = 500_000;

/**
 * Returns the maximum number of runs that are active at once on any text, by enumerating all combinations
 * of states with the number of runs in each. This is exact, unlike `costOf`, but takes longer.
 * @returns `undefined` if there are too many combinations, as when the number of runs is unbounded
 */
export function countRuns(alternatives: readonly NoParent<Concatenation>[]): number | undefined {
  try {
    return mostRuns(buildAutomaton(alternatives, false, true));
  } catch (error) {
    if (error instanceof TooLargeError) return undefined;
    throw error;
  }
}

function mostRuns({ edges, accepting, classes }: Automaton): number | undefined {
  if (edges.length > maxSteps) return undefined;
  let most = 1;
  let work = 0;
  const readable = readableFrom(edges, classes.length + 1);
  const pending: (readonly (readonly [state: number, runs: number])[])[] = [[[0, 1]]];
  const seen = new Set<string>();
  for (let vector = pending.pop(); vector !== undefined; vector = pending.pop()) {
    for (const bit of readable(vector.map(([state]) => state))) {
      const next = new Map<number, number>();
      let total = 0;
      for (const [state, runs] of vector)
        for (const { to, set, count } of edges[state] ?? []) {
          if (++work > maxWork) return undefined;
          if ((set & bit) === 0n || accepting.has(to)) continue;
          next.set(to, (next.get(to) ?? 0) + runs * count);
          total += runs * count;
        }
      const entries = [...next].sort(([left], [right]) => left - right);
      const key = entries.join(";");
      if (seen.has(key)) continue;
      if (seen.size > maxVectors) return undefined;
      seen.add(key);
      most = Math.max(most, total);
      pending.push(entries);
    }
  }
  return most;
}

/**
 * Returns the classes of characters that need to be tried from some states. A class is skipped if
 * another class can be read wherever it can.
 */
function readableFrom(
  edges: Automaton["edges"],
  count: number,
): (states: readonly number[]) => readonly bigint[] {
  const bits = Array.from({ length: count }, (_, index) => 1n << BigInt(index));
  const known = new Map<string, readonly bigint[]>();
  return (states) => {
    const reached = new Set(states);
    for (const state of reached) for (const { to } of edges[state] ?? []) reached.add(to);
    const sets = new Set<bigint>();
    for (const state of reached) for (const { set } of edges[state] ?? []) sets.add(set);
    const all = [...sets];
    const key = all.join(" ");
    let found = known.get(key);
    if (found === undefined) {
      const places = bits.map((bit) =>
        all.flatMap((set, index) => ((set & bit) === 0n ? [] : [index])),
      );
      found = bits.filter((_, index) => {
        const mine = places[index] ?? [];
        return !places.some((others, other) => {
          if (other === index || !mine.every((place) => others.includes(place))) return false;
          return others.length > mine.length || other < index;
        });
      });
      known.set(key, found);
    }
    return found;
  };
}
