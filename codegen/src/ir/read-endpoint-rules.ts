import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { shown } from "../diagnostics/text.js";
import type { AstServiceShape } from "../load/ast.js";
import { isIdentifier } from "../load/names.js";
import { isRecord, own } from "../load/parse-model.js";
import { hasTrait, trait } from "../load/traits.js";
import { readConfigProperties } from "./endpoint-bindings.js";
import { maxDepth, readCall, readText, RuleProblem, type Scope } from "./endpoint-expressions.js";
import { readParameters } from "./endpoint-parameters.js";
import type {
  AuthSchemeTemplate,
  Condition,
  EndpointRuleSet,
  EndpointTemplate,
  Expression,
  Rule,
  Typed,
} from "./endpoints.js";

const ruleSetTrait = "smithy.rules#endpointRuleSet";
const diagramTrait = "smithy.rules#endpointBdd";

/** Rules that were read, and the problems of those that were not. */
interface Found {
  readonly problems: RuleProblem[];
}

/**
 * Reads the endpoint rules of a service. Problems are reported as errors, except functions of an
 * extension, with which the rules are not used.
 * @returns `undefined` if the service has no rules that can be used
 */
export function endpointRulesOf(
  service: AstServiceShape,
  diagnostics: Diagnostics,
): EndpointRuleSet | undefined {
  if (!hasTrait(service, ruleSetTrait)) {
    if (hasTrait(service, diagramTrait)) {
      diagnostics.warn(
        "SC1712",
        service.id,
        `has its endpoint rules only as ${diagramTrait}; clients need the option endpoint`,
      );
    }
    return undefined;
  }
  const json = trait(service, ruleSetTrait);
  const found: Found = { problems: [] };
  const config = readConfigProperties(service, found.problems);
  const parameters = readParameters(json, config, found.problems);
  const scope = new Map(
    parameters.map(({ name, type, required }) => [name, { type, optional: !required }] as const),
  );
  const rules = readRules(own(isRecord(json) ? json : {}, "rules"), scope, "/rules", 1, found);
  const extension = found.problems.find(({ isExtension }) => isExtension);
  if (extension !== undefined) {
    diagnostics.warn(
      "SC1712",
      service.id,
      `${extension.message} in its endpoint rules at ${extension.path}, which are not used; clients need the option endpoint`,
    );
    return undefined;
  }
  for (const { path, message } of found.problems)
    diagnostics.error("SC1711", service.id, `has invalid endpoint rules: ${path} ${message}`);
  return found.problems.length > 0 ? undefined : { parameters, rules };
}

function readRules(json: unknown, scope: Scope, path: string, depth: number, found: Found): Rule[] {
  if (!Array.isArray(json) || json.length === 0) {
    found.problems.push(new RuleProblem(path, `is ${shown(json)}; expected a list of rules`));
    return [];
  }
  return json.flatMap((rule: unknown, index) => {
    try {
      return [readRule(rule, scope, `${path}/${index}`, depth, found)];
    } catch (error) {
      if (!(error instanceof RuleProblem)) throw error;
      found.problems.push(error);
      return [];
    }
  });
}

function readRule(json: unknown, outer: Scope, path: string, depth: number, found: Found): Rule {
  if (!isRecord(json)) throw new RuleProblem(path, `is ${shown(json)}; expected a rule`);
  if (depth > maxDepth) throw new RuleProblem(path, `is nested more than ${maxDepth} levels deep`);
  const { conditions, scope } = readConditions(
    own(json, "conditions"),
    outer,
    `${path}/conditions`,
  );
  const kind = own(json, "type");
  switch (kind) {
    case "endpoint":
      return {
        kind,
        conditions,
        endpoint: readEndpoint(own(json, "endpoint"), scope, `${path}/endpoint`),
      };
    case "error":
      return { kind, conditions, message: readText(own(json, "error"), scope, `${path}/error`) };
    case "tree":
      return {
        kind,
        conditions,
        rules: readRules(own(json, "rules"), scope, `${path}/rules`, depth + 1, found),
      };
    default:
      throw new RuleProblem(path, `has the type ${shown(kind)}; expected endpoint, error or tree`);
  }
}

