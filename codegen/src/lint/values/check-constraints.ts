import { compareDecimals } from "../../../runtime/values/decimals.js";
import { isShapeId } from "../../load/names.js";
import { findAny } from "../../model/find-shape.js";
import {
  isNodeArray,
  isNodeObject,
  isSameNode,
  nodeType,
  numberText,
  property,
} from "../../model/nodes.js";
import type { Shape, Trait } from "../../model/model.js";
import type { NodeValue } from "../../model/node.js";
import type { Entity } from "../../selectors/attributes.js";
import { parseSelector } from "../../selectors/parse-selector.js";
import { select } from "../../selectors/select.js";
import { SelectorError } from "../../selectors/selector.js";
import type { ConstraintProblem, ValueCheck } from "./value-check.js";

/**
 * Checks a value against the constraint traits of a shape or member.
 * @param shape the shape itself, or the target of the member
 */
export function* checkConstraints(
  holder: Entity,
  shape: Shape,
  value: NodeValue,
  check: ValueCheck,
): Iterable<ConstraintProblem> {
  for (const trait of holder.traits.values()) {
    switch (trait.id) {
      case "smithy.api#length":
        yield* checkLength(holder, shape, trait, value);
        break;
      case "smithy.api#pattern":
        if (isText(shape) && typeof value === "string") yield* checkPattern(holder, trait, value);
        break;
      case "smithy.api#range":
        yield* checkRange(holder, trait, value, check);
        break;
      case "smithy.api#uniqueItems":
        if (isNodeArray(value) && hasDuplicate(value))
          yield { message: `the items for ${holder.id} must be unique` };
        break;
      case "smithy.api#enum":
        if (typeof value === "string") yield* checkEnumTrait(holder, trait, value);
        break;
      case "smithy.api#idRef":
        if (isText(shape) && typeof value === "string") yield* checkIdRef(trait, value, check);
        break;
    }
  }
  if (holder === shape && (shape.type === "enum" || shape.type === "intEnum"))
    yield* checkEnum(shape, value);
}

function isText({ type }: Shape): boolean {
  return type === "string" || type === "enum";
}

function* checkLength(
  { id }: Entity,
  shape: Shape,
  { value: bounds }: Trait,
  value: NodeValue,
): Iterable<ConstraintProblem> {
  const size = sizeOf(shape, value);
  if (size === undefined || !isNodeObject(bounds)) return;
  const [count, unit] = size;
  const [min, max] = [property(bounds, "min"), property(bounds, "max")];
  if (typeof min === "number" && count < min)
    yield { message: `the value for ${id} must have at least ${min} ${unit}, found ${count}` };
  if (typeof max === "number" && count > max)
    yield { message: `the value for ${id} must have at most ${max} ${unit}, found ${count}` };
}

function sizeOf(shape: Shape, value: NodeValue): [count: number, unit: string] | undefined {
  if (typeof value === "string") {
    if (shape.type === "blob") return [Buffer.byteLength(value), "bytes"];
    // Code points, as the specification counts characters.
    return isText(shape) ? [Array.from(value).length, "characters"] : undefined;
  }
  if (isNodeArray(value)) return shape.type === "list" ? [value.length, "items"] : undefined;
  if (!isNodeObject(value)) return undefined;
  return shape.type === "map" ? [Object.keys(value).length, "entries"] : undefined;
}

function* checkPattern(
  { id }: Entity,
  { value: pattern }: Trait,
  value: string,
): Iterable<ConstraintProblem> {
  if (typeof pattern !== "string") return;
  const expression = compile(pattern);
  if (expression === undefined || expression.test(value)) return;
  yield { message: `the value for ${id} must match the pattern ${pattern}` };
}

/** Patterns that are no regular expression of JavaScript are checked by another rule, or are of another dialect. */
function compile(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern, "u");
  } catch {
    return undefined;
  }
}

