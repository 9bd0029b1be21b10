import { findShape } from "../../../model/find-shape.js";
import { isNodeArray, isNodeObject, property } from "../../../model/nodes.js";
import type { NodeObject } from "../../../model/node.js";
import type {
  OperationShape,
  ServiceShape,
  ShapeId,
  Trait,
  ValidationEvent,
} from "../../../model/model.js";
import { checkValue } from "../../values/check-value.js";
import type { Rule, RuleContext } from "../../rule.js";
import { operationsOf } from "../services/contained.js";

const examplesId = "smithy.api#examples";

/** The examples of an operation fit its input, its output and its errors. */
export const examplesTrait: Rule = {
  id: "ExamplesTrait",
  *check(context) {
    const operations = context.withTrait(examplesId);
    if (operations.length === 0) return;
    const services = servicesByOperation(context);
    for (const operation of operations) {
      const trait = operation.traits.get(examplesId);
      if (!("type" in operation) || operation.type !== "operation" || trait === undefined) continue;
      const errors = errorsOf(operation, services.get(operation.id) ?? []);
      for (const example of isNodeArray(trait.value) ? trait.value : [])
        if (isNodeObject(example))
          yield* new ExampleCheck(operation, trait, errors, context).check(example);
    }
  },
};

function servicesByOperation({ model, shapesOf }: RuleContext): Map<ShapeId, ServiceShape[]> {
  const services = new Map<ShapeId, ServiceShape[]>();
  for (const service of shapesOf("service"))
    for (const { id } of operationsOf(model, service))
      services.set(id, [...(services.get(id) ?? []), service]);
  return services;
}

/** The errors of an operation, and those that every service has which it belongs to. */
function errorsOf(
  { errors }: OperationShape,
  [first, ...others]: readonly ServiceShape[],
): ReadonlySet<ShapeId> {
  const common = (first?.errors ?? []).filter((id) =>
    others.every((service) => service.errors.includes(id)),
  );
  return new Set([...errors, ...common]);
}

class ExampleCheck {
  constructor(
    operation: OperationShape,
    trait: Trait,
    errors: ReadonlySet<ShapeId>,
    context: RuleContext,
  ) {
    this.#operation = operation;
    this.#trait = trait;
    this.#errors = errors;
    this.#context = context;
  }

  readonly #operation: OperationShape;
  readonly #trait: Trait;
  readonly #errors: ReadonlySet<ShapeId>;
  readonly #context: RuleContext;

  *check(example: NodeObject): Iterable<ValidationEvent> {
    const [output, error] = [property(example, "output"), property(example, "error")];
    const isLenient = property(example, "allowConstraintErrors") === true;
    if (isLenient && error === undefined)
      yield this.#fail(example, "has allowConstraintErrors, but no error");
    yield* this.#part(example, "input", this.#operation.input, property(example, "input"));
    if (output !== undefined && error !== undefined)
      yield this.#fail(example, "has both an output and an error");
    else if (output !== undefined)
      yield* this.#part(example, "output", this.#operation.output, output);
    else if (isNodeObject(error)) {
      const id = property(error, "shapeId");
      if (typeof id !== "string") return;
      if (this.#errors.has(id)) yield* this.#part(example, "error", id, property(error, "content"));
      else yield this.#fail(example, `has the error ${id}, which the operation does not have`);
    }
  }

  *#part(
    example: NodeObject,
    part: string,
    shapeId: ShapeId,
    value: ReturnType<typeof property> = {},
  ): Iterable<ValidationEvent> {
    const { model, graph } = this.#context;
    const shape = findShape(model, shapeId);
    if (shape === undefined) return;
    yield* checkValue(shape, value, {
      graph,
      id: "ExamplesTrait",
      about: this.#operation,
      location: this.#trait.location,
      what: `the ${part} of the example ${titleOf(example)}`,
      lenientConstraints: property(example, "allowConstraintErrors") === true,
    });
  }

  #fail(example: NodeObject, problem: string): ValidationEvent {
    const { location } = this.#trait;
    const message = `the example ${titleOf(example)} ${problem}`;
    return this.#context.event("ERROR", this.#operation, message, { location });
  }
}

function titleOf(example: NodeObject): string {
  return JSON.stringify(property(example, "title") ?? null);
}
