import type { Shape } from "../../codegen/src/ir/ir.js";

/**
 * Whether a value is one of those that the SDK misreads, as `known-differences.ts` shows:
 * random values of that kind are passed over elsewhere.
 */
export function isMisreadBySdk(shape: Shape, value: unknown): boolean {
  if (value === null || value === undefined) return false;
  switch (shape.kind) {
    case "timestamp":
      return (value as Date).getUTCFullYear() < 100;
    case "structure":
      return shape.members.some(({ property, target }) =>
        isMisreadBySdk(target, (value as Record<string, unknown>)[property]),
      );
    case "list":
      return (value as unknown[]).some((item) => isMisreadBySdk(shape.member.target, item));
    case "map":
      return (
        (isAggregate(shape.value.target) && Object.hasOwn(value, "__proto__")) ||
        Object.values(value).some((item) => isMisreadBySdk(shape.value.target, item))
      );
    default:
      return false;
  }
}

function isAggregate({ kind }: Shape): boolean {
  return kind === "structure" || kind === "map" || kind === "list" || kind === "union";
}
