import { maxDepth } from "../values/path.js";
import { type CheckPlace, report } from "./validation.js";
/** Checks that no two items are deeply equal (Smithy, `uniqueItems` trait). */
export function checkUniqueItems(items: readonly unknown[], here: CheckPlace): void {
  const seen = new Set<unknown>();
  for (const item of items)
    seen.add(typeof item === "object" && item !== null ? canonical(item) : item);
  if (seen.size < items.length) report(here, "uniqueItems", "have unique values", "equal items");
}

/** Returns a text that is the same for two values if and only if they are equal. */
function canonical(value: unknown): unknown {
  return `\0${JSON.stringify(sorted(value, 0))}`;
}

function sorted(value: unknown, depth: number): unknown {
  if (typeof value === "bigint") return { $bigint: String(value) };
  if (value instanceof Date) return { $date: value.getTime() };
  if (value instanceof Uint8Array) return { $bytes: Array.from(value) };
  if (typeof value === "number" && !Number.isFinite(value)) return { $number: String(value) };
  if (typeof value !== "object" || value === null) return value;
  // Deeper values are already reported. They may be cyclic, and then have no JSON.
  if (depth > maxDepth) return null;
  if (Array.isArray(value)) return value.map((item) => sorted(item, depth + 1));
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  const members = entries
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, item]) => [name, sorted(item, depth + 1)]);
  // An object, since a plain array would equal that of a list of lists.
  return { $members: members };
}
