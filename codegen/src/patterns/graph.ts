import { CharBase, type CharSet, type Element, type NoParent } from "refa";
import type { Alternatives, Automaton, Edge, Lookaround, Loop } from "./automaton.js";
import {
  choicesOf,
  longestOf,
  repeatedChoices,
  reversed,
  singleCharacter,
  sizeOf,
} from "./measures.js";

/*
 * Converts a pattern to a graph of the steps of a backtracking engine, and that to an automaton whose
 * runs are the engine's attempts. Repetitions with a large count become unbounded loops, which only
 * adds runs, so that the number of runs is an upper bound of the engine's attempts.
 */

/** Thrown if a pattern is too large to be analyzed. */
export class TooLargeError extends Error {}

/** The number of Unicode code points. */
const characterCount = 0x110000;

const maxStates = 3000;
const maxWays = 4096;

/** Repetitions with at most this count, or this total number of characters, are unrolled. */
const unrolledCount = 4;
const unrolledSize = 16;

/** A higher limit for short repetitions of groups, and exact ones of single characters. */
const unrolledTurns = 8;
const unrolledTurnsSize = 320;
const unrolledCharacters = 64;

type Step =
  | {
      readonly kind: "character";
      readonly set: CharSet;
      next: number;
      readonly loop: Loop | undefined;
    }
  | { readonly kind: "choice"; readonly next: readonly number[] }
  | {
      readonly kind: "loop";
      body: number;
      readonly next: number;
      readonly end: boolean;
      start: number;
    }
  | {
      readonly kind: "assertion";
      readonly set: CharSet;
      readonly ahead: boolean;
      readonly negate: boolean;
      next: number;
    }
  | { readonly kind: "accept" };

/**
 * Builds the automaton of a search for a pattern, or with `isAnchored` of an attempt at one position.
 * @param isExact whether to unroll every repetition, and to throw if the automaton would only be approximate
 * @throws TooLargeError
 */
export function buildAutomaton(
  alternatives: Alternatives,
  isAnchored: boolean,
  isExact: boolean = false,
): Automaton {
  return new Builder(isExact).build(alternatives, isAnchored);
}

class Builder {
  readonly #isExact: boolean;
  readonly #steps: Step[] = [];
  readonly #lookarounds: Lookaround[] = [];
  readonly #sets: CharSet[] = [];

  constructor(isExact: boolean) {
    this.#isExact = isExact;
  }

  build(alternatives: Alternatives, isAnchored: boolean): Automaton {
    const accept = this.#add({ kind: "accept" });
    const start = this.#alternatives(alternatives, accept, undefined, true);
    return this.#link(start, isAnchored);
  }

  #add(step: Step): number {
    if (this.#steps.length >= maxStates) throw new TooLargeError();
    return this.#steps.push(step) - 1;
  }

