import { findShape } from "../../../model/find-shape.js";
import type { Shape, ShapeId, SmithyModel } from "../../../model/model.js";
import { numberMember } from "../http/trait-values.js";
import { anything, SampleArray, SampleObject, type Sample } from "./sample.js";

/** The members that were visited on the way to a shape: of each container, the first ones. */
type Visited = ReadonlyMap<ShapeId, number>;

const numbers: ReadonlySet<string> = new Set([
  "byte",
  "short",
  "integer",
  "long",
  "float",
  "double",
  "bigInteger",
  "bigDecimal",
  "intEnum",
]);

/** How many characters or items a sample has at most, whatever a model demands. */
const maxLength = 100;

/** Returns a value that a shape allows. What is recursive is anything. */
export function sampleOf(model: SmithyModel, id: ShapeId, visited: Visited = new Map()): Sample {
  const shape = findShape(model, id);
  if (shape === undefined) return anything;
  if (numbers.has(shape.type)) return inRange(shape);
  switch (shape.type) {
    case "boolean":
      return true;
    case "timestamp":
      return 0;
    case "blob":
      return "blob";
    case "string":
    case "enum":
      return "a".repeat(lengthOf(shape));
    case "list": {
      const item = memberOf(model, shape, 0, visited);
      return new SampleArray([item], lengthOf(shape));
    }
    case "map": {
      const key = "a".repeat(lengthOf(findShape(model, shape.members.get("key")?.target ?? "")));
      return new SampleObject(
        Array.from({ length: lengthOf(shape) }, (_, index) => [
          `${key}${index}`,
          () => memberOf(model, shape, 1, visited),
        ]),
      );
    }
    case "structure":
    case "union":
      return new SampleObject(
        [...shape.members.keys()].map((name, index) => [
          name,
          () => memberOf(model, shape, index, visited),
        ]),
      );
    default:
      return anything;
  }
}

function memberOf(model: SmithyModel, shape: Shape, index: number, visited: Visited): Sample {
  const member = [...shape.members.values()][index];
  if (member === undefined || index < (visited.get(shape.id) ?? 0)) return anything;
  return sampleOf(model, member.target, new Map(visited).set(shape.id, index + 1));
}

function lengthOf(shape: Shape | undefined): number {
  const trait = shape?.traits.get("smithy.api#length");
  const [min = 0, max = Infinity] = [numberMember(trait, "min"), numberMember(trait, "max")];
  return Math.min(Math.max(2, min), Math.max(0, max), maxLength);
}

function inRange({ traits }: Shape): number {
  const trait = traits.get("smithy.api#range");
  const [min = 8, max = Infinity] = [numberMember(trait, "min"), numberMember(trait, "max")];
  return Math.min(Math.max(8, min), max);
}
