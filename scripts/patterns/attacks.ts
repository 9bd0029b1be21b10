import type { Automaton } from "../../codegen/src/patterns/automaton.js";
import { JS } from "refa";
import { buildAutomaton } from "../../codegen/src/patterns/graph.js";

/** The maximum number of states that are examined for one pattern. */
const maxStates = 24;
const cyclesByState = 3;
const passagesByState = 6;

/**
 * Returns texts on which a backtracking engine takes long: a way into a loop of the pattern, many
 * repetitions of the loop, and an end that does not match.
 */
export function* attacksOn(regExp: RegExp, length: number): Generator<string> {
  const automaton = automatonOf(regExp);
  if (automaton === undefined) return;
  const { edges } = automaton;
  const ways = shortestWays(automaton, 0);
  const states = edges.map((_, state) => state).filter((state) => ways.has(state));
  const step = Math.max(1, Math.ceil(states.length / maxStates));
  for (const state of states.filter((_, index) => index % step === 0)) {
    const prefix = ways.get(state) ?? "";
    const pumps = new Set([...cyclesAt(automaton, state), ...passagesFrom(automaton, state)]);
    for (const pump of pumps) {
      const room = Math.max(0, length - Array.from(prefix).length - 1);
      const size = Array.from(pump).length;
      const body = pump.repeat(Math.floor(room / size));
      for (const end of ["", "\n", "!", "\u{10ffff}"]) yield prefix + body + end;
    }
  }
}

function automatonOf(regExp: RegExp): Automaton | undefined {
  try {
    const { expression } = JS.Parser.fromLiteral(regExp).parse({ backreferences: "disable" });
    return buildAutomaton(expression.alternatives, false);
  } catch {
    return undefined;
  }
}

/** Returns a character of a class, preferably a printable one. */
function characterOf({ classes }: Automaton, mask: bigint): string {
  for (const [index, set] of classes.entries()) {
    if ((mask & (1n << BigInt(index))) === 0n) continue;
    const printable = set.ranges.find(({ max }) => max >= 0x20) ?? set.ranges[0];
    if (printable !== undefined)
      return String.fromCodePoint(Math.min(printable.max, Math.max(printable.min, 0x20)));
  }
  return "\u{f0000}";
}

/** Returns the shortest text that leads from a state to each other state. */
function shortestWays(automaton: Automaton, start: number): Map<number, string> {
  const ways = new Map([[start, ""]]);
  for (const [state, text] of ways)
    for (const { to, set } of automaton.edges[state] ?? [])
      if (!ways.has(to)) ways.set(to, text + characterOf(automaton, set));
  return ways;
}

/** Texts that lead on from a state in which a run can stay, as often as it likes. */
function* passagesFrom(automaton: Automaton, state: number): Generator<string> {
  if (!(automaton.edges[state] ?? []).some(({ to }) => to === state)) return;
  const texts = [...new Set(shortestWays(automaton, state).values())].filter((text) => text !== "");
  const step = Math.max(1, Math.ceil(texts.length / passagesByState));
  yield* texts.filter((_, index) => (texts.length - 1 - index) % step === 0);
}

/** Texts that lead from a state back to it. */
function* cyclesAt(automaton: Automaton, state: number): Generator<string> {
  let found = 0;
  for (const { to, set } of automaton.edges[state] ?? []) {
    const back = to === state ? "" : shortestWays(automaton, to).get(state);
    if (back === undefined || found++ >= cyclesByState) continue;
    yield characterOf(automaton, set) + back;
    const bits = Array.from(set.toString(2)).reverse();
    for (const [index, bit] of bits.entries())
      if (bit === "1" && index > 0 && found++ < 2 * cyclesByState)
        yield characterOf(automaton, 1n << BigInt(index)) + back;
  }
}
