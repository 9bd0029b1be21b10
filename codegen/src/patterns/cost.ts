import type { Concatenation, NoParent } from "refa";
import { buildAutomaton, TooLargeError, type Automaton, type Edge, type Loop } from "./graph.js";

/**
 * The most steps that a backtracking engine takes to search a text of a number of characters;
 * `Infinity` where they grow exponentially.
 */
export type Cost = (length: number) => number;

/** Nothing is known of what the pattern costs, or it is exponential. */
const unbounded: Cost = () => Infinity;

/** More pairs of states than this are not examined. */
const maxPairs = 200_000;

/** Whether a run can pass from loop to loop is found out for each two states, if there are so few. */
const maxExactPairs = 64;

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

/** A set of states each of which can be reached from each other. */
interface Component {
  readonly states: readonly number[];
  /** Whether a run can stay in it. */
  readonly isLoop: boolean;
  readonly loop: Loop | undefined;
  /** The characters that are read within. */
  readonly alphabet: bigint;
  /** How many runs can be alive at once beside those that grow with the length. */
  runs: number;
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

/** Tarjan's algorithm; components come after all that they lead to. */
function componentsOf(
  edges: readonly (readonly Edge[])[],
  starts: readonly number[],
  loops: readonly (Loop | undefined)[],
): Component[] {
  const components: Component[] = [];
  const order = new Map<number, number>();
  const low = new Map<number, number>();
  const stack: number[] = [];
  const isOpen = new Set<number>();
  for (const start of starts) {
    if (order.has(start)) continue;
    const work: { state: number; next: number }[] = [];
    const open = (state: number): void => {
      order.set(state, order.size);
      low.set(state, order.size - 1);
      stack.push(state);
      isOpen.add(state);
      work.push({ state, next: 0 });
    };
    open(start);
    for (let top = work.at(-1); top !== undefined; top = work.at(-1)) {
      const { state } = top;
      const edge = edges[state]?.[top.next++];
      if (edge !== undefined) {
        if (!order.has(edge.to)) open(edge.to);
        else if (isOpen.has(edge.to))
          low.set(state, Math.min(low.get(state) ?? 0, order.get(edge.to) ?? 0));
        continue;
      }
      work.pop();
      const parent = work.at(-1)?.state;
      if (parent !== undefined)
        low.set(parent, Math.min(low.get(parent) ?? 0, low.get(state) ?? 0));
      if (low.get(state) !== order.get(state)) continue;
      const states = stack.splice(stack.indexOf(state));
      for (const each of states) isOpen.delete(each);
      const within = new Set(states);
      let alphabet = 0n;
      for (const each of states)
        for (const { to, set } of edges[each] ?? []) if (within.has(to)) alphabet |= set;
      components.push({
        states,
        isLoop: alphabet !== 0n,
        loop: loops[states[0] ?? -1],
        alphabet,
        runs: 1,
      });
    }
  }
  return components;
}

/** Whether a run can go through a loop in two ways on the same text. */
function isAmbiguous(
  { states }: Component,
  edges: readonly (readonly Edge[])[],
  indexOf: ReadonlyMap<number, number>,
): boolean {
  const index = indexOf.get(states[0] ?? -1);
  const inner = new Map(
    states.map((state) => [
      state,
      (edges[state] ?? []).filter(({ to }) => indexOf.get(to) === index),
    ]),
  );
  if ([...inner.values()].flat().some(({ count }) => count > 1)) return true;
  // Two edges to one state, by different ways, on the same character.
  for (const out of inner.values())
    for (const [at, edge] of out.entries())
      if (out.slice(at + 1).some(({ to, set }) => to === edge.to && (set & edge.set) !== 0n))
        return true;
  const width = edges.length;
  const after = new Map<number, number[]>();
  const seen = new Set<number>();
  const pending: [number, number][] = states.map((state) => [state, state]);
  for (let pair = pending.pop(); pair !== undefined; pair = pending.pop()) {
    const [left, right] = pair;
    const from = left * width + right;
    for (const one of inner.get(left) ?? [])
      for (const two of inner.get(right) ?? []) {
        if ((one.set & two.set) === 0n) continue;
        const to = one.to * width + two.to;
        if (one.to === two.to && left === right) continue;
        const before = after.get(to);
        if (before === undefined) after.set(to, [from]);
        else before.push(from);
        if (seen.has(to) || one.to === two.to) continue;
        if (seen.size > maxPairs) return true;
        seen.add(to);
        pending.push([one.to, two.to]);
      }
  }
  // Of the pairs that come of one state, whether one leads back to one state.
  const back: number[] = states.map((state) => state * width + state);
  const known = new Set(back);
  for (let pair = back.pop(); pair !== undefined; pair = back.pop())
    for (const from of after.get(pair) ?? []) {
      if (known.has(from)) continue;
      if (seen.has(from)) return true;
      known.add(from);
      back.push(from);
    }
  return false;
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

/** Pairs of loops between which a run can pass at any of many places of the same text. */
type Pairs = ReadonlyMap<number, readonly number[]>;

function pairsOf(
  components: readonly Component[],
  edges: readonly (readonly Edge[])[],
  indexOf: ReadonlyMap<number, number>,
): Pairs {
  const pairs = new Map<number, number[]>();
  for (const [first, from] of components.entries()) {
    if (!from.isLoop) continue;
    const reachable = reachableFrom(from, edges);
    for (const [second, to] of components.entries()) {
      if (!to.isLoop || from === to || (from.alphabet & to.alphabet) === 0n) continue;
      if (!reachable.has(to.states[0] ?? -1)) continue;
      if (!canPass(from, to, edges, indexOf, reachable)) continue;
      pairs.set(second, [...(pairs.get(second) ?? []), first]);
    }
  }
  return pairs;
}

function reachableFrom({ states }: Component, edges: readonly (readonly Edge[])[]): Set<number> {
  const found = new Set(states);
  const pending = [...states];
  for (let state = pending.pop(); state !== undefined; state = pending.pop())
    for (const { to } of edges[state] ?? [])
      if (!found.has(to)) {
        found.add(to);
        pending.push(to);
      }
  return found;
}

/** Whether on some text one run stays in the first loop, one passes to the second, and one stays there. */
function canPass(
  from: Component,
  to: Component,
  edges: readonly (readonly Edge[])[],
  indexOf: ReadonlyMap<number, number>,
  reachable: ReadonlySet<number>,
): boolean {
  const [first, second] = [from, to].map(({ states }) => indexOf.get(states[0] ?? -1));
  const within = (state: number, component: number | undefined): Edge[] =>
    (edges[state] ?? []).filter((edge) => indexOf.get(edge.to) === component);
  const leads = leadingTo(to, edges, reachable);
  const between = (state: number): Edge[] =>
    (edges[state] ?? []).filter((edge) => leads.has(edge.to));
  const width = edges.length;
  const isExact = from.states.length * to.states.length <= maxExactPairs;
  const starts = from.states.flatMap((p) => to.states.map((q) => [p, p, q] as const));
  for (const group of isExact ? starts.map((start) => [start]) : [starts]) {
    const seen = new Set<number>();
    const pending: (readonly [number, number, number])[] = [...group];
    for (let now = pending.pop(); now !== undefined; now = pending.pop()) {
      for (const stay of within(now[0], first))
        for (const pass of between(now[1])) {
          const both = stay.set & pass.set;
          if (both === 0n) continue;
          for (const be of within(now[2], second)) {
            if ((both & be.set) === 0n) continue;
            if (
              pass.to === be.to &&
              (!isExact || (be.to === group[0]?.[2] && stay.to === group[0]?.[0]))
            )
              return true;
            const key = (stay.to * width + pass.to) * width + be.to;
            if (seen.has(key)) continue;
            if (seen.size > maxPairs) return true;
            seen.add(key);
            pending.push([stay.to, pass.to, be.to]);
          }
        }
    }
  }
  return false;
}

/** The states among some from which a component is reached, its own among them. */
function leadingTo(
  { states }: Component,
  edges: readonly (readonly Edge[])[],
  among: ReadonlySet<number>,
): Set<number> {
  const before = new Map<number, number[]>();
  for (const state of among)
    for (const { to } of edges[state] ?? []) before.set(to, [...(before.get(to) ?? []), state]);
  const found = new Set(states);
  const pending = [...states];
  for (let state = pending.pop(); state !== undefined; state = pending.pop())
    for (const each of before.get(state) ?? [])
      if (!found.has(each)) {
        found.add(each);
        pending.push(each);
      }
  return found;
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
