import { JS, type Concatenation, type NoParent } from "refa";
import { costOf, type Cost } from "./cost.js";
import { countRuns } from "./counted-runs.js";
import { determinize } from "./determinize.js";
import { withoutAmbiguousCounts } from "./counts.js";

/** What a search for a pattern comes to. */
export interface Plan {
  /** What finds the same texts; `undefined` where that can take exponential time. */
  readonly regExp: RegExp | undefined;
  /** The longest text, in UTF-16 units, on which it stays within the time; without it, any. */
  readonly limit: number | undefined;
}

/** The most steps of a search, which take some 50 ms. */
const budget = 25_000_000;

/** How much longer a step takes for classes of Unicode's properties, which have hundreds of ranges. */
const propertyWeight = 8;

/** Bounds up to this one are looked at more closely. */
const nearly = 50 * budget;

/** Texts that a pattern takes in any length are looked at up to this one. */
const longestText = 100_000;

/** Longer expressions than this are not put into code. */
const maxSourceLength = 1000;

/**
 * Finds out on which texts a search for a pattern ends in time, and makes an equal pattern where one
 * does so on more.
 * @param maxLength the most characters that a text may have to be searched at all
 */
export function planPattern(regExp: RegExp, maxLength: number): Plan {
  const longest = Math.min(maxLength, longestText);
  const hasProperties = /\\p\{(?!ASCII\})/iu.test(regExp.source);
  const weight = hasProperties ? propertyWeight : 1;
  const weighted =
    (cost: Cost): Cost =>
    (length) =>
      weight * cost(length);
  const alternatives = parse(regExp);
  if (alternatives === undefined)
    return limited(regExp, weighted(costWithReferences(regExp)), longest);
  let cost = weighted(costOf(alternatives));
  if (cost(longest) <= budget) return { regExp, limit: undefined };
  const runs = isLinear(cost) || cost(longest) <= nearly ? countRuns(alternatives) : undefined;
  if (runs !== undefined) {
    cost = weighted((length) => runs * length);
    if (cost(longest) <= budget) return { regExp, limit: undefined };
  }
  // Which characters have a property depends on the engine's version of Unicode.
  if (hasProperties) return limited(regExp, cost, longest);
  const counted = withoutAmbiguousCounts(regExp, maxLength);
  const simpler = (counted === undefined ? undefined : parse(counted)) ?? alternatives;
  for (const equal of [counted, determinize(simpler)]) {
    if (equal === undefined || equal.source.length > maxSourceLength) continue;
    const known = parse(equal);
    if (known !== undefined && costOf(known)(longest) <= budget)
      return { regExp: equal, limit: undefined };
  }
  return limited(regExp, cost, longest);
}

/** Whether it is only the number of runs, and not how they grow, that makes a search long. */
function isLinear(cost: Cost): boolean {
  return cost(2 * longestText) <= 2 * cost(longestText);
}

function limited(regExp: RegExp, cost: Cost, longest: number): Plan {
  if (cost(longest) <= budget) return { regExp, limit: undefined };
  let [least, most] = [0, longest];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (cost(middle) <= budget) least = middle;
    else most = middle - 1;
  }
  return least === 0 ? { regExp: undefined, limit: 0 } : { regExp, limit: least };
}

type Alternatives = readonly NoParent<Concatenation>[];

/** @returns `undefined` for back-references that are not to a known text. */
function parse(regExp: RegExp): Alternatives | undefined {
  try {
    return JS.Parser.fromLiteral(regExp).parse().expression.alternatives;
  } catch {
    return undefined;
  }
}

/** A back-reference matches no more texts than its group would in its place. */
function costWithReferences(regExp: RegExp): Cost {
  const { ast } = JS.Parser.fromLiteral(regExp);
  let { source } = regExp;
  const references: { start: number; end: number; raw: string }[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const { type, start, end, resolved } = node as Record<string, unknown>;
    if (type === "Backreference") {
      const group = Array.isArray(resolved) ? (resolved[0] as unknown) : resolved;
      const { raw } = group as { raw: string };
      references.push({ start: start as number, end: end as number, raw });
      return;
    }
    for (const [name, child] of Object.entries(node)) {
      if (name === "parent" || name === "references" || name === "resolved") continue;
      if (Array.isArray(child)) for (const each of child) visit(each);
      else visit(child);
    }
  };
  visit(ast.pattern);
  const offset = ast.pattern.start;
  for (const { start, end, raw } of references.reverse()) {
    const body = raw.replace(/\(\?<\w+>/g, "(");
    source = `${source.slice(0, start - offset)}(?:${body})${source.slice(end - offset)}`;
  }
  const alternatives = parse(new RegExp(source, "u"));
  return alternatives === undefined ? () => Infinity : costOf(alternatives);
}
