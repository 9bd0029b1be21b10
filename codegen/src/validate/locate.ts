import { pointerOf, type Key } from "../../runtime/path.js";
import { scanJson } from "./scan-json.js";
import type { LocatedIssue } from "./shape-validator.js";

interface UnlocatedIssue {
  readonly path: readonly Key[];
  readonly message: string;
}

/** A step on the way to places that are looked for. */
interface Step {
  readonly next: Map<string, Step>;
  /** Where the value stands; of equal keys the last counts, as it does for `JSON.parse`. */
  offset: number | undefined;
}

/**
 * Finds where issues stand in the text that they were found in, in one pass. A value that is not
 * there stands where the object begins that lacks it.
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
    .map(({ path, message }) => ({ offset: offsetOf(start, path), path: pointerOf(path), message }))
    .sort((left, right) => left.offset - right.offset);
}

/** Notes where a value stands; what an earlier value of that key held is no more. */
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

/** The problem that keeps a text from being JSON. */
export function syntaxErrorIn(text: string): LocatedIssue {
  const problem = scanJson(text, { value: () => undefined, end: () => undefined });
  return {
    offset: problem?.offset ?? 0,
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
