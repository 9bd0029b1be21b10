import { diffModels, type DiffReport } from "../../../../codegen/src/diff/diff-models.js";
import { isRecord } from "../../../../codegen/src/load/parse-model.js";
import type { Json } from "../../support/models.js";
import { bytesOf } from "../../support/models.js";
import { example } from "./example.js";

/** What is removed by an edit. */
export const gone: unique symbol = Symbol("gone");

/**
 * Changes of the example model: values by their places. `Do/traits/smithy.api#http/code` is in the shape `t#Do`;
 * a place that begins with a slash is in the model.
 */
export type Edits = Readonly<Record<string, unknown>>;

/** A pair of models: the example, and what edits make of it, with the report that a maintainer should get. */
export interface Pair {
  readonly title: string;
  /** Edits of the earlier model, if the pair needs more than the example has. */
  readonly before?: Edits;
  readonly edits: Edits;
  /** Each change as `severity step id place: message`. */
  readonly want: readonly string[];
}

/** Returns the report of a pair. */
export function reportOf({ before = {}, edits }: Pair): DiffReport {
  const old = edited(example, before);
  return diffModels(
    { models: [{ name: "old.json", bytes: bytesOf(old) }] },
    { models: [{ name: "new.json", bytes: bytesOf(edited(old, edits)) }] },
  );
}

/** Returns the lines of a report. */
export function linesOf({ changes }: DiffReport): string[] {
  return changes.map(
    ({ severity, step, id, place, message }) => `${severity} ${step} ${id} ${place}: ${message}`,
  );
}

/** Returns a copy of a model with changes. */
export function edited(model: Json, edits: Edits): Json {
  // Unlike a structured clone, this makes a copy of each object that is in several places.
  const copy = JSON.parse(JSON.stringify(model)) as Json;
  for (const [path, value] of Object.entries(edits)) {
    const segments = path.startsWith("/") ? path.slice(1).split("/") : ["shapes", ...inShape(path)];
    const last = segments.pop() ?? "";
    let holder: Record<string, unknown> = copy;
    for (const segment of segments) {
      if (!isRecord(holder[segment])) holder[segment] = {};
      holder = holder[segment] as Record<string, unknown>;
    }
    if (value === gone) Reflect.deleteProperty(holder, last);
    else holder[last] = value;
  }
  return copy;
}

function inShape(path: string): string[] {
  const [shape = "", ...rest] = path.split("/");
  return [`t#${shape}`, ...rest];
}
