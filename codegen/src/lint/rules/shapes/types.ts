import type { Shape } from "../../../model/model.js";

/** Whether the values of a shape are texts: enums are strings too. */
export function isTextType({ type }: Shape): boolean {
  return type === "string" || type === "enum";
}
