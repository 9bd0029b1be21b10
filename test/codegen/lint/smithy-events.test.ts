import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { assemble } from "../../../codegen/src/model/assemble/assemble.js";
import { validateModel } from "../../../codegen/src/lint/validate-model.js";
import { findIdlTests } from "../idl/fixtures.js";

/* The events that Smithy itself finds in its own invalid models: severity, shape and id. */

interface WantedEvent {
  readonly severity: string;
  readonly shape: string;
  readonly id: string;
}

const root = findIdlTests();
const folder = root === undefined ? undefined : join(root, "errorfiles");

function* files(path: string): Iterable<string> {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const place = join(path, entry.name);
    if (entry.isDirectory()) yield* files(place);
    else if (entry.name.endsWith(".errors")) yield place.slice(0, -".errors".length);
  }
}

/** A line is `[SEVERITY] shape: message | Id`; a message can have more lines. */
function parse(text: string): readonly WantedEvent[] {
  const lines = text.split(/\n(?=\[(?:NOTE|WARNING|DANGER|ERROR|SUPPRESSED)\] )/);
  return lines
    .map((line) => /^\[(\w+)\] (\S+): [^]*\| (\S+)\s*$/.exec(line.trim()))
    .filter((match) => match !== null)
    .map(([, severity = "", shape = "", id = ""]) => ({ severity, shape, id }));
}

/* As Smithy's own tests compare events: a wanted id stands for those below it too, and a line for any number of events. */
const fits = (found: WantedEvent, wanted: WantedEvent): boolean =>
  found.severity === wanted.severity &&
  found.shape === wanted.shape &&
  (found.id === wanted.id || found.id.startsWith(`${wanted.id}.`));
const ignored = /^(?:ModelDeprecation|DeprecatedTrait|DeprecatedShape)(?:\.|$)/;

const show = ({ severity, shape, id }: WantedEvent): string => `[${severity}] ${shape} | ${id}`;

describe.skipIf(folder === undefined)("finds what Smithy finds in", () => {
  const names = folder === undefined ? [] : [...files(folder)];
  it.each(names.map((name) => [relative(folder ?? "", name), name]))("%s", (_, name) => {
    const path = [`${name}.smithy`, `${name}.json`].find((each) => {
      try {
        return readFileSync(each).length > 0;
      } catch {
        return false;
      }
    });
    const source = { name: path ?? "", bytes: readFileSync(path ?? "") };
    const { model, events } = assemble([source]);
    const found = validateModel(model, { events }).map(({ severity, shape = "-", id }) => ({
      severity,
      shape,
      id,
    }));
    const wanted = parse(readFileSync(`${name}.errors`, "utf8"));
    const missing = wanted.filter((each) => !found.some((event) => fits(event, each)));
    const unwanted = found
      .filter((event) => !wanted.some((each) => fits(event, each)))
      .filter(({ severity, id }) => severity !== "SUPPRESSED" && !ignored.test(id));
    expect({ missing: missing.map(show), unwanted: unwanted.map(show) }).toEqual({
      missing: [],
      unwanted: [],
    });
  });
});
