import { JS, type CharSet, type Concatenation, type Element, type NoParent } from "refa";

type Sequence = NoParent<Concatenation>;
type Quantifier = Extract<NoParent<Element>, { type: "Quantifier" }>;

/**
 * Rewrites `(?:A*B){0,n}`, where B is a class with all characters of A and others, C: as A may stand for
 * any of its characters in two ways, that is exponential, and a deterministic automaton for it large.
 * Equal is `(?:A*C){0,n-1}A*C?`.
 * @returns `undefined` where the pattern has no such repetition
 */
export function withoutAmbiguousCounts(regExp: RegExp): RegExp | undefined {
  const { expression } = JS.Parser.fromLiteral(regExp).parse();
  if (!expression.alternatives.map(rewrite).includes(true)) return undefined;
  const { source, flags } = JS.toLiteral(expression, { flags: { unicode: true } });
  return new RegExp(source, flags);
}

/** @returns whether anything has changed */
function rewrite(sequence: Sequence): boolean {
  let hasChanged = false;
  sequence.elements = sequence.elements.flatMap((element) => {
    const equal = element.type === "Quantifier" ? equalOf(element) : undefined;
    if (equal !== undefined) {
      hasChanged = true;
      return equal;
    }
    if ("alternatives" in element && element.alternatives.map(rewrite).includes(true))
      hasChanged = true;
    return [element];
  });
  return hasChanged;
}

function equalOf({ alternatives, min, max }: Quantifier): NoParent<Element>[] | undefined {
  const [body, ...others] = alternatives;
  const [some, last, ...more] = body?.elements ?? [];
  if (others.length + more.length > 0 || min > 1 || max === Infinity) return undefined;
  if (some?.type !== "Quantifier" || some.min > 0 || some.max !== Infinity) return undefined;
  const [skipped] = some.alternatives[0]?.elements ?? [];
  if (some.alternatives.length > 1 || some.alternatives[0]?.elements.length !== 1) return undefined;
  if (skipped?.type !== "CharacterClass" || last?.type !== "CharacterClass") return undefined;
  if (!skipped.characters.isProperSubsetOf(last.characters)) return undefined;
  const a = skipped.characters;
  const c = last.characters.without(a);
  const first = repeat(0, max - 1, [star(a), one(c)]);
  if (min === 0) return [first, star(a), repeat(0, 1, [one(c)])];
  const end: NoParent<Element> = {
    type: "Alternation",
    alternatives: [
      { type: "Concatenation", elements: [repeat(1, Infinity, [one(a)]), repeat(0, 1, [one(c)])] },
      { type: "Concatenation", elements: [one(c)] },
    ],
  };
  return [first, end];
}

function one(characters: CharSet): NoParent<Element> {
  return { type: "CharacterClass", characters };
}

function star(characters: CharSet): NoParent<Element> {
  return repeat(0, Infinity, [one(characters)]);
}

function repeat(min: number, max: number, elements: NoParent<Element>[]): NoParent<Element> {
  return {
    type: "Quantifier",
    min,
    max,
    lazy: false,
    alternatives: [{ type: "Concatenation", elements }],
  };
}
