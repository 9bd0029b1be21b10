import type { AstShape, ShapeId, Traits } from "./ast.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Application, ParsedModel } from "./parse-model.js";
import { suggest } from "./suggest.js";

const noMember = "cannot apply traits: the shape has no such member";

/** How to apply an overlay. */
export interface ApplyOptions {
  /** Whether statements for shapes and members that the model does not have are skipped, and no errors. */
  readonly skipMissing?: boolean;
}

/** Traits for a member that a shape inherits from a mixin. They are applied after mixins are resolved. */
export interface LateApplication {
  readonly id: ShapeId;
  readonly apply: (mixed: AstShape) => AstShape;
}

/**
 * Applies the `apply` statements of a model or an overlay. Their traits replace those of the shapes,
 * so that an overlay can correct a model.
 * @returns the statements that can be applied only after mixins are resolved
 */
export function applyTraits(
  shapes: Map<ShapeId, AstShape>,
  applications: readonly Application[],
  diagnostics: Diagnostics,
  { skipMissing = false }: ApplyOptions = {},
): LateApplication[] {
  const late: LateApplication[] = [];
  for (const { target, traits } of applications) {
    const [id = "", member] = target.split("$", 2);
    const shape = shapes.get(id);
    if (shape === undefined) {
      if (skipMissing) continue;
      diagnostics.error(
        "SC1206",
        target,
        `cannot apply traits: the model has no such shape.${suggest(id, shapes.keys())}`,
      );
      continue;
    }
    const applied =
      member === undefined ? withTraits(shape, traits) : withMemberTraits(shape, member, traits);
    if (applied !== undefined) {
      shapes.set(id, applied);
    } else if (member !== undefined && shape.mixins.length > 0) {
      late.push({
        id,
        apply: (mixed) =>
          withMemberTraits(mixed, member, traits) ??
          (skipMissing ? mixed : undefined) ??
          diagnostics.fail("SC1207", target, noMember),
      });
    } else if (!skipMissing) {
      diagnostics.error("SC1207", target, noMember);
    }
  }
  diagnostics.throwIfErrors();
  return late;
}

/** Applies an overlay to a model. An overlay is a model that contains only `apply` statements. */
export function applyOverlay(
  model: ParsedModel,
  overlay: ParsedModel,
  diagnostics: Diagnostics,
  options: ApplyOptions = {},
): LateApplication[] {
  for (const id of overlay.shapes.keys()) {
    diagnostics.error(
      "SC1208",
      id,
      'an overlay can only contain shapes of type "apply"; add other shapes to the model',
    );
  }
  return applyTraits(model.shapes, overlay.applications, diagnostics, options);
}

function withTraits<T extends { readonly traits: Traits }>(holder: T, traits: Traits): T {
  return { ...holder, traits: { ...holder.traits, ...traits } };
}

function withMemberTraits(shape: AstShape, name: string, traits: Traits): AstShape | undefined {
  switch (shape.type) {
    case "structure":
    case "union":
    case "enum":
    case "intEnum": {
      const member = shape.members.get(name);
      if (member === undefined) return undefined;
      return { ...shape, members: new Map(shape.members).set(name, withTraits(member, traits)) };
    }
    case "list":
    case "set":
      return name === "member" ? { ...shape, member: withTraits(shape.member, traits) } : undefined;
    case "map":
      if (name === "key") return { ...shape, key: withTraits(shape.key, traits) };
      if (name === "value") return { ...shape, value: withTraits(shape.value, traits) };
      return undefined;
    default:
      return undefined;
  }
}
