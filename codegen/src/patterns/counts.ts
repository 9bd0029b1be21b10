import { JS, type CharSet, type Concatenation, type Element, type NoParent } from "refa";

type Sequence = NoParent<Concatenation>;
type Quantifier = Extract<NoParent<Element>, { type: "Quantifier" }>;

/**
 * Rewrites counted repetitions that are slow or exponential because their body can match a text in several
 * ways, and for which a deterministic automaton would be large:
 *
 * - `(?:A*B){0,n}`, where the class B has all characters of A and others, C, is `(?:A*C){0,n-1}A*C?`;
 * - `(?:XY+Z){1,n}`, where the class Y has all characters of Z, is `XY+Z(?:WY+Z){0,n-1}`, W being the
 *   characters of X that are not in Y, since an iteration that begins with one of Y extends the previous one;
 * - a count that no text of `maxLength` characters can reach is removed.
 *
 * @returns `undefined` if the pattern has no such repetition
 */
export function withoutAmbiguousCounts(regExp: RegExp, maxLength: number): RegExp | undefined {
  const { expression } = JS.Parser.fromLiteral(regExp).parse();
  const hasRewritten = expression.alternatives.map(rewrite).includes(true);
  const hasRelaxed = expression.alternatives.map((each) => relax(each, maxLength)).includes(true);
  if (!hasRewritten && !hasRelaxed) return undefined;
  const { source, flags } = JS.toLiteral(expression, { flags: { unicode: true } });
  return new RegExp(source, flags);
}

/** Removes counts at the top level that no text is long enough to reach. */
function relax(sequence: Sequence, maxLength: number): boolean {
  let hasChanged = false;
  const shortest = shortestOf([sequence]);
  for (const element of sequence.elements) {
    if (element.type !== "Quantifier" || element.max === Infinity) continue;
    const body = shortestOf(element.alternatives);
    const others = shortest - element.min * body;
    if (body === 0 || others + (element.max + 1) * body <= maxLength) continue;
    element.max = Infinity;
    hasChanged = true;
  }
  return hasChanged;
}

/** Returns the minimum number of characters that an expression matches. */
function shortestOf(alternatives: readonly Sequence[]): number {
  const lengths = alternatives.map(({ elements }) =>
    elements
      .map((element): number => {
        if (element.type === "CharacterClass") return 1;
        if (element.type === "Alternation") return shortestOf(element.alternatives);
        if (element.type !== "Quantifier" || element.min === 0) return 0;
        return element.min * shortestOf(element.alternatives);
      })
      .reduce((sum, length) => sum + length, 0),
  );
  return Math.min(...lengths);
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

function equalOf(quantifier: Quantifier): NoParent<Element>[] | undefined {
  return withoutOverlap(quantifier) ?? withoutSplits(quantifier);
}

/** Returns the character class that an element consists of. */
function classOf(element: NoParent<Element> | undefined): CharSet | undefined {
  return element?.type === "CharacterClass" ? element.characters : undefined;
}

function repeatedClassOf(element: NoParent<Element> | undefined, min: number): CharSet | undefined {
  if (element?.type !== "Quantifier" || element.min !== min || element.max !== Infinity)
    return undefined;
  const [body, ...others] = element.alternatives;
  return body?.elements.length === 1 && others.length === 0 ? classOf(body.elements[0]) : undefined;
}

function withoutSplits({ alternatives, min, max }: Quantifier): NoParent<Element>[] | undefined {
  const [body, ...others] = alternatives;
  const [first, middle, last, ...more] = body?.elements ?? [];
  if (others.length + more.length > 0 || min > 1 || max === Infinity) return undefined;
  const [x, y, z] = [classOf(first), repeatedClassOf(middle, 1), classOf(last)];
  if (x === undefined || y === undefined || z?.isSubsetOf(y) !== true) return undefined;
  const turn = (start: CharSet): NoParent<Element>[] => [
    one(start),
    repeat(1, Infinity, [one(y)]),
    one(z),
  ];
  const w = x.without(y);
  const again = w.isEmpty || max === 1 ? [] : [repeat(0, max - 1, turn(w))];
  const all = [...turn(x), ...again];
  return min === 0 ? [repeat(0, 1, all)] : all;
}

function withoutOverlap({ alternatives, min, max }: Quantifier): NoParent<Element>[] | undefined {
  const [body, ...others] = alternatives;
  const [some, last, ...more] = body?.elements ?? [];
  if (others.length + more.length > 0 || min > 1 || max === Infinity) return undefined;
  const [a, b] = [repeatedClassOf(some, 0), classOf(last)];
  if (a === undefined || b === undefined || !a.isProperSubsetOf(b)) return undefined;
  const c = b.without(a);
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
