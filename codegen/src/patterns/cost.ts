import type { Concatenation, NoParent } from "refa";
import { isAmbiguous, pairsOf, type Pairs } from "./ambiguity.js";
import { componentsOf, type Component } from "./components.js";
import { buildAutomaton, TooLargeError, type Automaton, type Edge } from "./graph.js";

/**
 * The most steps that a backtracking engine takes to search a text of a number of characters;
 * `Infinity` where they grow exponentially.
 */
export type Cost = (length: number) => number;

/** Nothing is known of what the pattern costs, or it is exponential. */
const unbounded: Cost = () => Infinity;

/** Bounds the steps of a search by the ambiguity of the pattern's automaton. */
export function costOf(
  alternatives: readonly NoParent<Concatenation>[],
  isAnchored: boolean = false,
): Cost {
  try {
    const automaton = buildAutomaton(alternatives, isAnchored);
    const failing = failingCost(automaton, isAnchored ? [0] : [0, 1]);
    // Where the pattern is found as soon as a state is reached, the engine never goes back before it.
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

/** The cost of attempts that do not come to an accepting state. */
function failingCost({ edges, loops, accepting }: Automaton, starts: readonly number[]): Cost {
  const kept = edges.map((out) => out.filter(({ to }) => !accepting.has(to)));
  const components = componentsOf(kept, starts, loops);
  const indexOf = new Map<number, number>();
  for (const [index, { states }] of components.entries())
    for (const state of states) indexOf.set(state, index);
  let factor = 1;
  for (const component of components) {
    if (!component.isLoop || !isAmbiguous(component, kept, indexOf)) continue;
    // A loop with a count ends some day.
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

/** How many runs at most are alive at once, if each loop is left at one place only. */
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
    // Only where edges have a character in common more than one of them is taken.
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

/** In how many ways the places can be chosen at which a run passes from loop to loop. */
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
  // Components come after all that they lead to, and so backwards in order.
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
