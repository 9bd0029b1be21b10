import { findShape } from "../../../model/find-shape.js";
import type { OperationShape, ShapeId, Trait } from "../../../model/model.js";
import type { ValidationEvent } from "../../../model/model.js";
import type { Rule, RuleContext } from "../../rule.js";
import { operationsWith, servicesOfOperations } from "./operations.js";
import {
  findMember,
  inputToken,
  items,
  outputToken,
  pageSize,
  type PaginatedProperty,
} from "./paginated-properties.js";
import { textMember } from "./trait-values.js";

const id = "smithy.api#paginated";
const properties = [inputToken, pageSize, outputToken, items] as const;

/** The trait paginated names members that exist and have the types of tokens, sizes and lists. */
export const paginatedTrait: Rule = {
  id: "PaginatedTrait",
  *check(context) {
    const operations = operationsWith(context, id);
    if (operations.length === 0) return;
    const services = servicesOfOperations(context);
    for (const { operation, trait } of operations) {
      const found = [...checkOperation({ operation, trait }, context)];
      yield* found;
      if (found.length > 0) continue;
      // Only if the operation is fine by itself, as the same would be found again.
      for (const service of services.get(operation.id) ?? [])
        yield* checkOperation({ operation, trait, service }, context);
    }
  },
};

/** An operation, and the service that it gets the rest of the properties from. */
interface Paginated {
  readonly operation: OperationShape;
  readonly trait: Trait;
  readonly service?: ShapeId;
}

function* checkOperation(paginated: Paginated, context: RuleContext): Iterable<ValidationEvent> {
  for (const property of properties) yield* checkProperty(paginated, property, context);
  if (paginated.service !== undefined) return;
  const { operation, trait } = paginated;
  const path = textMember(trait, "pageSize");
  const size =
    path === undefined ? undefined : findMember(context.model, operation, pageSize, path);
  if (size?.traits.has("smithy.api#required") !== true) return;
  const message = `the trait paginated has the pageSize ${size.name}, which should not be required`;
  const { location } = trait;
  yield context.event("WARNING", operation, message, {
    location,
    suffix: "ShouldNotBeRequired.pageSize",
  });
}

function* checkProperty(
  { operation, trait, service }: Paginated,
  property: PaginatedProperty,
  { model, event }: RuleContext,
): Iterable<ValidationEvent> {
  const { location } = trait;
  const { name, side, types, discouraged, requiredIs } = property;
  const inherited = service === undefined ? undefined : findShape(model, service)?.traits.get(id);
  const path = textMember(trait, name) ?? textMember(inherited, name);
  const where = service === undefined ? "" : `in the service ${service}, `;
  const what = `${where}the trait paginated has the ${name} ${path ?? ""}`;

  if (path === undefined) {
    if (service === undefined || !property.isNeeded) return;
    yield event("ERROR", operation, `${where}the trait paginated has no ${name}`, { location });
    return;
  }
  if (side === "input" && path.includes(".")) {
    const message = `${what}, which must be the name of a member, not a path`;
    yield event("ERROR", operation, message, { location });
    return;
  }
  const member = findMember(model, operation, property, path);
  if (member === undefined) {
    const message = `${what}, which is no member of the ${side} ${operation[side]}`;
    yield event("ERROR", operation, message, { location });
    return;
  }
  if (requiredIs !== undefined && member.traits.has("smithy.api#required")) {
    const message = `${what}, which ${requiredIs === "ERROR" ? "must" : "should"} not be required`;
    yield event(requiredIs, operation, message, { location });
  }
  const type = findShape(model, member.target)?.type ?? "";
  const wanted = types.filter((each) => !discouraged.includes(each)).join(" or ");
  if (!types.includes(type)) {
    const message = `${what}, which is of the type ${type}; expected ${wanted}`;
    yield event("ERROR", operation, message, { location });
  } else if (discouraged.includes(type)) {
    const message = `${what}, which is of the type ${type}; ${wanted} is recommended`;
    yield event("DANGER", operation, message, { location, suffix: `WrongShapeType.${name}` });
  }
  if (path.split(".").length <= 2) return;
  const message = `${what}, which has more than two parts; such outputs are hard to use`;
  yield event("WARNING", operation, message, { location, suffix: `DeeplyNested.${name}` });
}