  #alternatives(
    alternatives: Alternatives,
    next: number,
    loop: Loop | undefined,
    isFirst: boolean,
  ): number {
    const starts = alternatives.map(({ elements }) => {
      let following = next;
      for (const [index, element] of [...elements.entries()].reverse()) {
        const isLeading =
          isFirst && elements.slice(0, index).every(({ type }) => type === "Assertion");
        following = this.#element(element, following, loop, isLeading);
      }
      return following;
    });
    const [only] = starts;
    return starts.length === 1 && only !== undefined
      ? only
      : this.#add({ kind: "choice", next: starts });
  }

  #element(
    element: NoParent<Element>,
    next: number,
    loop: Loop | undefined,
    isFirst: boolean,
  ): number {
    switch (element.type) {
      case "CharacterClass":
        this.#sets.push(element.characters);
        return this.#add({ kind: "character", set: element.characters, next, loop });
      case "Alternation":
        return this.#alternatives(element.alternatives, next, loop, isFirst);
      case "Assertion": {
        const set = singleCharacter(element.alternatives);
        const ahead = element.kind === "ahead";
        if (set === undefined) {
          if (this.#isExact) throw new TooLargeError();
          const body = ahead ? element.alternatives : element.alternatives.map(reversed);
          this.#lookarounds.push({ alternatives: body, isFirst });
          return next;
        }
        this.#sets.push(set);
        return this.#add({ kind: "assertion", set, ahead, negate: element.negate, next });
      }
      case "Quantifier":
        return this.#quantifier(element, next, loop);
      case "Unknown":
        throw new TooLargeError();
    }
  }

  #quantifier(
    { alternatives, min, max }: Extract<NoParent<Element>, { type: "Quantifier" }>,
    next: number,
    outer: Loop | undefined,
  ): number {
    const size = sizeOf(alternatives, unrolledSize);
    const isUnrolled =
      (this.#isExact && max !== Infinity) ||
      max <= unrolledCount ||
      max * size <= unrolledSize ||
      (max <= unrolledTurns && max * size <= unrolledTurnsSize) ||
      (max <= unrolledCharacters && min === max && size === 1);
    let following = next;
    if (isUnrolled) {
      for (let index = min; index < max; index++) {
        const more = this.#alternatives(alternatives, following, outer, false);
        following = this.#add({ kind: "choice", next: [more, next] });
      }
      for (let index = 0; index < min; index++)
        following = this.#alternatives(alternatives, following, outer, false);
      return following;
    }
    const loop = outer ?? {
      length: max * longestOf(alternatives),
      choices: repeatedChoices(choicesOf(alternatives), max),
    };
    const end: Step = { kind: "loop", body: -1, next, end: true, start: -1 };
    const endIndex = this.#add(end);
    const body = this.#alternatives(alternatives, endIndex, loop, false);
    const start = this.#add({ kind: "loop", body, next, end: false, start: endIndex });
    end.body = body;
    end.start = endIndex;
    if (min === 0) return start;
    // The last required iteration is one of the loop; those before it are copies.
    following = body;
    const copies = this.#isExact ? min : Math.min(min, unrolledCount);
    for (let index = 1; index < copies; index++)
      following = this.#alternatives(alternatives, following, loop, false);
    return following;
  }

  #link(start: number, isAnchored: boolean): Automaton {
    const base = new CharBase(this.#sets);
    const masks = new Map<CharSet, bigint>();
    const mask = (set: CharSet): bigint => {
      let bits = masks.get(set);
      if (bits === undefined) {
        bits = base.split(set).reduce((sum, index) => sum | (1n << BigInt(index)), 0n);
        masks.set(set, bits);
      }
      return bits;
    };
    // Characters that are in no class of the pattern form another class, if there are any.
    const known = base.sets.reduce((total, { size }) => total + size, 0);
    const classes = base.sets.length + (known === characterCount ? 0 : 1);
    const all = (1n << BigInt(classes)) - 1n;
    const states: { from: number; set: bigint | undefined; loop: Loop | undefined }[] = [
      { from: start, set: undefined, loop: undefined },
    ];
    if (!isAnchored) states.push({ from: start, set: all, loop: undefined });
    const stateOf = new Map<number, number>();
    for (const [index, step] of this.#steps.entries()) {
      if (step.kind !== "character") continue;
      stateOf.set(index, states.length);
      states.push({ from: step.next, set: mask(step.set), loop: step.loop });
    }
    const accepting = new Set<number>();
    const ending = new Set<number>();
    const followed = new Map<number, bigint>();
    const edges = states.map(({ from, set }, state): Edge[] => {
      const found = new Map<string, Edge>();
      let ways = 0;
      const walk = (
        index: number,
        entered: readonly number[],
        ahead: bigint,
        canEnd: boolean,
      ): void => {
        const step = this.#steps[index];
        if (step === undefined) return;
        if (++ways > maxWays) throw new TooLargeError();
        switch (step.kind) {
          case "accept":
            if (canEnd) ending.add(state);
            if (ahead === all && canEnd) accepting.add(state);
            if (ahead !== 0n) followed.set(state, (followed.get(state) ?? 0n) | ahead);
            break;
          case "character": {
            const read = mask(step.set) & ahead;
            if (read === 0n) break;
            const key = `${index}:${read}`;
            const to = stateOf.get(index) ?? 0;
            found.set(key, { to, set: read, count: (found.get(key)?.count ?? 0) + 1 });
            break;
          }
          case "choice":
            for (const next of step.next) walk(next, entered, ahead, canEnd);
            break;
          case "loop":
            // An iteration that matches the empty text ends the loop.
            if (step.end && entered.includes(step.start)) break;
            walk(step.body, [...entered, step.start], ahead, canEnd);
            walk(
              step.next,
              entered.filter((other) => other !== step.start),
              ahead,
              canEnd,
            );
            break;
          case "assertion": {
            const characters = step.negate ? all & ~mask(step.set) : mask(step.set);
            if (step.ahead) {
              // At the end of the text no character follows, so only a negated assertion succeeds.
              walk(step.next, entered, ahead & characters, canEnd && step.negate);
              break;
            }
            const before = set === undefined ? step.negate : (set & characters) !== 0n;
            if (!before) break;
            if (this.#isExact && set !== undefined && (set & ~characters) !== 0n)
              throw new TooLargeError();
            walk(step.next, entered, ahead, canEnd);
            break;
          }
        }
      };
      walk(from, [], all, true);
      return [...found.values()];
    });
    if (!isAnchored && (edges[1]?.length ?? 0) > 0) {
      // A search starts again at each character.
      const again = { to: 1, set: all, count: 1 };
      edges[0]?.push(again);
      edges[1]?.push(again);
    }
    return {
      edges,
      loops: states.map(({ loop }) => loop),
      accepting,
      ending,
      followed,
      classes: base.sets,
      lookarounds: this.#lookarounds,
    };
  }
}
