import {
  type Char,
  CharSet,
  DFA,
  JS,
  type Concatenation,
  type Element,
  type NoParent,
  type TransitionIterable,
} from "refa";
import type { Automaton } from "./automaton.js";
import { buildAutomaton, TooLargeError } from "./graph.js";

const maxSteps = 2000;
const maxStates = 300;
const maxNodes = 600;
/** The minimum number of equal characters in a row that is written with a count. */
const minJoined = 4;
const maxCharacter = 0x10ffff as Char;

/**
 * Converts a regular expression to an equivalent one without ambiguity, using a deterministic automaton.
 * @returns `undefined` if the result would be too large
 */
export function determinize(alternatives: readonly NoParent<Concatenation>[]): RegExp | undefined {
  try {
    const automaton = DFA.fromFA(
      searched(buildAutomaton(alternatives, false, true)),
      new DFA.LimitedNodeFactory(maxStates),
    );
    automaton.minimize();
    const found = automaton.toRegex({ maxNodes }).alternatives;
    for (const alternative of found) joinEqual(alternative);
    const whole = found.length === 1 ? found[0] : undefined;
    const isOpen = whole !== undefined && isAnything(whole.elements.at(-1));
    if (isOpen) whole.elements.pop();
    const { source } = JS.toLiteral(
      { type: "Expression", alternatives: found },
      { flags: { unicode: true } },
    );
    return new RegExp(
      found.length === 1 ? `^${source}${isOpen ? "" : "$"}` : `^(?:${source})$`,
      "u",
    );
  } catch {
    // The library also throws if a size limit is exceeded.
    return undefined;
  }
}

/** Replaces equal characters in a row by one with a count. */
function joinEqual(concatenation: NoParent<Concatenation>): void {
  const { type, elements } = concatenation;
  const joined: NoParent<Element>[] = [];
  for (let index = 0; index < elements.length; index++) {
    const element = elements[index];
    if (element === undefined) break;
    if ("alternatives" in element) for (const each of element.alternatives) joinEqual(each);
    let count = 1;
    if (element.type === "CharacterClass")
      for (
        let next = elements[index + 1];
        next?.type === "CharacterClass";
        next = elements[index + count]
      ) {
        if (!next.characters.equals(element.characters)) break;
        count++;
      }
    if (count < minJoined) {
      joined.push(element);
      continue;
    }
    const alternatives: NoParent<Concatenation>[] = [{ type, elements: [element] }];
    joined.push({ type: "Quantifier", min: count, max: count, lazy: false, alternatives });
    index += count - 1;
  }
  concatenation.elements = joined;
}

function isAnything(element: NoParent<Element> | undefined): boolean {
  if (element?.type !== "Quantifier" || element.min !== 0 || element.max !== Infinity) return false;
  const [only, ...others] = element.alternatives;
  const [character, ...more] = only?.elements ?? [];
  return (
    others.length + more.length === 0 &&
    character?.type === "CharacterClass" &&
    character.characters.isAll
  );
}

/**
 * Returns a deterministic automaton, with numbers as states, for the texts that contain a match.
 * @throws TooLargeError
 */
function searched(automaton: Automaton): TransitionIterable<number> {
  const { edges, accepting, ending, followed, classes } = automaton;
  if (edges.length > maxSteps) throw new TooLargeError();
  const everything = CharSet.all(maxCharacter);
  const sets = [...classes, classes.reduce((rest, set) => rest.without(set), everything)];
  // Any text can follow a match.
  const found = -1;
  const links: Map<number, CharSet>[] = [];
  const finals = new Set<number>();
  const subsets: (readonly number[])[] = [];
  const known = new Map<string, number>();
  const indexOf = (states: ReadonlySet<number>): number => {
    const subset = states.has(found) ? [found] : [...states].sort((left, right) => left - right);
    const key = subset.join(" ");
    let index = known.get(key);
    if (index === undefined) {
      index = subsets.length;
      if (index >= maxStates) throw new TooLargeError();
      known.set(key, index);
      subsets.push(subset);
    }
    return index;
  };
  indexOf(new Set([accepting.has(0) ? found : 0]));
  for (let index = 0; index < subsets.length; index++) {
    const subset = subsets[index] ?? [];
    const out = new Map<number, CharSet>();
    if (subset.some((state) => state === found || ending.has(state))) finals.add(index);
    for (const [bit, set] of sets.entries()) {
      if (set.isEmpty) continue;
      const mask = 1n << BigInt(bit);
      const next = new Set<number>();
      for (const state of subset) {
        if (state === found || ((followed.get(state) ?? 0n) & mask) !== 0n) next.add(found);
        for (const edge of edges[state] ?? [])
          if ((edge.set & mask) !== 0n) next.add(accepting.has(edge.to) ? found : edge.to);
      }
      if (next.size === 0) continue;
      const to = indexOf(next);
      out.set(to, out.get(to)?.union(set) ?? set);
    }
    links.push(out);
  }
  return {
    maxCharacter,
    transitionIterator: () => ({
      initial: 0,
      getOut: (state) => links[state] ?? new Map<number, CharSet>(),
      isFinal: (state) => finals.has(state),
    }),
  };
}
