import type { OperationShape, ShapeId, Trait } from "../../../model/model.js";
import type { RuleContext } from "../../rule.js";
import { operationsOf } from "../services/contained.js";
import { parseHostPattern } from "./host-pattern.js";
import { PatternError, type Segment } from "./segments.js";
import { numberMember, textMember } from "./trait-values.js";
import { parseUriPattern, type UriPattern } from "./uri-pattern.js";

/** An operation with a valid trait `http`. */
export interface HttpOperation {
  readonly operation: OperationShape;
  readonly trait: Trait;
  readonly method: string;
  readonly uri: UriPattern;
  readonly code: number;
}

/** The operations of a model that have a trait. */
export function operationsWith(
  { withTrait }: RuleContext,
  id: ShapeId,
): readonly { readonly operation: OperationShape; readonly trait: Trait }[] {
  return withTrait(id).flatMap((entity) => {
    const trait = entity.traits.get(id);
    const isOperation = "type" in entity && entity.type === "operation";
    return isOperation && trait !== undefined ? [{ operation: entity, trait }] : [];
  });
}

/** The operations of a model with the trait `http`. Invalid traits are reported by other rules. */
export function httpOperations(context: RuleContext): readonly HttpOperation[] {
  return operationsWith(context, "smithy.api#http").flatMap(({ operation }) => {
    const http = httpOf(operation);
    return http === undefined ? [] : [http];
  });
}

export function httpOf(operation: OperationShape): HttpOperation | undefined {
  const trait = operation.traits.get("smithy.api#http");
  const [method, text] = [textMember(trait, "method"), textMember(trait, "uri")];
  if (trait === undefined || method === undefined || text === undefined) return undefined;
  const uri = orUndefined(() => parseUriPattern(text));
  const code = numberMember(trait, "code") ?? 200;
  return uri && { operation, trait, method, uri, code };
}

/** The prefix of the host of the trait `endpoint`, if it is valid. */
export function hostPrefixOf({ traits }: OperationShape): readonly Segment[] | undefined {
  const text = textMember(traits.get("smithy.api#endpoint"), "hostPrefix");
  return text === undefined ? undefined : orUndefined(() => parseHostPattern(text));
}

/** The ids of the services of each operation. */
export function servicesOfOperations({
  model,
  shapesOf,
}: RuleContext): ReadonlyMap<ShapeId, readonly ShapeId[]> {
  const services = new Map<ShapeId, ShapeId[]>();
  for (const service of shapesOf("service")) {
    for (const { id } of operationsOf(model, service)) {
      const known = services.get(id);
      if (known === undefined) services.set(id, [service.id]);
      else known.push(service.id);
    }
  }
  return services;
}

function orUndefined<T>(parse: () => T): T | undefined {
  try {
    return parse();
  } catch (error) {
    if (error instanceof PatternError) return undefined;
    throw error;
  }
}
