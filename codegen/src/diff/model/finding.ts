import type { ShapeId } from "../../load/ast.js";
import type { Finding } from "../change.js";

/** Makes a finding about a shape as a whole. */
export function findingAt(
  place: ShapeId,
  finding: Pick<Finding, "id" | "summary" | "effects"> & Partial<Finding>,
): Finding {
  return { before: undefined, after: undefined, ...finding, place, directions: [] };
}

/** The greatest length of a value in a report, in UTF-16 code units; rules for endpoints have many thousands. */
const maxLength = 200;

/** A value of a trait or of metadata as text; `undefined` if there is none. */
export function valueText(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  const text = JSON.stringify(value, (_, part: unknown) =>
    typeof part === "bigint" ? Number(part) : part,
  );
  return text.length > maxLength ? `${text.slice(0, maxLength)}...` : text;
}
