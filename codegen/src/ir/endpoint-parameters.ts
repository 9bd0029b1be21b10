import { shown } from "../diagnostics/text.js";
import { isRecord, own } from "../load/parse-model.js";
import { RuleProblem } from "./endpoint-expressions.js";
import {
  builtIns,
  type BuiltIn,
  type ConfigProperty,
  type ParameterType,
  type ParameterValue,
  type RuleParameter,
} from "./endpoints.js";
import { isInherited } from "./identifiers.js";

const types: Readonly<Record<string, ParameterType>> = {
  string: "string",
  boolean: "boolean",
  stringarray: "strings",
};

/** Returns the type of a parameter. AWS's models write it in upper or lower case. */
export function parameterTypeOf(json: unknown): ParameterType | undefined {
  const name = typeof json === "string" ? json.toLowerCase() : "";
  return Object.hasOwn(types, name) ? types[name] : undefined;
}

/**
 * Returns whether a name can be that of a parameter, and of a property of the configuration: a
 * letter, and letters and digits (Smithy, "Rules engine parameters").
 */
export function isParameterName(name: string): boolean {
  return /^[A-Za-z][A-Za-z0-9_]*$/.test(name) && !isInherited(configName(name));
}

/** Returns the name of the property of the configuration that sets a parameter. */
export function configName(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1);
}

/** Returns a value that a parameter can have, and its type. */
export function parameterValueOf(
  json: unknown,
): { readonly value: ParameterValue; readonly type: ParameterType } | undefined {
  if (typeof json === "string") return { value: json, type: "string" };
  if (typeof json === "boolean") return { value: json, type: "boolean" };
  if (!Array.isArray(json)) return undefined;
  const texts = json.filter((item) => typeof item === "string");
  return texts.length === json.length ? { value: texts, type: "strings" } : undefined;
}

/** Reads the parameters of a rule set. */
export function readParameters(
  ruleSet: unknown,
  config: ReadonlyMap<string, ConfigProperty>,
  problems: RuleProblem[],
): RuleParameter[] {
  const json = isRecord(ruleSet) ? own(ruleSet, "parameters") : undefined;
  if (!isRecord(json)) {
    problems.push(new RuleProblem("/parameters", `is ${shown(json)}; expected an object`));
    return [];
  }
  for (const name of config.keys()) {
    if (!Object.hasOwn(json, name)) {
      problems.push(
        new RuleProblem("/parameters", `lacks ${name}, which smithy.rules#clientContextParams has`),
      );
    }
  }
  const taken = new Set<string>();
  return Object.entries(json).flatMap(([name, parameter]) => {
    try {
      if (taken.has(name.toLowerCase()))
        throw new RuleProblem(`/parameters/${name}`, "differs from another parameter only in case");
      taken.add(name.toLowerCase());
      return [readParameter(name, parameter, config.get(name))];
    } catch (error) {
      if (!(error instanceof RuleProblem)) throw error;
      problems.push(error);
      return [];
    }
  });
}

function readParameter(
  name: string,
  json: unknown,
  config: ConfigProperty | undefined,
): RuleParameter {
  const path = `/parameters/${name}`;
  if (!isParameterName(name)) throw new RuleProblem(path, "is not a valid name of a parameter");
  if (!isRecord(json)) throw new RuleProblem(path, `is ${shown(json)}; expected an object`);
  const type = parameterTypeOf(own(json, "type"));
  if (type === undefined) {
    throw new RuleProblem(
      path,
      `has the type ${shown(own(json, "type"))}; expected string, boolean or stringArray`,
    );
  }
  if (config !== undefined && config.type !== type)
    throw new RuleProblem(path, "has another type than in smithy.rules#clientContextParams");
  const given = own(json, "default");
  const found = parameterValueOf(given);
  if (given !== undefined && found?.type !== type)
    throw new RuleProblem(path, `has the default ${shown(given)}, which has another type`);
  const required = own(json, "required") === true;
  if (given !== undefined && !required)
    throw new RuleProblem(path, "has a default, but not required: true");
  const source = own(json, "builtIn");
  return {
    name,
    type,
    required,
    defaultValue: found?.value,
    builtIn: builtIns.find((id): id is BuiltIn => id === source),
    config,
  };
}
