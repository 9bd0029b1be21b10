import type { Edge, Loop } from "./automaton.js";

/** A strongly connected component: a set of states that can all be reached from each other. */
export interface Component {
  readonly states: readonly number[];
  /** Whether a run can stay in the component. */
  readonly isLoop: boolean;
  readonly loop: Loop | undefined;
  /** The characters that are read within the component, as a bit mask. */
  readonly alphabet: bigint;
  /** How many runs can be active at once, not counting those whose number grows with the length. */
  runs: number;
}

/** Finds components with Tarjan's algorithm. A component comes after all components that it leads to. */
export function componentsOf(
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
