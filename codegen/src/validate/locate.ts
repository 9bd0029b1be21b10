import { pointerOf, type Key } from "../../runtime/values/path.js";
import { scanJson } from "../load/scan-json.js";

/** An issue in a JSON text, with its location. */
export interface LocatedIssue {
  /** The offset in the text, in UTF-16 code units. */
  readonly offset: number;
  /** SC4001 for a syntax error, SC4002 for a violation of the shape. */
  readonly code: "SC4001" | "SC4002";
  /** A JSON pointer (RFC 6901) over wire names, list indices and map keys. */
  readonly path: string;
  readonly message: string;
}

interface UnlocatedIssue {
  readonly path: readonly Key[];
  readonly message: string;
}

/** A node in the tree of paths to locate. */
interface Step {
  readonly next: Map<string, Step>;
  /** The offset of the value. Of duplicate keys the last one counts, as in `JSON.parse`. */
  offset: number | undefined;
}

/**
 * Finds the offsets of issues in the text that was validated, in one pass. A missing value has the
 * offset of the object that it is missing from.
 */
export function locate(text: string, issues: readonly UnlocatedIssue[]): LocatedIssue[] {
  const start: Step = { next: new Map(), offset: undefined };
  for (const { path } of issues) addPath(start, path);
  const way: (Step | undefined)[] = [];
  let last: Step | undefined = start;
  const problem = scanJson(text, {
    value: (key, offset) => {
      if (key === undefined) last = start;
      else last = way[way.length - 1]?.next.get(String(key));
      if (last !== undefined) arrive(last, offset);
      if (isContainer(text, offset)) way.push(last);
    },
    end: () => {
      way.pop();
    },
  });
  if (problem !== undefined) throw new Error(`unexpected syntax error: ${problem.reason}`);
  return issues
    .map(({ path, message }) => ({
      offset: offsetOf(start, path),
      code: "SC4002" as const,
      path: pointerOf(path),
      message,
    }))
    .sort((left, right) => left.offset - right.offset);
}

/** Sets the offset of a value, and discards the offsets within an earlier value of the same key. */
function arrive(step: Step, offset: number): void {
  if (step.offset !== undefined) forget(step);
  step.offset = offset;
}

function forget(step: Step): void {
  const pending = [step];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    next.offset = undefined;
    pending.push(...next.next.values());
  }
}

function isContainer(text: string, offset: number): boolean {
  return text[offset] === "{" || text[offset] === "[";
}

/** Returns the syntax error in a text that is not valid JSON. */
export function syntaxErrorIn(text: string): LocatedIssue {
  const problem = scanJson(text, { value: () => undefined, end: () => undefined });
  return {
    offset: problem?.offset ?? 0,
    code: "SC4001",
    path: "",
    message: `Not valid JSON: ${problem?.reason ?? "it cannot be parsed"}.`,
  };
}

function addPath(start: Step, path: readonly Key[]): void {
  let step = start;
  for (const key of path) {
    let next = step.next.get(String(key));
    if (next === undefined) {
      next = { next: new Map(), offset: undefined };
      step.next.set(String(key), next);
    }
    step = next;
  }
}

function offsetOf(start: Step, path: readonly Key[]): number {
  let step: Step | undefined = start;
  let offset = start.offset ?? 0;
  for (const key of path) {
    step = step?.next.get(String(key));
    offset = step?.offset ?? offset;
  }
  return offset;
}
