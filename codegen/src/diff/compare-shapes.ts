import { isNamed } from "../ir/build-service.js";
import type { Shape } from "../ir/ir.js";
import { compare } from "../load/select-service.js";
import { breaking } from "./change.js";
import { compareShape } from "./compare-target.js";
import type { Context } from "./walk.js";

/** Compares every pair of shapes, and reports types that only one version has; sorted by id. */
export function compareShapes(context: Context): void {
  const { pairs, removed, added } = context.versions;
  const steps: (readonly [id: string, step: () => void])[] = [
    ...pairs.map(
      ([before, after]) =>
        [after.id, () => compareShape(before, after, contextOf(after, before, context))] as const,
    ),
    ...removed
      .filter(isExported)
      .map((shape) => [shape.id, () => reportShape(shape, "removed", context)] as const),
    ...added
      .filter(isExported)
      .map((shape) => [shape.id, () => reportShape(shape, "added", context)] as const),
  ];
  for (const [, step] of steps.sort(([left], [right]) => compare(left, right))) step();
}

/** Whether a shape has a type of its own: those of collections are written where they are used. */
export function isExported(shape: Shape): boolean {
  return isNamed(shape) && shape.kind !== "list" && shape.kind !== "map";
}

function contextOf(after: Shape, before: Shape, context: Context): Context {
  const uses = context.versions.usesOf(before, after);
  return { ...context, place: after.id, ...uses, isData: true };
}

function reportShape(shape: Shape, what: "added" | "removed", context: Context): void {
  const uses = context.versions.usesOf(shape, shape);
  const name = isNamed(shape) ? shape.name : shape.id;
  context.report(
    {
      id: `Service.shapes.${what}`,
      summary: `${shape.kind} was ${what}`,
      before: what === "removed" ? name : undefined,
      after: what === "added" ? name : undefined,
      effects:
        what === "removed" ? [breaking.code("Code that uses its type does not compile.")] : [],
    },
    { ...context, place: shape.id, ...uses, isData: true },
  );
}
