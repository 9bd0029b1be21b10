import type { Service } from "./service.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Pattern } from "./ir.js";
import { membersOf } from "./members.js";

/**
 * How to check strings on which JavaScript's regular expression engine could take too long (ReDoS): `linear` checks
 * them with the package re2js, `skip` does not check them.
 */
export type PatternMode = "linear" | "skip";

/** All uses of a pattern. */
interface Uses {
  readonly patterns: Set<Pattern>;
  /** The first member that uses it, for messages. */
  readonly place: string;
  /** The maximum length of texts that are checked against the pattern. */
  maxLength: number;
  /** Whether it is a pattern of advice, which is never checked with re2js. */
  readonly isAdvice: boolean;
}

/**
 * Limits the time that matching a pattern can take. If a pattern can take too long on some texts, it is
 * replaced by an equivalent one or, if none is found, gets a maximum length of text.
 * @returns the ids of members whose patterns need re2js
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
  // Imported only when needed: loading takes longer than generating the code of most models.
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
      diagnostics.warn(
        "SC1407",
        place,
        uncheckedMessage(first.source, isAdvice ? 0 : limit, isLinear),
      );
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

/** Collects all patterns by their source, since equal structures share their code. */
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
 * Returns whether a pattern is obviously cheap: it has no groups and at most two repetitions, on
 * short texts, or it is anchored and has only one repetition, at its end.
 */
function isPlain(source: string, maxLength: number): boolean {
  if (maxLength <= 256 && !/[()]/.test(source) && source.split(/[*+?{]/).length <= 3) return true;
  return /^\^(?:\\.|\[(?:\\.|[^\]\\])*\]|[^()|*+?{}[\]\\])*(?:[*+]|\{\d+(?:,\d*)?\})?\$?$/u.test(
    source,
  );
}
