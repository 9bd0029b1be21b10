import type { CharSet, Concatenation, NoParent } from "refa";

type Alternatives = readonly NoParent<Concatenation>[];

/** Returns the set of characters that an assertion of length 1 matches, or `undefined` for other lengths. */
export function singleCharacter(alternatives: Alternatives): CharSet | undefined {
  const sets = alternatives.map(({ elements: [element, ...more] }) =>
    element?.type === "CharacterClass" && more.length === 0 ? element.characters : undefined,
  );
  const [first, ...rest] = sets;
  if (first === undefined) return undefined;
  return rest.reduce<CharSet | undefined>(
    (all, set) => (set === undefined ? undefined : all?.union(set)),
    first,
  );
}

/** Reverses a sequence, since engines match lookbehinds backwards. */
export function reversed({ type, elements }: NoParent<Concatenation>): NoParent<Concatenation> {
  return {
    type,
    elements: elements
      .map((element) =>
        "alternatives" in element && element.type !== "Assertion"
          ? { ...element, alternatives: element.alternatives.map(reversed) }
          : element,
      )
      .reverse(),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

/** Returns the number of character elements, in which repetitions count up to `most` times. */
export function sizeOf(alternatives: Alternatives, most: number): number {
  return sum(
    alternatives.map(({ elements }) =>
      sum(
        elements.map((element) =>
          element.type === "CharacterClass"
            ? 1
            : element.type === "Quantifier"
              ? sizeOf(element.alternatives, most) * Math.min(element.max, most)
              : element.type === "Alternation"
                ? sizeOf(element.alternatives, most)
                : 0,
        ),
      ),
    ),
  );
}

/** Returns the maximum number of characters that an expression matches. */
export function longestOf(alternatives: Alternatives): number {
  return Math.max(
    0,
    ...alternatives.map(({ elements }) =>
      sum(
        elements.map((element) => {
          if (element.type === "CharacterClass") return 1;
          if (element.type === "Alternation") return longestOf(element.alternatives);
          if (element.type !== "Quantifier") return 0;
          const body = longestOf(element.alternatives);
          return body === 0 ? 0 : element.max * body;
        }),
      ),
    ),
  );
}

/** Returns the number of ways to go through an expression, for any text. */
export function choicesOf(alternatives: Alternatives): number {
  return sum(
    alternatives.map(({ elements }) =>
      elements
        .map((element) => {
          if (element.type === "Alternation") return choicesOf(element.alternatives);
          if (element.type !== "Quantifier") return 1;
          const body = choicesOf(element.alternatives);
          return element.min === element.max
            ? body ** element.max
            : repeatedChoices(body, element.max);
        })
        .reduce((product, each) => product * each, 1),
    ),
  );
}

/** Returns the number of ways to go through a body that is repeated up to `max` times. */
export function repeatedChoices(choices: number, max: number): number {
  return choices === 1 ? max + 1 : (choices ** (max + 1) - 1) / (choices - 1);
}
