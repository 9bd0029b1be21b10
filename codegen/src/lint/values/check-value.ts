import type { Entity } from "../../selectors/attributes.js";
import { findShape } from "../../model/find-shape.js";
import { isNodeArray, isNodeObject, nodeType, property } from "../../model/nodes.js";
import type { Member, Shape, ValidationEvent } from "../../model/model.js";
import type { NodeValue } from "../../model/node.js";
import { checkConstraints } from "./check-constraints.js";
import { checkInteger } from "./check-integer.js";
import { checkTimestamp } from "./check-timestamp.js";
import type { ConstraintProblem, ValueCheck } from "./value-check.js";

/**
 * Checks a node value against a shape (Smithy 2.0, "Trait node values"): types, members, and constraints.
 * @param shape the shape of the value, or a member that targets it
 */
export function checkValue(shape: Entity, value: NodeValue, check: ValueCheck): ValidationEvent[] {
  const checker = new ValueChecker(check);
  checker.check(shape, value, "");
  return checker.events;
}

const integers: ReadonlySet<string> = new Set([
  ...["byte", "short", "integer", "long", "bigInteger", "intEnum"],
]);

class ValueChecker {
  readonly events: ValidationEvent[] = [];
  readonly #check: ValueCheck;

  constructor(check: ValueCheck) {
    this.#check = check;
  }

  check(entity: Entity, value: NodeValue, path: string): void {
    if ("type" in entity) {
      this.#shape(entity, undefined, value, path);
      return;
    }
    const target = findShape(this.#check.graph.model, entity.target);
    if (target === undefined) return;
    this.#constraints(entity, target, value, path);
    this.#shape(target, entity, value, path);
  }

  #shape(shape: Shape, member: Member | undefined, value: NodeValue, path: string): void {
    switch (shape.type) {
      case "document":
        return;
      case "timestamp":
        this.#problems(checkTimestamp(shape, member, value), path);
        return;
      case "boolean":
        this.#leaf(shape, "boolean", value, path);
        return;
      case "blob":
      case "string":
      case "enum":
        this.#leaf(shape, "string", value, path);
        return;
      case "float":
      case "double":
        this.#leaf(shape, "number", value, path, nodeType(value) === "string");
        return;
      case "bigDecimal":
        this.#leaf(shape, "number", value, path);
        return;
      case "list":
        this.#list(shape, value, path);
        return;
      case "map":
        this.#map(shape, value, path);
        return;
      case "structure":
        this.#structure(shape, value, path);
        return;
      case "union":
        this.#union(shape, value, path);
        return;
      case "operation":
      case "resource":
      case "service":
        this.#error(path, `${shape.id} is of type ${shape.type}, which has no values`);
        return;
      default:
        if (integers.has(shape.type)) this.#integer(shape, value, path);
    }
  }

  #leaf(
    shape: Shape,
    expected: string,
    value: NodeValue,
    path: string,
    isAllowed: boolean = nodeType(value) === expected,
  ): void {
    if (!isAllowed && nodeType(value) !== expected) this.#wrongType(shape, expected, value, path);
    else this.#constraints(shape, shape, value, path);
  }

  #integer(shape: Shape, value: NodeValue, path: string): void {
    if (nodeType(value) !== "number") {
      this.#wrongType(shape, "number", value, path);
      return;
    }
    const problem = this.#check.isFormOnly === true ? undefined : checkInteger(shape.type, value);
    if (problem === undefined) this.#constraints(shape, shape, value, path);
    else this.#error(path, problem);
  }

  #list(shape: Shape, value: NodeValue, path: string): void {
    if (!isNodeArray(value)) {
      this.#wrongType(shape, "array", value, path);
      return;
    }
    this.#constraints(shape, shape, value, path);
    const member = shape.members.get("member");
    if (member !== undefined)
      value.forEach((item, index) => this.check(member, item, `${path}.${index}`));
  }

  #map(shape: Shape, value: NodeValue, path: string): void {
    if (!isNodeObject(value)) {
      this.#wrongType(shape, "object", value, path);
      return;
    }
    this.#constraints(shape, shape, value, path);
    const [key, member] = [shape.members.get("key"), shape.members.get("value")];
    for (const [name, item] of Object.entries(value)) {
      if (key !== undefined) this.check(key, name, `${path}.${name} (key)`);
      if (member !== undefined) this.check(member, item, `${path}.${name}`);
    }
  }

  #structure(shape: Shape, value: NodeValue, path: string): void {
    if (!isNodeObject(value)) {
      this.#wrongType(shape, "object", value, path);
      return;
    }
    this.#constraints(shape, shape, value, path);
    for (const [name, item] of Object.entries(value)) {
      const member = shape.members.get(name);
      if (member !== undefined) this.check(member, item, `${path}.${name}`);
      else if (this.#check.isFormOnly !== true) {
        const message = `the member ${name} does not exist in ${shape.id}`;
        this.#add("WARNING", path, message, `UnknownMember.${shape.id}.${name}`);
      }
    }
    for (const { name, traits } of shape.members.values()) {
      if (!traits.has("smithy.api#required") || Object.hasOwn(value, name)) continue;
      this.#constraint(path, `the member ${name}, which ${shape.id} requires, is missing`);
    }
  }

  #union(shape: Shape, value: NodeValue, path: string): void {
    if (!isNodeObject(value)) {
      this.#wrongType(shape, "object", value, path);
      return;
    }
    this.#constraints(shape, shape, value, path);
    const names = Object.keys(value);
    const [name = ""] = names;
    if (names.length !== 1) {
      if (names.length > 1)
        this.#error(path, `a value of the union ${shape.id} has one member, found ${names.length}`);
      return;
    }
    const member = shape.members.get(name);
    if (member === undefined) this.#error(path, `the union ${shape.id} has no member ${name}`);
    else this.check(member, property(value, name) ?? null, `${path}.${name}`);
  }

  #constraints(holder: Entity, shape: Shape, value: NodeValue, path: string): void {
    this.#problems(checkConstraints(holder, shape, value, this.#check), path);
  }

  #problems(problems: Iterable<ConstraintProblem>, path: string): void {
    const { lenientConstraints = false, isFormOnly = false } = this.#check;
    if (isFormOnly) return;
    for (const { message, suffix, isWarning = false, isStructural = false } of problems) {
      const isLenient = isWarning || (lenientConstraints && !isStructural);
      this.#add(isLenient ? "WARNING" : "ERROR", path, message, suffix?.(isLenient));
    }
  }

  #wrongType(shape: Shape, expected: string, value: NodeValue, path: string): void {
    const isLong = typeof value === "string" && value.length > 80;
    const shown = isNodeObject(value) || isNodeArray(value) || value === null || isLong;
    const found = shown ? nodeType(value) : `${nodeType(value)} ${JSON.stringify(value)}`;
    this.#error(path, `expected ${expected} for the ${shape.type} ${shape.id}, found ${found}`);
  }

  #constraint(path: string, message: string): void {
    this.#add(this.#check.lenientConstraints === true ? "WARNING" : "ERROR", path, message);
  }

  #error(path: string, message: string): void {
    this.#add("ERROR", path, message);
  }

  #add(severity: "ERROR" | "WARNING", path: string, message: string, suffix?: string): void {
    const { id, about, location, what } = this.#check;
    this.events.push({
      id: suffix === undefined ? id : `${id}.${suffix}`,
      severity,
      ...(about !== undefined && { shape: about.id }),
      location,
      message: `${what}${path}: ${message}`,
    });
  }
}
