import type { Component } from "./components.js";
import type { Edge } from "./automaton.js";

/** The maximum number of pairs of states to examine. */
const maxPairs = 200_000;

/** Up to this number of pairs of states, passes between two loops are examined separately for each pair. */
const maxExactPairs = 64;

/** Returns whether two different runs can go through a loop on the same text. */
export function isAmbiguous(
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
  // Two edges from one state to another on the same character.
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
  // Look for a pair that is reached from a single state and leads back to a single state.
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

/** Pairs of loops such that a run can pass from one to the other at many places of the same text. */
export type Pairs = ReadonlyMap<number, readonly number[]>;

export function pairsOf(
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

/** Returns whether on some text one run stays in the first loop, one passes to the second, and one stays in that. */
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
    const [goal] = group;
    const seen = new Set<number>();
    const pending: (readonly [number, number, number])[] = [...group];
    for (let now = pending.pop(); now !== undefined; now = pending.pop()) {
      for (const stay of within(now[0], first))
        for (const pass of between(now[1])) {
          const both = stay.set & pass.set;
          if (both === 0n) continue;
          for (const be of within(now[2], second)) {
            if ((both & be.set) === 0n) continue;
            const isBack = !isExact || (stay.to === goal?.[0] && be.to === goal[2]);
            if (pass.to === be.to && isBack) return true;
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

/** Returns those of the given states from which a component can be reached, including its own. */
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
