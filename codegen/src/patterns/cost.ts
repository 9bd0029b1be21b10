import type { Concatenation, NoParent } from "refa";
import { isAmbiguous, pairsOf, type Pairs } from "./ambiguity.js";
import { componentsOf, type Component } from "./components.js";
import type { Automaton, Edge } from "./automaton.js";
import { buildAutomaton, TooLargeError } from "./graph.js";

/**
 * An upper bound of the steps that a backtracking engine needs to search a text of a given length;
 * `Infinity` if it is exponential.
 */
export type Cost = (length: number) => number;

/** The cost of a pattern that is exponential or cannot be analyzed. */
const unbounded: Cost = () => Infinity;

/** Bounds the steps of a search by the ambiguity of the pattern's automaton. */
export function costOf(
  alternatives: readonly NoParent<Concatenation>[],
  isAnchored: boolean = false,
): Cost {
  try {
    const automaton = buildAutomaton(alternatives, isAnchored);
    const failing = failingCost(automaton, isAnchored ? [0] : [0, 1]);
    // Once a match is certain in some state, the engine never backtracks before that state.
    const tail = failingCost(automaton, [...automaton.accepting]);
    const most = hasLoop(automaton) ? Infinity : automaton.edges.length;
    const bodies = automaton.lookarounds.map((lookaround) => ({
      isFirst: lookaround.isFirst,
      cost: costOf(lookaround.alternatives, true),
    }));
    return (length) => {
      const turns = automaton.accepting.size === 0 ? 0 : Math.min(length, most);
      const once = failing(length) + turns * tail(length);
      let total = once;
      for (const { isFirst, cost } of bodies) total += (isFirst ? 1 : once) * cost(length);
      return total;
    };
  } catch (error) {
    if (error instanceof TooLargeError) return unbounded;
    throw error;
  }
}

function hasLoop({ edges, loops }: Automaton): boolean {
  const starts = edges.map((_, state) => state);
  return componentsOf(edges, starts, loops).some(({ isLoop }) => isLoop);
}

/** Returns the cost of attempts that do not reach an accepting state. */
function failingCost({ edges, loops, accepting }: Automaton, starts: readonly number[]): Cost {
  const kept = edges.map((out) => out.filter(({ to }) => !accepting.has(to)));
  const components = componentsOf(kept, starts, loops);
  const indexOf = new Map<number, number>();
  for (const [index, { states }] of components.entries())
    for (const state of states) indexOf.set(state, index);
  let factor = 1;
  for (const component of components) {
    if (!component.isLoop || !isAmbiguous(component, kept, indexOf)) continue;
    // A loop with a count has a finite number of choices.
    factor *= component.loop?.choices ?? Infinity;
  }
  if (factor === Infinity) return unbounded;
  const pairs = pairsOf(components, kept, indexOf);
  const passed = new Set([...pairs.values()].flat());
  for (const [index, component] of components.entries())
    component.runs = runsFrom(component, passed.has(index), kept, components, indexOf);
  const runs = Math.max(
    1,
    ...starts.map((start) => components[indexOf.get(start) ?? -1]?.runs ?? 1),
  );
  const hasLoops = components.some(({ isLoop }) => isLoop);
  const depth = components.length;
  return (length) => {
    const steps = hasLoops ? length : Math.min(length, depth);
    return (
      factor * runs * Math.max(1, steps) * mostChoices(components, pairs, kept, indexOf, length)
    );
  };
}

/** Returns the maximum number of runs that are active at once if each loop is left at only one place. */
function runsFrom(
  component: Component,
  isPassed: boolean,
  edges: readonly (readonly Edge[])[],
  components: readonly Component[],
  indexOf: ReadonlyMap<number, number>,
): number {
  let most = 1;
  for (const state of component.states) {
    const out = edges[state] ?? [];
    // Several edges are taken only if they have a character in common.
    for (const edge of out) {
      let total = 0;
      for (const other of out) {
        if ((other.set & edge.set) === 0n) continue;
        const target = components[indexOf.get(other.to) ?? -1];
        // The run that stays in a loop is counted with those that pass from it.
        if (target === component) total += isPassed ? 0 : 1;
        else total += other.count * (target?.runs ?? 1);
      }
      most = Math.max(most, total);
    }
  }
  return most;
}

/** Returns the number of ways to choose the places where a run passes from one loop to the next. */
function mostChoices(
  components: readonly Component[],
  pairs: Pairs,
  edges: readonly (readonly Edge[])[],
  indexOf: ReadonlyMap<number, number>,
  length: number,
): number {
  const best = components.map(() => ({ choices: 1, free: 0 }));
  const value = ({ choices, free }: { choices: number; free: number }): number =>
    choices / factorial(free + 1);
  // Components come after all that they lead to, so this iterates backwards.
  for (let index = components.length - 1; index >= 0; index--) {
    for (const before of pairs.get(index) ?? []) {
      const from = best[before] ?? { choices: 1, free: 0 };
      const places = Math.min(
        length,
        components[before]?.loop?.length ?? Infinity,
        components[index]?.loop?.length ?? Infinity,
      );
      const passed = {
        choices: from.choices * places,
        free: from.free + (places === length ? 1 : 0),
      };
      if (value(passed) > value(best[index] ?? from)) best[index] = passed;
    }
    const here = best[index] ?? { choices: 1, free: 0 };
    for (const state of components[index]?.states ?? [])
      for (const { to } of edges[state] ?? []) {
        const next = indexOf.get(to) ?? index;
        if (next !== index && value(here) > value(best[next] ?? here)) best[next] = here;
      }
  }
  return Math.max(1, ...best.map(value));
}

function factorial(number: number): number {
  return number <= 1 ? 1 : number * factorial(number - 1);
}
