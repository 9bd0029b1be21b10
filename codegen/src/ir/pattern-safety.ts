import { checkSync } from "recheck";
import {
  DFA,
  JS,
  NFA,
  type Concatenation,
  type Element,
  type Expression,
  type NoParent,
  type Quantifier,
} from "refa";

/** A regular expression longer than this is no pleasure to anybody; classes of Unicode are long. */
const maxSourceLength = 40_000;

/** An automaton with more states than this makes no regular expression of a reasonable length. */
const maxNodes = 2000;

/** A loop that runs more often than this is taken for one without an end. */
const manyTimes = 10;

/** Exact repetitions count for no more than this many: more of them are no more ambiguous. */
const fewTimes = 3;

/**
 * Finds out whether a regular expression can take exponential time on some text, which only a loop
 * can whose body matches a text in several ways. Only the checker by automata is used: unlike the
 * one by trial, it comes to the same result on any machine.
 */
export function isExponential(regExp: RegExp): boolean {
  const expression = parse(regExp)?.expression;
  // What cannot be parsed has back-references, of which the checker knows nothing.
  return expression === undefined || [...loopsIn(expression.alternatives)].some(isAmbiguous);
}

/**
 * Makes a regular expression that finds the same texts without trying any of them twice: each loop
 * whose body can match a text in several ways is replaced by an equal one, by way of a
 * deterministic automaton.
 * @returns `undefined` where there is no such automaton, or none of a reasonable size: for
 * look-arounds within a loop, and for back-references
 */
export function toLinear(regExp: RegExp): RegExp | undefined {
  const parsed = parse(regExp);
  if (parsed === undefined) return undefined;
  const { expression, maxCharacter } = parsed;
  for (const alternative of expression.alternatives) dropUseless(alternative);
  try {
    for (const loop of [...loopsIn(expression.alternatives)].filter(isAmbiguous))
      determinize(loop, maxCharacter);
  } catch {
    // The library reports what it cannot do, and sizes that it will not do, by exceptions.
    return undefined;
  }
  const { source, flags } = JS.toLiteral(expression, { flags: { unicode: true } });
  if (source.length > maxSourceLength) return undefined;
  const linear = new RegExp(source, flags);
  return isExponential(linear) ? undefined : linear;
}

interface Parsed {
  readonly expression: NoParent<Expression>;
  readonly maxCharacter: number;
}

/** @returns `undefined` for back-references. */
function parse(regExp: RegExp): Parsed | undefined {
  try {
    return JS.Parser.fromLiteral(regExp).parse({ backreferences: "throw" });
  } catch {
    return undefined;
  }
}

/**
 * A pattern is searched for, and so nothing depends on how much more of a text is matched by what
 * may be absent at its end; an engine would try all the same.
 */
function dropUseless({ elements }: NoParent<Concatenation>): void {
  for (let last = elements.at(-1); last?.type === "Quantifier"; last = elements.at(-1)) {
    last.max = last.min;
    if (last.min > 0) return;
    elements.pop();
  }
}

/** The loops of a pattern that are in no other loop. */
function* loopsIn(alternatives: Alternatives): Generator<NoParent<Quantifier>> {
  for (const element of alternatives.flatMap(({ elements }) => elements)) {
    if (element.type === "Quantifier" && isLoop(element)) yield element;
    else if ("alternatives" in element) yield* loopsIn(element.alternatives);
  }
}

/**
 * A great count is taken for a loop without an end. The checker would make as many states of it,
 * which takes minutes for the name of a domain; and as it asks what becomes of ever longer texts, it
 * finds no harm in `(a{1,99}){1,99}`, since that ends some day.
 */
function isLoop({ min, max, alternatives }: NoParent<Quantifier>): boolean {
  return max > manyTimes && (min !== max || hasChoice(alternatives));
}

/** Whether the body of a loop can match a text in ever more ways, the longer the text is. */
function isAmbiguous({ alternatives }: NoParent<Quantifier>): boolean {
  if (!hasChoice(alternatives)) return false;
  const body: NoParent<Expression> = { type: "Expression", alternatives: simplify(alternatives) };
  // Otherwise the library starts a worker or a program of its own.
  process.env["RECHECK_SYNC_BACKEND"] ??= "pure";
  const { source, flags } = JS.toLiteral(body, { flags: { unicode: true } });
  // The character at the end keeps the loop from always succeeding, which the whole need not do.
  const result = checkSync(`^(?:${source})*\\u{10ffff}$`, flags, {
    checker: "automaton",
    timeout: null,
  });
  return result.status === "vulnerable" && result.complexity.type === "exponential";
}

type Alternatives = readonly NoParent<Concatenation>[];

function hasChoice(alternatives: Alternatives): boolean {
  const elements = alternatives.flatMap((alternative) => alternative.elements);
  return (
    alternatives.length > 1 ||
    elements.some(
      (element) =>
        (element.type === "Quantifier" && element.min !== element.max) ||
        ("alternatives" in element && hasChoice(element.alternatives)),
    )
  );
}

/** As ambiguous a pattern of fewer states. */
function simplify(alternatives: Alternatives): NoParent<Concatenation>[] {
  return alternatives.map(({ type, elements }) => ({
    type,
    elements: elements.flatMap((element): NoParent<Element>[] => {
      switch (element.type) {
        case "Assertion":
          // What must or must not follow makes no text match in more ways.
          return [];
        case "Alternation":
          return [{ ...element, alternatives: simplify(element.alternatives) }];
        case "Quantifier": {
          const min = Math.min(element.min, fewTimes);
          const max = isLoop(element) ? Infinity : Math.max(min, Math.min(element.max, fewTimes));
          return [{ ...element, min, max, alternatives: simplify(element.alternatives) }];
        }
        default:
          return [element];
      }
    }),
  }));
}

/** Replaces a loop by an equal one that matches any text in one way. */
function determinize(loop: NoParent<Quantifier>, maxCharacter: number): void {
  const whole: NoParent<Expression> = {
    type: "Expression",
    alternatives: [{ type: "Concatenation", elements: [{ ...loop }] }],
  };
  const automaton = DFA.fromFA(
    NFA.fromRegex(whole, { maxCharacter }, {}, new NFA.LimitedNodeFactory(maxNodes)),
    new DFA.LimitedNodeFactory(maxNodes),
  );
  automaton.minimize();
  const { alternatives } = automaton.toRegex({ maxNodes });
  Object.assign(loop, { type: "Alternation", alternatives });
}
