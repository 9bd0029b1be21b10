import type { BuiltIn, RuleParameter } from "../../ir/endpoints.js";
import { Names } from "../../ir/identifiers.js";
import type { Service } from "../../ir/service.js";
import { propertyKey } from "../code/access.js";
import {
  code,
  commas,
  identifier,
  join,
  lines,
  literal,
  type Code,
  type Reference,
} from "../code/code.js";
import { dataLiteral } from "../code/data.js";
import type { Module } from "../code/declarations.js";
import { runtime } from "../code/runtime.js";
import { parameterTypes } from "./endpoint-parameters.js";
import { rulesCode } from "./endpoint-rules.js";
import { namesIn, simplifyRules } from "./simplify-rules.js";

/** The constant with the endpoint rules of a service that has any. */
export const endpointRules: Reference = {
  name: "endpointRules",
  module: "endpoint-rules",
  typeOnly: false,
};

/** What the code calls, which no variable may hide. */
const callees = `endpointRules resolve parameters flatten isValidHostLabel isVirtualHostableS3Bucket
  namesOf noParameter noRule parseArn parseURL partition project refused split substring uriEncode`;

const sources: Readonly<Record<BuiltIn, Reference>> = {
  "AWS::Region": runtime("regionSource"),
  "AWS::UseFIPS": runtime("fipsSource"),
  "AWS::UseDualStack": runtime("dualstackSource"),
  "AWS::Auth::AccountId": runtime("accountIdSource"),
  "AWS::Auth::AccountIdEndpointMode": runtime("accountIdModeSource"),
  "SDK::Endpoint": runtime("endpointSource"),
};

/** Returns the module of a service's endpoint rules; `undefined` if the service has none. */
export function endpointRulesModule({
  id,
  endpoints,
}: Pick<Service, "id" | "endpoints">): Module | undefined {
  if (endpoints === undefined) return undefined;
  const rules = simplifyRules(endpoints.rules);
  const names = new Names({ reserved: callees.split(/\s+/) });
  const claimed = new Map<string, string>();
  const nameOf = (name: string): string => {
    const local = claimed.get(name) ?? names.claim(name);
    claimed.set(name, local);
    return local;
  };
  const used = new Set(namesIn(rules));
  const parameters = endpoints.parameters.filter(
    (parameter) => used.has(parameter.name) || isChecked(parameter),
  );
  return {
    path: endpointRules.module,
    source: id,
    declarations: [
      {
        kind: "const",
        name: endpointRules.name,
        docs: "The endpoints of the service.",
        exported: true,
        type: code`${runtime("EndpointRules")}`,
        value: code`{ parameters: { ${commas(sourcesOf(parameters))} }, resolve }`,
      },
      {
        kind: "function",
        name: "resolve",
        docs: "",
        exported: false,
        parameters:
          parameters.length === 0
            ? []
            : [{ name: "parameters", type: code`${runtime("EndpointParameters")}` }],
        returnType: code`${runtime("Endpoint")}`,
        body: lines([...locals(parameters, nameOf), rulesCode(rules, nameOf)]),
      },
    ],
  };
}

/** Returns whether it is an error if the parameter is absent. */
function isChecked({ required, defaultValue }: RuleParameter): boolean {
  return required && defaultValue === undefined;
}

/** Returns the sources of parameters. The configuration has the precedence over a built-in. */
function sourcesOf(parameters: readonly RuleParameter[]): Code[] {
  return parameters.flatMap(({ name, config, builtIn }) => {
    const source =
      config !== undefined
        ? code`${runtime("configSource")}(${literal(config.name)})`
        : builtIn !== undefined
          ? code`${sources[builtIn]}`
          : undefined;
    return source === undefined ? [] : [code`${propertyKey(name)}: ${source}`];
  });
}

/** Declares a variable for each parameter, and checks those that must have a value. */
function locals(parameters: readonly RuleParameter[], nameOf: (name: string) => string): Code[] {
  if (parameters.length === 0) return [];
  const variables = parameters.map(({ name, defaultValue }) => {
    const key = identifier(name);
    const local = nameOf(name);
    const renamed = local === name ? key : code`${key}: ${identifier(local)}`;
    return defaultValue === undefined ? renamed : code`${renamed} = ${dataLiteral(defaultValue)}`;
  });
  const given = parameters.map(
    ({ name, type }) => code`readonly ${identifier(name)}?: ${parameterTypes[type]} | undefined`,
  );
  const checks = parameters.filter(isChecked).map(({ name }) => {
    const local = identifier(nameOf(name));
    return code`if (${local} === undefined) throw ${runtime("noParameter")}(${literal(name)});`;
  });
  return [
    code`const { ${commas(variables)} } = parameters as { ${join(given, code`; `)} };`,
    ...checks,
  ];
}
