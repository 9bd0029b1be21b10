import type { Diagnostics } from "../load/diagnostics.js";
import type { Pattern, Service } from "./ir.js";
import { membersOf } from "./members.js";

/**
 * What to do with texts on which JavaScript's engine could take too long for a pattern: `linear`
 * checks them by the package re2js, `skip` does not check them.
 */
export type PatternMode = "linear" | "skip";

/** A pattern wherever it is used. */
interface Uses {
  readonly patterns: Set<Pattern>;
  /** The first place, for messages. */
  readonly place: string;
  /** The most characters that a text may have where the pattern is checked at all. */
  maxLength: number;
  /** Whether it is a pattern of the advice, which only JavaScript's engine checks. */
  readonly isAdvice: boolean;
}

/**
 * Bounds the time that a search for a pattern can take: where it could be too long on some texts, an
 * equal pattern takes its place or, where none is found, the pattern gets a limit of length.
 * @returns the places of patterns that need re2js
 */
export async function screenPatterns(
  service: Service,
  mode: PatternMode,
  diagnostics: Diagnostics,
): Promise<readonly string[]> {
  const found = [...usesOf(service).values()].filter(({ patterns, maxLength }) =>
    [...patterns].some(({ regExp }) => regExp !== undefined && !isPlain(regExp.source, maxLength)),
  );
  if (found.length === 0) return [];
  // The libraries for this take longer to load than most models take to generate.
  const { planPattern } = await import("../patterns/plan.js");
  const linear: string[] = [];
  for (const { patterns, place, maxLength, isAdvice } of found) {
    const [first] = patterns;
    if (first?.regExp === undefined) continue;
    const { regExp, limit } = planPattern(first.regExp, maxLength);
    const isLinear = limit !== undefined && mode === "linear" && !isAdvice;
    const re2 = isLinear ? await toRe2(first.regExp) : undefined;
    const planned =
      limit === undefined
        ? { regExp }
        : { regExp: isAdvice ? undefined : regExp, limit, linear: re2 };
    for (const pattern of patterns) Object.assign(pattern, planned);
    if (limit === undefined) continue;
    if (re2 === undefined)
      diagnostics.warn(place, uncheckedMessage(first.source, isAdvice ? 0 : limit, isLinear));
    else linear.push(place);
  }
  return linear.sort();
}

async function toRe2(regExp: RegExp): Promise<string | undefined> {
  const re2 = await import("../patterns/re2.js");
  return re2.toRe2(regExp);
}

function uncheckedMessage(source: string, limit: number, isLinear: boolean): string {
  const texts = limit === 0 ? "it is" : `texts of more than ${limit} UTF-16 units are`;
  const object = limit === 0 ? "" : " against it";
  const reason = isLinear ? ", and re2js does not support it" : "";
  return `the pattern ${JSON.stringify(source)} can take too long${reason}; ${texts} not checked${object}`;
}

/** All patterns by their text, since equal structures share their code. */
function usesOf({ shapes }: Service): Map<string, Uses> {
  const found = new Map<string, Uses>();
  const add = (pattern: Pattern, place: string, maxLength: number, isAdvice: boolean): void => {
    const key = `${isAdvice} ${pattern.source}`;
    const uses = found.get(key) ?? { patterns: new Set(), place, maxLength, isAdvice };
    uses.patterns.add(pattern);
    uses.maxLength = Math.max(uses.maxLength, maxLength);
    found.set(key, uses);
  };
  for (const { id, target, constraints, advice } of shapes.flatMap(membersOf)) {
    if (target.kind === "string" && constraints.pattern !== undefined)
      add(constraints.pattern, id, constraints.length?.max ?? Infinity, false);
    for (const form of [advice?.text, advice?.keys, advice?.values])
      if (form !== undefined) add(form.pattern, id, Infinity, true);
  }
  return found;
}

/**
 * Whether a pattern is cheap at a glance: one that has no groups, and repeats two things at most on
 * short texts, or is anchored and repeats only what stands at its end.
 */
function isPlain(source: string, maxLength: number): boolean {
  if (maxLength <= 256 && !/[()]/.test(source) && source.split(/[*+?{]/).length <= 3) return true;
  return /^\^(?:\\.|\[(?:\\.|[^\]\\])*\]|[^()|*+?{}[\]\\])*(?:[*+]|\{\d+(?:,\d*)?\})?\$?$/u.test(
    source,
  );
}
