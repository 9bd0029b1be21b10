import type { CharSet, Concatenation, NoParent } from "refa";

/** The alternatives of a pattern. */
export type Alternatives = readonly NoParent<Concatenation>[];

/** An edge of the automaton: `set` is a bit mask of character classes, `count` the number of ways to take it. */
export interface Edge {
  readonly to: number;
  readonly set: bigint;
  readonly count: number;
}

/** An automaton for the steps of an engine on a text. State 0 is the start of a search. */
export interface Automaton {
  readonly edges: readonly (readonly Edge[])[];
  /** The outermost loop that contains a state, by state. */
  readonly loops: readonly (Loop | undefined)[];
  /** States in which the engine succeeds without reading another character. */
  readonly accepting: ReadonlySet<number>;
  /** States in which the engine succeeds at the end of the text. */
  readonly ending: ReadonlySet<number>;
  /** The characters that must follow for the engine to succeed, by state. */
  readonly followed: ReadonlyMap<number, bigint>;
  /** The character classes in the order of their bits. One more bit can be used for all other characters. */
  readonly classes: readonly CharSet[];
  /** The bodies of lookarounds of more than one character. */
  readonly lookarounds: readonly Lookaround[];
}

export interface Loop {
  /** The maximum number of characters that the loop can match. */
  readonly length: number;
  /** The number of ways to go through its body, up to its count. */
  readonly choices: number;
}

export interface Lookaround {
  readonly alternatives: Alternatives;
  /** Whether it is tried only once, at the start of the text. */
  readonly isFirst: boolean;
}
