import { nameOf } from "../load/names.js";
import type { OperationShape, Shape, ShapeId, SmithyModel } from "../model/model.js";

/** The suffixes of the names of inputs and outputs that are written in their operations. */
export interface InlineSuffixes {
  readonly input: string;
  readonly output: string;
}

/** The structures of a file that are written in place of a reference, `input := { ... }`. */
export interface InlineShapes {
  readonly suffixes: InlineSuffixes;
  readonly ids: ReadonlySet<ShapeId>;
}

const inputSuffixes = ["Input", "Request"];
const outputSuffixes = ["Output", "Response"];

/**
 * Finds the inputs and outputs of a namespace that only their operation uses and that are named for it, and the
 * suffixes that most of them have (Smithy 2.0, "Inline input / output shapes").
 */
export function findInlineShapes(model: SmithyModel, shapes: readonly Shape[]): InlineShapes {
  const uses = countUses(model);
  const operations = shapes.filter((shape) => shape.type === "operation");
  const find = (kind: "input" | "output", suffix: string): ShapeId[] =>
    operations
      .filter((operation) => isInline(model, operation, kind, suffix, uses))
      .map((operation) => operation[kind]);
  const [input, inputs] = best(inputSuffixes, (suffix) => find("input", suffix));
  const [output, outputs] = best(outputSuffixes, (suffix) => find("output", suffix));
  return { suffixes: { input, output }, ids: new Set([...inputs, ...outputs]) };
}

function best(
  suffixes: readonly string[],
  find: (suffix: string) => ShapeId[],
): [suffix: string, ids: ShapeId[]] {
  const candidates = suffixes.map((suffix): [string, ShapeId[]] => [suffix, find(suffix)]);
  return candidates.reduce((one, other) => (other[1].length > one[1].length ? other : one));
}

function isInline(
  model: SmithyModel,
  operation: OperationShape,
  kind: "input" | "output",
  suffix: string,
  uses: ReadonlyMap<ShapeId, number>,
): boolean {
  const id = operation[kind];
  const shape = model.shapes.get(id);
  return (
    id === `${operation.id}${suffix}` &&
    nameOf(id) !== "" &&
    shape?.type === "structure" &&
    // The trait of an inline structure is implied, so a structure without it cannot be written in place.
    shape.traits.has(`smithy.api#${kind}`) &&
    uses.get(id) === 1
  );
}

/** How often each shape is referred to by another. */
function countUses(model: SmithyModel): ReadonlyMap<ShapeId, number> {
  const uses = new Map<ShapeId, number>();
  for (const shape of model.shapes.values()) {
    for (const { target } of shape.members.values()) count(uses, target);
    for (const id of shape.mixins) count(uses, id);
    if (shape.type === "operation")
      for (const id of [shape.input, shape.output, ...shape.errors]) count(uses, id);
  }
  return uses;
}

function count(uses: Map<ShapeId, number>, id: ShapeId): void {
  uses.set(id, (uses.get(id) ?? 0) + 1);
}
