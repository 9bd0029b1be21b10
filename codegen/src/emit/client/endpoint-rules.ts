import type { AuthSchemeTemplate, EndpointTemplate, Expression, Rule } from "../../ir/endpoints.js";
import { propertyKey } from "../code/access.js";
import { Code, code, commas, identifier, join, lines } from "../code/code.js";
import { divide, needsParts, partName } from "../code/parts.js";
import { runtime } from "../code/runtime.js";
import { conditionCode, expressionCode, type Locals } from "./endpoint-expressions.js";
import { testOf } from "./simplify-rules.js";

/**
 * Returns the statements that return the endpoint of the first rule that applies, or throw. The
 * rules must be simplified.
 */
export function rulesCode(rules: readonly Rule[], locals: Locals): Code {
  const isFinal = rules.at(-1)?.conditions.every(isSure) === true;
  if (!needsParts(rules)) {
    const statements = listCode(rules, locals);
    return isFinal ? statements : lines([statements, throwNoRule]);
  }
  // Arrow functions, since in them, variables keep the types that conditions have given them.
  const parts = divide(rules).map(
    (part, index) =>
      code`const ${partName(index)} = (): ${runtime("Endpoint")} | undefined => {\n${listCode(part, locals)}\nreturn undefined;\n};`,
  );
  const calls = parts.map((_, index) => code`${partName(index)}()`);
  return lines([
    ...parts,
    code`const $found = ${join(calls, code` ?? `)};`,
    code`if ($found !== undefined) {\nreturn $found;\n}`,
    throwNoRule,
  ]);
}

const throwNoRule = code`throw ${runtime("noRule")}();`;

function listCode(rules: readonly Rule[], locals: Locals): Code {
  return lines(rules.map((rule, index) => ruleCode(rule, index === rules.length - 1, locals)));
}

/** Returns whether a condition always holds, and only declares a variable. */
function isSure({ value, variable }: Rule["conditions"][number]): boolean {
  return variable !== undefined && value.type !== "boolean" && !value.optional;
}

/** A variable of the last rule of a list is in the block of the list, others in one of their own. */
function ruleCode(rule: Rule, isLast: boolean, locals: Locals): Code {
  const steps: Step[] = [];
  let conditions: Code[] = [];
  const close = (): void => {
    if (conditions.length > 0) steps.push({ kind: "if", conditions });
    conditions = [];
  };
  for (const { value, variable } of rule.conditions) {
    if (variable === undefined) {
      conditions.push(conditionCode(value, locals));
      continue;
    }
    close();
    const name = identifier(locals(variable));
    steps.push({
      kind: "variable",
      declaration: code`const ${name} = ${expressionCode(value, locals)};`,
    });
    if (isSure({ value, variable })) continue;
    const { type, optional } = value;
    conditions.push(
      conditionCode(testOf({ kind: "reference", name: variable, type, optional }), locals),
    );
  }
  close();
  const body = steps.reduceRight((inner, step) => nest(step, inner), resultCode(rule, locals));
  const [first] = rule.conditions;
  return first?.variable === undefined || isLast ? body : code`{\n${body}\n}`;
}

/** A part of a rule before its result: conditions, or the declaration of a variable. */
type Step =
  | { readonly kind: "if"; readonly conditions: readonly Code[] }
  | { readonly kind: "variable"; readonly declaration: Code };

function nest(step: Step, inner: Code): Code {
  return step.kind === "variable"
    ? lines([step.declaration, inner])
    : code`if (${join(step.conditions, code` && `)}) {\n${inner}\n}`;
}

function resultCode(rule: Rule, locals: Locals): Code {
  switch (rule.kind) {
    case "tree":
      return rulesCode(rule.rules, locals);
    case "error":
      return code`throw ${runtime("refused")}(${expressionCode(rule.message, locals)});`;
    case "endpoint":
      return code`return ${endpointCode(rule.endpoint, locals)};`;
  }
}

function endpointCode({ url, headers, authSchemes }: EndpointTemplate, locals: Locals): Code {
  const texts = (values: readonly Expression[]): Code =>
    code`[${commas(values.map((value) => expressionCode(value, locals)))}]`;
  const pairs = headers.map(([name, values]) => code`${propertyKey(name)}: ${texts(values)}`);
  const schemes = authSchemes.map((scheme) => schemeCode(scheme, locals, texts));
  return object([
    code`url: ${expressionCode(url, locals)}`,
    pairs.length > 0 && code`headers: ${object(pairs)}`,
    schemes.length > 0 && code`authSchemes: [${commas(schemes)}]`,
  ]);
}

function schemeCode(
  scheme: AuthSchemeTemplate,
  locals: Locals,
  texts: (values: readonly Expression[]) => Code,
): Code {
  const { name, signingName, signingRegion, signingRegionSet, disableDoubleEncoding } = scheme;
  return object([
    code`name: ${expressionCode(name, locals)}`,
    signingName && code`signingName: ${expressionCode(signingName, locals)}`,
    signingRegion && code`signingRegion: ${expressionCode(signingRegion, locals)}`,
    signingRegionSet && code`signingRegionSet: ${texts(signingRegionSet)}`,
    disableDoubleEncoding && code`disableDoubleEncoding: true`,
  ]);
}

function object(properties: readonly (Code | false | undefined)[]): Code {
  return code`{ ${commas(properties.filter((property) => property instanceof Code))} }`;
}
