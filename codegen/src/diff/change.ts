import { escapeControls } from "../diagnostics/text.js";
import type { ShapeId } from "../load/ast.js";

/** Which way data travels: to the service, or from it. */
export type Direction = "input" | "output";

/**
 * How a change affects those who use a service or its generated code. `breaking`: what worked may no longer work.
 * `dangerous`: it works as before in most cases. `compatible`: it works as before.
 */
export type Severity = "breaking" | "dangerous" | "compatible";

/** All severities, the worst first. */
export const severities: readonly Severity[] = ["breaking", "dangerous", "compatible"];

/** The part of a version that a change raises (Semantic Versioning 2.0.0). */
export type SemverStep = "major" | "minor" | "patch" | "none";

/** What a change means, as a class. */
export type ChangeClass = "source-breaking" | "wire-breaking" | "behavior" | "compatible";

/** One effect of a change. */
export interface Effect {
  /**
   * What is affected: messages, code that uses the generated types, what validators accept, or other tools that
   * read the model.
   */
  readonly on: "wire" | "code" | "validation" | "tools";
  readonly severity: Severity;
  /** A sentence that says what the effect is. */
  readonly text: string;
}

/** One difference between two versions of a model. */
export interface Change {
  /**
   * The id of the event that Smithy's diff tool reports, or an id of our own if that tool has none, such as
   * `Service.version`.
   */
  readonly id: string;
  /** The property of the generator's representation of a service that changed, such as `Member.required`. */
  readonly property?: string;
  /** The worst severity of the effects. */
  readonly severity: Severity;
  readonly classes: readonly ChangeClass[];
  readonly step: SemverStep;
  /** The id of the service, operation, shape or member: in the later version, if it is still there. */
  readonly place: ShapeId;
  /** Where data of this shape occurs; empty for services and operations. */
  readonly directions: readonly Direction[];
  /** What changed, as a phrase about the place. */
  readonly summary: string;
  /** The earlier and the later value as text; absent where there was or is none. */
  readonly before?: string;
  readonly after?: string;
  readonly effects: readonly Effect[];
  /** The summary and the effects as one text. */
  readonly message: string;
  /** Where the place is defined, in the later version if it is still there. */
  readonly location?: ChangeLocation;
}

/** A place in a file of a model. */
export interface ChangeLocation {
  readonly file: string;
  /** A JSON pointer (RFC 6901), in a JSON AST. */
  readonly pointer?: string;
  /** Lines and columns count from 1; columns count UTF-16 code units. */
  readonly line: number;
  readonly column: number;
}

/** The parts that the rest of a change is made from. */
export interface Finding {
  readonly id: string;
  /** The id of the event in Smithy's diff tool, if it does not follow from the property. */
  readonly event?: string;
  readonly property?: string;
  readonly place: ShapeId;
  readonly directions: readonly Direction[];
  readonly summary: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly effects: readonly Effect[];
}

/** Completes a change. */
export function changeOf({ before, after, event, ...finding }: Finding): Change {
  const { id: given, summary, effects } = finding;
  const id = event ?? given;
  const severity = worst(effects.map((effect) => effect.severity));
  return {
    ...finding,
    id,
    severity,
    classes: classesOf(effects),
    step: stepOf(id, effects),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    message: [`${summary}.`, ...effects.map(({ text }) => text)].join(" "),
  };
}

/** The worst of some severities; `compatible` if there are none. */
export function worst(found: readonly Severity[]): Severity {
  return severities.find((severity) => found.includes(severity)) ?? "compatible";
}

function classesOf(effects: readonly Effect[]): ChangeClass[] {
  const breaks = (on: Effect["on"]): boolean =>
    effects.some((effect) => effect.on === on && effect.severity === "breaking");
  const classes: ChangeClass[] = [
    ...(breaks("code") ? (["source-breaking"] as const) : []),
    ...(breaks("wire") ? (["wire-breaking"] as const) : []),
    ...(effects.some(isBehavior) ? (["behavior"] as const) : []),
  ];
  return classes.length === 0 ? ["compatible"] : classes;
}

/** Whether programs still compile and messages are still read, but not with the same result. */
function isBehavior({ on, severity }: Effect): boolean {
  return (
    severity === "dangerous" || (severity === "breaking" && (on === "validation" || on === "tools"))
  );
}

/** Only what concerns the package that is generated counts; other tools have versions of their own. */
function stepOf(id: string, effects: readonly Effect[]): SemverStep {
  const own = effects.filter(({ on }) => on !== "tools");
  if (own.some(({ severity }) => severity === "breaking")) return "major";
  const isAddition = id.startsWith("Added") && effects.length === 0;
  return isAddition || own.length > 0 ? "minor" : "patch";
}

/** The line that a change is printed as, after its severity; control characters are escaped. */
export function formatChange({ place, directions, message }: Change): string {
  const usage = directions.length === 0 ? "" : ` (${directions.join(" and ")})`;
  return escapeControls(place === "" ? message : `${place}${usage}: ${message}`);
}

type Effects = { readonly [On in Effect["on"]]: (text: string) => Effect };

/** Effects that break users. */
export const breaking: Effects = effectsOf("breaking");

/** Effects that users should know of. */
export const dangerous: Effects = effectsOf("dangerous");

/** Effects that users can ignore. */
export const compatible: Effects = effectsOf("compatible");

function effectsOf(severity: Severity): Effects {
  return {
    wire: (text) => ({ on: "wire", severity, text }),
    code: (text) => ({ on: "code", severity, text }),
    validation: (text) => ({ on: "validation", severity, text }),
    tools: (text) => ({ on: "tools", severity, text }),
  };
}
