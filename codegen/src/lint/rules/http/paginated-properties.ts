import { findShape } from "../../../model/find-shape.js";
import type { Member, OperationShape, SmithyModel } from "../../../model/model.js";

/** A property of the trait `paginated`, which names a member of the input or output (Smithy 2.0, "paginated trait"). */
export interface PaginatedProperty {
  readonly name: "inputToken" | "outputToken" | "pageSize" | "items";
  readonly side: "input" | "output";
  /** Whether the operation or its service must have it. */
  readonly isNeeded: boolean;
  readonly types: readonly string[];
  /** Types that are allowed, but not recommended. */
  readonly discouraged: readonly string[];
  /** What it is that the member has the trait `required`. */
  readonly requiredIs?: "ERROR" | "DANGER";
}

const tokens = { isNeeded: true, types: ["string", "map"], discouraged: ["map"] } as const;

export const inputToken: PaginatedProperty = {
  name: "inputToken",
  side: "input",
  ...tokens,
  requiredIs: "ERROR",
};

export const outputToken: PaginatedProperty = {
  name: "outputToken",
  side: "output",
  ...tokens,
  requiredIs: "DANGER",
};

export const pageSize: PaginatedProperty = {
  name: "pageSize",
  side: "input",
  isNeeded: false,
  types: ["byte", "short", "integer", "long"],
  discouraged: ["byte", "short", "long"],
};

export const items: PaginatedProperty = {
  name: "items",
  side: "output",
  isNeeded: false,
  types: ["list", "map"],
  discouraged: [],
};

/** Returns the member that a path leads to, through structures. */
export function findMember(
  model: SmithyModel,
  operation: OperationShape,
  { side }: PaginatedProperty,
  path: string,
): Member | undefined {
  const [first = "", ...rest] = path.split(".");
  let member = findShape(model, operation[side])?.members.get(first);
  for (const name of rest) {
    const shape = member && findShape(model, member.target);
    member = shape?.type === "structure" ? shape.members.get(name) : undefined;
  }
  return member;
}
