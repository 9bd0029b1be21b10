import type { Condition, EndpointTemplate, Expression, Rule } from "../../ir/endpoints.js";

/**
 * What is known at a rule: conditions that hold or do not hold, and the texts that values are equal
 * to, by the JSON of their expressions.
 */
interface Facts {
  readonly conditions: ReadonlyMap<string, boolean>;
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * Removes conditions whose value is known, rules that cannot apply, and variables that are not used.
 * Compilers refuse code that has them, and many rules of AWS repeat the conditions of others.
 */
export function simplifyRules(rules: readonly Rule[]): readonly Rule[] {
  return simplifyList(rules, { conditions: new Map(), texts: new Map() });
}

function simplifyList(rules: readonly Rule[], given: Facts): readonly Rule[] {
  const simplified: Rule[] = [];
  let facts = given;
  for (const rule of rules) {
    const found = simplifyRule(rule, facts);
    if (found === undefined) continue;
    simplified.push(found);
    const [only, second] = found.conditions;
    if (only === undefined) break;
    if (second === undefined && only.variable === undefined)
      facts = learn(facts, only.value, false);
  }
  return simplified;
}

/** Returns `undefined` if the conditions of the rule cannot hold. */
function simplifyRule(rule: Rule, given: Facts): Rule | undefined {
  const conditions: Condition[] = [];
  let facts = given;
  for (const { value, variable } of rule.conditions) {
    if (variable !== undefined) {
      conditions.push({ value: simplify(value), variable });
      continue;
    }
    const test = resolved(testOf(value), facts);
    if (isLiteral(test, false)) return undefined;
    if (isLiteral(test, true)) continue;
    conditions.push({ value: test, variable });
    facts = learn(facts, test, true);
  }
  const result = simplifyResult(rule, facts);
  const used = new Set(namesIn(result));
  const kept: Condition[] = [];
  for (const { value, variable } of conditions.reverse()) {
    const isUsed = variable !== undefined && used.has(variable);
    const test = isUsed || variable === undefined ? value : testOf(value);
    if (isLiteral(test, false)) return undefined;
    if (!isUsed && isLiteral(test, true)) continue;
    kept.unshift({ value: test, variable: isUsed ? variable : undefined });
    for (const name of namesIn(test)) used.add(name);
  }
  return { ...result, conditions: kept };
}

function simplifyResult(rule: Rule, facts: Facts): Rule {
  switch (rule.kind) {
    case "tree":
      return { ...rule, rules: simplifyList(rule.rules, facts) };
    case "error":
      return { ...rule, message: simplify(rule.message) };
    case "endpoint":
      return { ...rule, endpoint: simplifyEndpoint(rule.endpoint) };
  }
}

function simplifyEndpoint({ url, headers, authSchemes }: EndpointTemplate): EndpointTemplate {
  return {
    url: simplify(url),
    headers: headers.map(([name, values]) => [name, values.map(simplify)]),
    authSchemes: authSchemes.map((scheme) => ({
      ...scheme,
      name: simplify(scheme.name),
      signingName: scheme.signingName && simplify(scheme.signingName),
      signingRegion: scheme.signingRegion && simplify(scheme.signingRegion),
      signingRegionSet: scheme.signingRegionSet?.map(simplify),
    })),
  };
}

/** Adds the value of a condition to what is known. */
function learn({ conditions, texts }: Facts, test: Expression, value: boolean): Facts {
  const positive = negated(test);
  if (positive !== undefined) return learn({ conditions, texts }, positive, !value);
  const text = value ? comparedText(test) : undefined;
  return {
    conditions: new Map([...conditions, [keyOf(test), value]]),
    texts: text === undefined ? texts : new Map([...texts, [text.side, text.text]]),
  };
}

/** Returns a condition, or its value if that is known. */
function resolved(test: Expression, facts: Facts): Expression {
  const positive = negated(test);
  if (positive !== undefined) return not(resolved(positive, facts));
  const known = facts.conditions.get(keyOf(test));
  if (known !== undefined) return truth(known);
  const text = comparedText(test);
  const other = text === undefined ? undefined : facts.texts.get(text.side);
  return text === undefined || other === undefined ? test : truth(other === text.text);
}

/** Returns the sides of a comparison with a text. */
function comparedText(
  test: Expression,
): { readonly side: string; readonly text: string } | undefined {
  if (test.kind !== "call" || test.function !== "stringEquals") return undefined;
  const [side, text] = test.arguments;
  return side !== undefined && text?.kind === "literal" && typeof text.value === "string"
    ? { side: keyOf(side), text: text.value }
    : undefined;
}

function negated(test: Expression): Expression | undefined {
  return test.kind === "call" && test.function === "not" ? test.arguments[0] : undefined;
}

function keyOf(expression: Expression): string {
  return JSON.stringify(expression);
}

/** Returns the condition that a value is `true`, or present if it is no boolean. */
export function testOf(value: Expression): Expression {
  const simple = simplify(value);
  if (simple.type !== "boolean") return simplify(call("isSet", simple));
  return simple.optional ? call("booleanEquals", simple, truth(true)) : simple;
}

/** Evaluates the parts of an expression that do not depend on parameters. */
function simplify(expression: Expression): Expression {
  switch (expression.kind) {
    case "literal":
    case "reference":
      return expression;
    case "template":
      return {
        ...expression,
        parts: expression.parts.map((part) => (typeof part === "string" ? part : simplify(part))),
      };
    case "attribute":
      return { ...expression, of: simplify(expression.of) };
    case "call":
      return simplifyCall({ ...expression, arguments: expression.arguments.map(simplify) });
  }
}

function simplifyCall(given: Expression & { readonly kind: "call" }): Expression {
  const [first, second, third] = given.arguments;
  if (first === undefined) return given;
  switch (given.function) {
    case "isSet":
      return first.optional ? given : truth(true);
    case "not":
      return not(first);
    case "booleanEquals":
    case "stringEquals":
      return second === undefined ? given : equality(given, first, second);
    case "ite":
      if (first.kind !== "literal" || second === undefined || third === undefined) return given;
      return first.value === true ? second : third;
    case "coalesce": {
      // What follows a value that is always present has no effect.
      const end = given.arguments.findIndex(({ optional }) => !optional);
      if (end === 0) return first;
      return end === -1 ? given : { ...given, arguments: given.arguments.slice(0, end + 1) };
    }
    default:
      return given;
  }
}

function equality(
  given: Expression & { readonly kind: "call" },
  left: Expression,
  right: Expression,
): Expression {
  if (left.kind === "literal" && right.kind === "literal") return truth(left.value === right.value);
  if (left.kind === "literal") return equality(given, right, left);
  if (right.kind === "literal" && typeof right.value === "boolean" && !left.optional)
    return right.value ? left : not(left);
  return { ...given, arguments: [left, right] };
}

function not(test: Expression): Expression {
  if (test.kind === "literal") return truth(test.value === false);
  return negated(test) ?? call("not", test);
}

function truth(value: boolean): Expression {
  return { kind: "literal", value, type: "boolean", optional: false };
}

function call(
  name: "booleanEquals" | "isSet" | "not",
  ...given: readonly Expression[]
): Expression {
  return { kind: "call", function: name, arguments: given, type: "boolean", optional: false };
}

function isLiteral(expression: Expression, value: boolean): boolean {
  return expression.kind === "literal" && expression.value === value;
}

/** Returns the names of the parameters and variables that a rule or expression refers to. */
export function namesIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(namesIn);
  if (typeof part !== "object" || part === null) return [];
  const { kind, name } = part as { readonly kind?: unknown; readonly name?: unknown };
  if (kind === "reference" && typeof name === "string") return [name];
  return Object.values(part).flatMap(namesIn);
}
