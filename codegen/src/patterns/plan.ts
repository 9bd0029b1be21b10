import { JS, type Concatenation, type NoParent } from "refa";
import { costOf, type Cost } from "./cost.js";
import { countRuns } from "./counted-runs.js";
import { determinize } from "./determinize.js";
import { withoutAmbiguousCounts } from "./counts.js";

/** How to search for a pattern. */
export interface Plan {
  /** An equivalent expression, or `undefined` if a search can take exponential time. */
  readonly regExp: RegExp | undefined;
  /** The maximum length of text, in UTF-16 code units, that can be searched fast enough; `undefined` if unlimited. */
  readonly limit: number | undefined;
}

/** The maximum number of steps of a search, which take about 50 ms. */
const budget = 25_000_000;

/** How much longer a step takes for a Unicode property class, which has hundreds of ranges. */
const propertyWeight = 8;

/** Patterns whose upper bound is at most this are examined exactly. */
const nearly = 50 * budget;

/** The length of text that is assumed if the model does not limit it. */
const longestText = 100_000;

/** The maximum length of an expression that replaces another. */
const maxSourceLength = 1000;

/**
 * Determines the length of texts that can be searched for a pattern fast enough, and replaces the pattern
 * by an equivalent one if that has no such limit.
 * @param maxLength the maximum length of texts that are searched
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
  // The characters of a property depend on the engine's Unicode version, so it cannot be rewritten.
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

/** Returns whether the cost is linear, so that only the number of runs makes a search slow. */
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

/** Parses a regular expression. Returns `undefined` if it has back-references that cannot be resolved. */
function parse(regExp: RegExp): Alternatives | undefined {
  try {
    return JS.Parser.fromLiteral(regExp).parse().expression.alternatives;
  } catch {
    return undefined;
  }
}

/** Returns the cost with back-references replaced by their groups, which match at least as many texts. */
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
