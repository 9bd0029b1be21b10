import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { shown } from "../diagnostics/text.js";
import type { AstMemberedShape, AstOperationShape, AstServiceShape } from "../load/ast.js";
import { isRecord, own } from "../load/parse-model.js";
import { hasTrait, trait, traitProperty } from "../load/traits.js";
import { RuleProblem } from "./endpoint-expressions.js";
import {
  configName,
  isParameterName,
  parameterTypeOf,
  parameterValueOf,
} from "./endpoint-parameters.js";
import type {
  ConfigProperty,
  EndpointRuleSet,
  InputPath,
  OperationParameter,
  ParameterType,
} from "./endpoints.js";
import { readInputPath, typeOfShape } from "./input-path.js";
import type { Structure } from "./ir.js";

/** Reads the parameters that the client's configuration sets (Smithy, `clientContextParams` trait). */
export function readConfigProperties(
  service: AstServiceShape,
  problems: RuleProblem[],
): Map<string, ConfigProperty> {
  const json = trait(service, "smithy.rules#clientContextParams");
  const properties = new Map<string, ConfigProperty>();
  for (const [name, value] of Object.entries(isRecord(json) ? json : {})) {
    const given = isRecord(value) ? own(value, "type") : undefined;
    const type = parameterTypeOf(given);
    if (type === undefined || !isParameterName(name)) {
      problems.push(
        new RuleProblem(
          `(smithy.rules#clientContextParams) /${name}`,
          `is a parameter of type ${shown(given)}; expected a valid name, and string, boolean or stringArray`,
        ),
      );
      continue;
    }
    const documentation = isRecord(value) ? own(value, "documentation") : undefined;
    properties.set(name, {
      name: configName(name),
      type,
      documentation: typeof documentation === "string" ? documentation : "",
    });
  }
  return properties;
}

/**
 * Reads the endpoint parameters that an operation sets. If several traits set one, the most specific
 * is used (Smithy, "Binding parameter values").
 */
export function endpointParametersOf(
  operation: AstOperationShape,
  astInput: AstMemberedShape | undefined,
  input: Structure | undefined,
  rules: EndpointRuleSet | undefined,
  diagnostics: Diagnostics,
): OperationParameter[] {
  if (rules === undefined) return [];
  const found = new Map<string, OperationParameter>();
  const fail = (place: string, message: string): void =>
    diagnostics.error("SC1713", place, message);
  const set = (place: string, parameter: OperationParameter, type: ParameterType): void => {
    const { name } = parameter;
    const declared = rules.parameters.find((candidate) => candidate.name === name);
    if (declared === undefined)
      return fail(
        place,
        `sets the endpoint parameter ${name}, which the endpoint rules do not have`,
      );
    if (declared.type !== type)
      return fail(place, `sets the endpoint parameter ${name} to a value of another type`);
    if (!found.has(name)) found.set(name, parameter);
  };

  for (const [name, json] of entriesOf(operation, "smithy.rules#staticContextParams")) {
    const value = parameterValueOf(own(json, "value"));
    if (value === undefined)
      fail(operation.id, `sets the endpoint parameter ${name} to ${shown(own(json, "value"))}`);
    else set(operation.id, { kind: "static", name, value: value.value }, value.type);
  }
  for (const [member, ast] of astInput?.members ?? []) {
    if (!hasTrait(ast, "smithy.rules#contextParam")) continue;
    const name = traitProperty(ast, "smithy.rules#contextParam", "name");
    const target = input?.members.find((candidate) => candidate.name === member);
    const type = target === undefined ? undefined : typeOfShape(target.target);
    const place = `${astInput?.id}$${member}`;
    if (typeof name !== "string" || target === undefined || type === undefined) {
      fail(
        place,
        "cannot be an endpoint parameter; expected a name, and a string, a boolean or a list of strings",
      );
      continue;
    }
    const path: InputPath = { kind: "member", of: { kind: "input" }, property: target.property };
    set(place, { kind: "path", name, path }, type);
  }
  for (const [name, json] of entriesOf(operation, "smithy.rules#operationContextParams")) {
    const text = own(json, "path");
    const result = readInputPath(typeof text === "string" ? text : "", input);
    if (typeof result === "string")
      fail(
        operation.id,
        `has the path ${shown(text)} for the endpoint parameter ${name}: ${result}`,
      );
    else set(operation.id, { kind: "path", name, path: result.path }, result.type);
  }
  return [...found.values()];
}

function entriesOf(
  operation: AstOperationShape,
  id: string,
): (readonly [name: string, value: Readonly<Record<string, unknown>>])[] {
  const json = trait(operation, id);
  return Object.entries(isRecord(json) ? json : {}).map(([name, value]) => [
    name,
    isRecord(value) ? value : {},
  ]);
}
