import { nameOf } from "../../../load/names.js";
import { findShape } from "../../../model/find-shape.js";
import type { OperationShape, ServiceShape, Shape } from "../../../model/model.js";
import type { Entity } from "../../../selectors/attributes.js";
import type { Rule, RuleContext } from "../../rule.js";
import { operationsWith } from "../http/operations.js";
import { listed, textMember } from "../http/trait-values.js";
import { findOperation, operationsOf } from "../services/contained.js";

const discovery = "aws.api#clientEndpointDiscovery";
const discovered = "aws.api#clientDiscoveredEndpoint";

/** A service that tells clients its endpoints has an operation for that, and operations that use them. */
export const clientEndpointDiscovery: Rule = {
  id: "ClientEndpointDiscovery",
  *check(context) {
    const { model, shapesOf } = context;
    const services = [...shapesOf("service")].filter(({ traits }) => traits.has(discovery));
    for (const service of services) {
      yield* checkService(service, context);
      const id = textMember(service.traits.get(discovery), "operation") ?? "";
      const operation = findOperation(model, id);
      if (operation !== undefined) yield* checkInput(operation, context);
      if (operation !== undefined) yield* checkOutput(operation, context);
    }
    yield* checkOperations(services, context);
  },
};

function* checkService(
  service: ServiceShape,
  { model, event }: RuleContext,
): ReturnType<Rule["check"]> {
  const trait = service.traits.get(discovery);
  const id = textMember(trait, "operation") ?? "";
  if (trait !== undefined && textMember(trait, "error") === undefined)
    yield event("DANGER", service, "has no error for endpoints that are not valid any more", {
      location: trait.location,
      suffix: "MissingErrorDefinition",
    });
  const operations = operationsOf(model, service);
  if (!operations.some((operation) => operation.id === id))
    yield event("ERROR", service, `has endpoints from ${id}, which is not bound to the service`, {
      suffix: `UnboundOperation.${nameOf(id)}`,
    });
  if (!operations.some(({ traits }) => traits.has(discovered)))
    yield event("WARNING", service, `has endpoints from ${id}, but no operation uses them`, {
      suffix: "NoOperations",
    });
}

function* checkOperations(
  services: readonly ServiceShape[],
  context: RuleContext,
): ReturnType<Rule["check"]> {
  const { model, event } = context;
  const bound = services.map(
    (service) => [service, new Set(operationsOf(model, service))] as const,
  );
  for (const { operation } of operationsWith(context, discovered)) {
    const holders = bound.filter(([, operations]) => operations.has(operation));
    if (holders.length === 0)
      yield event(
        "ERROR",
        operation,
        `has the trait ${discovered}, but is in no service with the trait ${discovery}`,
      );
    for (const [service] of holders) {
      const error = textMember(service.traits.get(discovery), "error");
      if (error === undefined || operation.errors.includes(error)) continue;
      const message = `has the trait ${discovered}, but not the error ${error} of the service ${service.id}`;
      yield event("ERROR", operation, message);
    }
  }
}

function* checkInput(
  { id, input }: OperationShape,
  { model, event }: RuleContext,
): ReturnType<Rule["check"]> {
  const structure = findShape(model, input);
  if (structure === undefined) return;
  const others = namesBeside(structure, ["Operation", "Identifiers"]);
  if (others.length > 0) {
    const message = `is the input of ${id}, which can have Operation and Identifiers only, not ${listed(others)}`;
    yield event("ERROR", structure, message);
  }
  const operation = targetOf(structure, "Operation", model);
  if (operation !== undefined && !isText(operation))
    yield event("ERROR", operation, `is the target of Operation of ${input}, which is a string`);
  const identifiers = structure.members.get("Identifiers");
  const map = targetOf(structure, "Identifiers", model);
  const value = map?.type === "map" ? targetOf(map, "value", model) : undefined;
  if (identifiers !== undefined && (value === undefined || !isText(value)))
    yield event("ERROR", identifiers, "must target a map whose values are strings");
}

function* checkOutput(
  operation: OperationShape,
  { model, event }: RuleContext,
): ReturnType<Rule["check"]> {
  const output = findShape(model, operation.output);
  const endpoints = output?.members.get("Endpoints");
  if (output === undefined || endpoints === undefined || output.members.size !== 1)
    yield event("ERROR", operation, "must have an output with the member Endpoints only");
  if (output === undefined || endpoints === undefined) return;
  const list = targetOf(output, "Endpoints", model);
  if (list?.type !== "list") {
    yield event("ERROR", endpoints, "must target a list");
    return;
  }
  const endpoint = targetOf(list, "member", model);
  if (endpoint?.type !== "structure") {
    yield event("ERROR", list, "must be a list of structures");
    return;
  }
  const [address, period] = ["Address", "CachePeriodInMinutes"].map((name) =>
    endpoint.members.get(name),
  );
  const checks: readonly (readonly [Entity | undefined, Shape | undefined, string])[] = [
    [address, targetOf(endpoint, "Address", model), "string"],
    [period, targetOf(endpoint, "CachePeriodInMinutes", model), "long"],
  ];
  for (const [member, target, type] of checks) {
    if (member === undefined || target === undefined) continue;
    if (target.type === type || (type === "string" && isText(target))) continue;
    yield event("ERROR", member, `must target a ${type}`);
  }
  const others = namesBeside(endpoint, ["Address", "CachePeriodInMinutes"]);
  if (others.length === 0 && address !== undefined && period !== undefined) return;
  yield event("ERROR", endpoint, "must have the members Address and CachePeriodInMinutes only");
}

function targetOf(shape: Shape, member: string, model: RuleContext["model"]): Shape | undefined {
  const target = shape.members.get(member)?.target;
  return target === undefined ? undefined : findShape(model, target);
}

function isText({ type }: Shape): boolean {
  return type === "string" || type === "enum";
}

function namesBeside({ members }: Shape, names: readonly string[]): readonly string[] {
  return [...members.keys()].filter((name) => !names.includes(name));
}
