import { checkSync } from "recheck";
import { DFA, JS, NFA, type Element, type NoParent } from "refa";

/** A regular expression longer than this is not a pleasure to anybody. */
const maxSourceLength = 2000;

/**
 * Finds out whether a regular expression can take exponential time on some text. Only the checker
 * by automata is used: unlike the one by trial, it comes to the same result on any machine.
 */
export function isExponential(regExp: RegExp): boolean {
  // Otherwise the library starts a worker or a program of its own.
  process.env["RECHECK_SYNC_BACKEND"] ??= "pure";
  const result = checkSync(regExp.source, regExp.flags, { checker: "automaton", timeout: null });
  return result.status === "vulnerable" && result.complexity.type === "exponential";
}

/**
 * Makes a regular expression that finds the same texts in linear time: by way of a deterministic
 * automaton, which leaves an engine that tries alternatives nothing to try twice.
 * @returns `undefined` where there is no such automaton, or none of a reasonable size: for
 * look-arounds within a pattern, and for back-references
 */
export function toLinear(regExp: RegExp): RegExp | undefined {
  try {
    const parser = JS.Parser.fromLiteral(regExp);
    const { expression, maxCharacter } = parser.parse({
      assertions: "parse",
      backreferences: "throw",
    });
    const all = JS.createCharSet([{ min: 0, max: maxCharacter }], { unicode: true });
    for (const { elements } of expression.alternatives) anchor(elements, all);
    const automaton = DFA.fromFA(NFA.fromRegex(expression, { maxCharacter }));
    automaton.minimize();
    const { source } = JS.toLiteral(automaton.toRegex(), { flags: { unicode: true } });
    if (source.length > maxSourceLength) return undefined;
    const linear = new RegExp(`^(?:${source})$`, "u");
    return isExponential(linear) ? undefined : linear;
  } catch {
    // The library reports what it cannot do, and sizes that it will not do, by exceptions.
    return undefined;
  }
}

type Elements = NoParent<Element>[];
type CharSet = ReturnType<typeof JS.createCharSet>;

/** A pattern is searched for: where it is not tied to an end of the text, anything may stand before or after. */
function anchor(elements: Elements, all: CharSet): void {
  const anything: NoParent<Element> = {
    type: "Quantifier",
    min: 0,
    max: Infinity,
    lazy: false,
    alternatives: [
      { type: "Concatenation", elements: [{ type: "CharacterClass", characters: all }] },
    ],
  };
  if (isEdge(elements[0], "behind")) elements.shift();
  else elements.unshift(anything);
  if (isEdge(elements[elements.length - 1], "ahead")) elements.pop();
  else elements.push(anything);
}

/** Whether an element is `^` or `$`: the assertion that no character stands before or after. */
function isEdge(element: NoParent<Element> | undefined, kind: "ahead" | "behind"): boolean {
  if (element?.type !== "Assertion" || element.kind !== kind || !element.negate) return false;
  const [alternative, ...others] = element.alternatives;
  const [character, ...more] = alternative?.elements ?? [];
  return (
    others.length === 0 &&
    more.length === 0 &&
    character?.type === "CharacterClass" &&
    character.characters.isAll
  );
}
