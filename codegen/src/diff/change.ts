import { escapeControls } from "../load/diagnostics.js";
import type { ShapeId } from "../load/ast.js";

/** Which way data travels: to the service, or from it. */
export type Direction = "input" | "output";

export type Severity = "breaking" | "compatible";

/** One consequence of a change. */
export interface Effect {
  /** What is affected: messages, code that uses the generated types, or what validators accept. */
  readonly on: "wire" | "code" | "validation";
  readonly severity: Severity;
  /** A sentence. */
  readonly text: string;
}

/** One difference between two versions of a service. */
export interface Change {
  /** The kind of change: the property of the IR that changed, such as `Member.required`. */
  readonly id: string;
  /**
   * `breaking` where something that worked for a caller of the service may no longer work: its code
   * does not compile, its requests are rejected, or it misreads responses.
   */
  readonly severity: Severity;
  /** The id of the service, operation, shape or member: in the later version, if it is still there. */
  readonly place: ShapeId;
  /** Where data of this shape occurs; empty for services and operations. */
  readonly directions: readonly Direction[];
  /** What changed, as a phrase about the place. */
  readonly summary: string;
  /** The earlier and the later value as text; `undefined` where there was or is none. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly effects: readonly Effect[];
  /** The summary and the effects as one text. */
  readonly message: string;
}

/** The parts that the rest of a change is made from. */
export type Finding = Omit<Change, "severity" | "message">;

/** Completes a change. */
export function changeOf(finding: Finding): Change {
  const { summary, effects } = finding;
  const isBreaking = effects.some(({ severity }) => severity === "breaking");
  return {
    ...finding,
    severity: isBreaking ? "breaking" : "compatible",
    message: [`${summary}.`, ...effects.map(({ text }) => text)].join(" "),
  };
}

/** The line that a change is printed as, after its severity; control characters are escaped. */
export function formatChange({ place, directions, message }: Change): string {
  const usage = directions.length === 0 ? "" : ` (${directions.join(" and ")})`;
  return escapeControls(`${place}${usage}: ${message}`);
}

/** How many changes there are, as a phrase. */
export function countChanges(changes: readonly Change[]): string {
  if (changes.length === 0) return "No differences";
  const breaks = changes.filter(({ severity }) => severity === "breaking").length;
  const noun = changes.length === 1 ? "difference" : "differences";
  return `${changes.length} ${noun} (${breaks} breaking, ${changes.length - breaks} compatible)`;
}

type Effects = { readonly [On in Effect["on"]]: (text: string) => Effect };

/** Effects that break callers. */
export const breaking: Effects = effectsOf("breaking");

/** Effects that callers can ignore. */
export const compatible: Effects = effectsOf("compatible");

function effectsOf(severity: Severity): Effects {
  return {
    wire: (text) => ({ on: "wire", severity, text }),
    code: (text) => ({ on: "code", severity, text }),
    validation: (text) => ({ on: "validation", severity, text }),
  };
}