function* checkRange(
  holder: Entity,
  { value: bounds }: Trait,
  value: NodeValue,
  { lenientZero = false }: ValueCheck,
): Iterable<ConstraintProblem> {
  if (!isNodeObject(bounds)) return;
  const [min, max] = [numberText(property(bounds, "min")), numberText(property(bounds, "max"))];
  const kind = "type" in holder ? "Target" : "Member";
  const what = `the value for ${holder.id}`;
  if (typeof value === "string") {
    if (value === "NaN") yield { message: `${what} must be a number in a range, found NaN` };
    if ((min !== undefined && value === "-Infinity") || (max !== undefined && value === "Infinity"))
      yield { message: `${what} must be within its range, found ${value}`, suffix: () => kind };
    return;
  }
  const text = numberText(value);
  if (text === undefined) return;
  const suffix = (isLenient: boolean): string => (isLenient ? kind : `${kind}.InvalidRange`);
  const isWarning = lenientZero && value === 0;
  if (min !== undefined && compareDecimals(text, min) < 0)
    yield { message: `${what} must be at least ${min}, found ${text}`, suffix, isWarning };
  if (max !== undefined && compareDecimals(text, max) > 0)
    yield { message: `${what} must be at most ${max}, found ${text}`, suffix, isWarning };
}

function hasDuplicate(items: readonly NodeValue[]): boolean {
  const scalars = new Set<NodeValue>();
  const others: NodeValue[] = [];
  for (const item of items) {
    if (typeof item === "object" && item !== null) {
      if (others.some((other) => isSameNode(other, item))) return true;
      others.push(item);
    } else if (scalars.has(item)) return true;
    else scalars.add(item);
  }
  return false;
}

function* checkEnumTrait(
  { id }: Entity,
  { value: definitions }: Trait,
  value: string,
): Iterable<ConstraintProblem> {
  if (!isNodeArray(definitions)) return;
  const values = definitions.filter(isNodeObject).map((each) => property(each, "value"));
  if (values.includes(value)) return;
  yield { message: notOneOf(id, values, value), isStructural: true };
}

function* checkEnum(shape: Shape, value: NodeValue): Iterable<ConstraintProblem> {
  const values = [...shape.members.values()].map(
    ({ traits }) => traits.get("smithy.api#enumValue")?.value,
  );
  if (values.includes(value) || nodeType(value) !== (shape.type === "enum" ? "string" : "number"))
    return;
  yield { message: notOneOf(shape.id, values, value), isStructural: true };
}

function notOneOf(
  id: string,
  values: readonly (NodeValue | undefined)[],
  value: NodeValue,
): string {
  const allowed = values.map((each) => JSON.stringify(each)).join(", ");
  return `the value for ${id} must be one of ${allowed}; found ${JSON.stringify(value)}`;
}

function* checkIdRef(
  { value: options }: Trait,
  value: string,
  { graph }: ValueCheck,
): Iterable<ConstraintProblem> {
  if (!isNodeObject(options)) return;
  const custom = property(options, "errorMessage");
  const fail = (message: string): ConstraintProblem => ({
    message: typeof custom === "string" ? custom : message,
    isStructural: true,
  });
  if (!isShapeId(value, "with member")) {
    const message = `expected the absolute id of a shape, found ${JSON.stringify(value)}`;
    yield { message, isStructural: true };
    return;
  }
  const found = findAny(graph.model, value);
  if (found === undefined) {
    if (property(options, "failWhenMissing") === true)
      yield fail(`the shape ${value} is not in the model`);
    return;
  }
  const selector = property(options, "selector");
  if (typeof selector === "string" && selector !== "*" && !isSelected(selector, found, graph))
    yield fail(`the shape ${found.id} does not match the selector ${selector}`);
}

function isSelected(text: string, entity: Entity, graph: ValueCheck["graph"]): boolean {
  try {
    return graph.matching(text, (selector) => select(graph, parseSelector(selector))).has(entity);
  } catch (error) {
    if (error instanceof SelectorError) return true;
    throw error;
  }
}
