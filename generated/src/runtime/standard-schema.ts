import { describeMismatch } from "./errors.js";
import { root, toPointer, toSegments, type Path } from "./path.js";
import type { ReadPlace } from "./reader.js";
import { reportUnknownMembers, type DescribeSearch } from "./unknown-members.js";
import {
  startValidation,
  toStandardIssue,
  type CheckPlace,
  type FoundIssue,
} from "./validation.js";
import type { StandardIssue, StandardOptions, StandardResult, ValidateOptions } from "./types.js";

type Read<Value> = (json: unknown, here: ReadPlace) => Value;
type Check = (value: unknown, here: CheckPlace) => void;

/**
 * Validates wire JSON by a shape's reader and its check.
 * @param describe finds out which members the model does not have, where that is asked for
 */
export function validateJson<Value>(
  json: unknown,
  read: Read<Value>,
  check: Check,
  options?: StandardOptions,
  describe?: DescribeSearch,
): StandardResult<Value> {
  const { libraryOptions } = options ?? {};
  const { value, issues, omitted } = examineJson(json, read, check, libraryOptions, describe);
  if (issues.length === 0 && omitted === 0) return { value };
  const rest = { message: `There are ${omitted} more issues.`, path: [] };
  return { issues: omitted > 0 ? [...issues, rest] : issues };
}

/** What there is to say about wire JSON; the value is one of the type where there are no issues. */
export interface Examined<Value> {
  readonly value: Value;
  readonly issues: readonly StandardIssue[];
  /** How many more issues there are than `issues` holds. */
  readonly omitted: number;
}

/** Reads wire JSON by a server's rules, and checks what was read. */
export function examineJson<Value>(
  json: unknown,
  read: Read<Value>,
  check: Check,
  options: ValidateOptions = {},
  describe?: DescribeSearch,
): Examined<Value> {
  const { maxIssues = 100 } = options;
  const found: StandardIssue[] = [];
  const misread: Misread = { at: new Set(), above: new Set() };
  const note = (place: ReadPlace, expected: string, received: string): void => {
    const path = toPointer(place, "key");
    const message = describeMismatch({ path, expected, received });
    found.push({ message, path: toSegments(place, "key") });
    misread.at.add(path);
    for (let node = place.parent; node !== undefined; node = node.parent) {
      const pointer = toPointer(node, "key");
      if (misread.above.has(pointer)) break;
      misread.above.add(pointer);
    }
  };
  const value = read(json, root({ strict: true, note, statusCode: undefined }));
  const isRead = found.length === 0;
  const place = startValidation({ ...options, maxIssues: isRead ? maxIssues : Infinity }, true);
  // What the model does not have was passed over in reading.
  if (place.context.reportUnknown && describe !== undefined)
    reportUnknownMembers(json, describe, place);
  check(value, place);
  const { found: checked = [], omitted } = place.context;
  // What could not be read is missing from the value; that it is missing is no second issue.
  const broken = isRead ? checked : checked.filter((issue) => !isDue(issue, misread));
  const issues = [
    ...found.slice(0, maxIssues),
    ...broken.slice(0, Math.max(0, maxIssues - found.length)).map(toStandardIssue),
  ];
  return { value, issues, omitted: omitted + found.length + broken.length - issues.length };
}

/** Where values could not be read: JSON pointers to them, and to what they are in. */
interface Misread {
  readonly at: Set<string>;
  readonly above: Set<string>;
}

/** Whether an issue is there only because values could not be read. */
function isDue({ path, constraint }: FoundIssue, misread: Misread): boolean {
  for (let node: Path | undefined = path; node !== undefined; node = node.parent) {
    if (misread.at.has(toPointer(node, "key"))) return true;
  }
  // Items that could not be read are all the same.
  return constraint === "uniqueItems" && misread.above.has(toPointer(path, "key"));
}