/** Reads conditions. Each can use the variables of those before it, and what they have checked. */
function readConditions(
  json: unknown,
  outer: Scope,
  path: string,
): { readonly conditions: readonly Condition[]; readonly scope: Scope } {
  if (!Array.isArray(json)) throw new RuleProblem(path, `is ${shown(json)}; expected a list`);
  const scope = new Map(outer);
  const conditions = json.map((condition: unknown, index) => {
    const place = `${path}/${index}`;
    if (!isRecord(condition))
      throw new RuleProblem(place, `is ${shown(condition)}; expected a condition`);
    const value = readCall(condition, scope, place, 0);
    const variable = own(condition, "assign");
    if (variable === undefined) {
      markPresent(value, scope);
      return { value, variable };
    }
    if (typeof variable !== "string" || !isIdentifier(variable) || scope.has(variable))
      throw new RuleProblem(place, `assigns ${shown(variable)}; expected a new variable`);
    scope.set(variable, { type: value.type, optional: false });
    return { value, variable };
  });
  return { conditions, scope };
}

/** A reference that `isSet` has checked is present for the rest of the rule. */
function markPresent(value: Expression, scope: Map<string, Typed>): void {
  if (value.kind !== "call" || value.function !== "isSet") return;
  const [checked] = value.arguments;
  if (checked?.kind === "reference")
    scope.set(checked.name, { type: checked.type, optional: false });
}

function readEndpoint(json: unknown, scope: Scope, path: string): EndpointTemplate {
  if (!isRecord(json)) throw new RuleProblem(path, `is ${shown(json)}; expected an endpoint`);
  const { headers = {}, properties = {} } = json;
  if (!isRecord(headers) || !isRecord(properties))
    throw new RuleProblem(path, "has headers or properties that are not objects");
  const authSchemes = own(properties, "authSchemes") ?? [];
  if (!Array.isArray(authSchemes))
    throw new RuleProblem(`${path}/properties/authSchemes`, "is not a list");
  return {
    url: readText(own(json, "url"), scope, `${path}/url`),
    headers: Object.entries(headers).map(([name, values]) => {
      const place = `${path}/headers/${name}`;
      // A token (RFC 9110, section 5.6.2).
      if (!/^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(name))
        throw new RuleProblem(place, "is not a valid header name");
      return [name.toLowerCase(), readTexts(values, scope, place)] as const;
    }),
    authSchemes: authSchemes.map((scheme: unknown, index) =>
      readAuthScheme(scheme, scope, `${path}/properties/authSchemes/${index}`),
    ),
  };
}

function readAuthScheme(json: unknown, scope: Scope, path: string): AuthSchemeTemplate {
  if (!isRecord(json)) throw new RuleProblem(path, `is ${shown(json)}; expected an object`);
  const text = (name: string): Expression | undefined =>
    own(json, name) === undefined ? undefined : readText(own(json, name), scope, `${path}/${name}`);
  const regions = own(json, "signingRegionSet");
  return {
    name: readText(own(json, "name"), scope, `${path}/name`),
    signingName: text("signingName"),
    signingRegion: text("signingRegion"),
    signingRegionSet:
      regions === undefined ? undefined : readTexts(regions, scope, `${path}/signingRegionSet`),
    disableDoubleEncoding: own(json, "disableDoubleEncoding") === true,
  };
}

function readTexts(json: unknown, scope: Scope, path: string): Expression[] {
  if (!Array.isArray(json)) throw new RuleProblem(path, `is ${shown(json)}; expected a list`);
  return json.map((value: unknown, index) => readText(value, scope, `${path}/${index}`));
}
