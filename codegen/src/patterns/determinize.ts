import { type Char, CharSet, DFA, JS, type Concatenation, type Element, type NoParent, type TransitionIterable } from "refa";
import { buildAutomaton, TooLargeError, type Automaton } from "./graph.js";

const maxSteps = 2000;
const maxStates = 300;
const maxNodes = 1000;
/** So many equal characters in a row are shorter with a count. */
const minJoined = 4;
const maxCharacter = 0x10ffff as Char;

/**
 * Makes an equal regular expression that an engine goes through in one way only, by way of a
 * deterministic automaton.
 * @returns `undefined` where there is none of a reasonable size
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
    return new RegExp(found.length === 1 ? `^${source}${isOpen ? "" : "$"}` : `^(?:${source})$`, "u");
  } catch {
    // The library reports sizes that it will not do by exceptions, too.
    return undefined;
  }
}

/** Writes equal characters in a row as one that is repeated. */
function joinEqual(concatenation: NoParent<Concatenation>): void {
  const { type, elements } = concatenation;
  const joined: NoParent<Element>[] = [];
  for (let index = 0; index < elements.length; index++) {
    const element = elements[index];
    if (element === undefined) break;
    if ("alternatives" in element) for (const each of element.alternatives) joinEqual(each);
    let count = 1;
    if (element.type === "CharacterClass")
      for (let next = elements[index + 1]; next?.type === "CharacterClass"; next = elements[index + count]) {
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

/** The texts in which a pattern is found, as an automaton whose states are numbers. */
function searched({ edges, accepting, ending, followed, classes }: Automaton): TransitionIterable<number> {
  if (edges.length > maxSteps) throw new TooLargeError();
  const everything = CharSet.all(maxCharacter);
  const others = classes.reduce((rest, set) => rest.without(set), everything);
  const sets = new Map<bigint, CharSet>();
  const setOf = (mask: bigint): CharSet => {
    let set = sets.get(mask);
    if (set === undefined) {
      set = CharSet.empty(maxCharacter).union(
        ...[...classes, others].filter((_, index) => (mask & (1n << BigInt(index))) !== 0n),
      );
      sets.set(mask, set);
    }
    return set;
  };
  // After what must be there, anything may follow.
  const found = edges.length;
  const out = edges.map((from, state) => {
    const links = new Map<number, CharSet>();
    for (const edge of from) {
      const to = accepting.has(edge.to) ? found : edge.to;
      links.set(to, links.get(to)?.union(setOf(edge.set)) ?? setOf(edge.set));
    }
    const after = followed.get(state);
    if (after !== undefined) links.set(found, links.get(found)?.union(setOf(after)) ?? setOf(after));
    return links;
  });
  out.push(new Map([[found, everything]]));
  return {
    maxCharacter,
    transitionIterator: () => ({
      initial: accepting.has(0) ? found : 0,
      getOut: (state) => out[state] ?? new Map<number, CharSet>(),
      isFinal: (state) => state === found || ending.has(state),
    }),
  };
}
