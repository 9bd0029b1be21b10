import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { assemble } from "../../../codegen/src/model/assemble/assemble.js";
import { validateModel } from "../../../codegen/src/lint/validate-model.js";
import { findIdlTests } from "../idl/fixtures.js";

/*
 * The events that Smithy itself finds in its own invalid models: severity, shape and id. As in Smithy's own tests, an
 * id stands for those that begin with it and a dot, and events about deprecated things need not be listed.
 */

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

const show = ({ severity, shape, id }: WantedEvent): string => `[${severity}] ${shape} | ${id}`;

const standsFor = (wanted: WantedEvent, { severity, shape, id }: WantedEvent): boolean =>
  wanted.severity === severity &&
  wanted.shape === shape &&
  (id === wanted.id || id.startsWith(`${wanted.id}.`));

const isAboutDeprecation = ({ id }: WantedEvent): boolean =>
  /^(?:ModelDeprecation|DeprecatedTrait|DeprecatedShape)(?:\.|$)/.test(id);

/** Found events as the file lists them, so that a difference can be read. */
function normalize(
  found: readonly WantedEvent[],
  wanted: readonly WantedEvent[],
): readonly WantedEvent[] {
  return found.flatMap((event) => {
    const listed =
      wanted.find(({ id, ...rest }) => id === event.id && standsFor({ id, ...rest }, event)) ??
      wanted.find((each) => standsFor(each, event));
    if (listed !== undefined) return [listed];
    return isAboutDeprecation(event) || event.severity === "SUPPRESSED" ? [] : [event];
  });
}

/** Files that list an event once for several, or twice for one; Smithy's tests do not count. */
const uncounted: ReadonlySet<string> = new Set([
  "validators/event-payload-validation",
  "validators/linters/emit-each-invalid-selector",
  "validators/linters/emit-each-selector-requires-selectors",
]);

describe.skipIf(folder === undefined)("finds what Smithy finds in", () => {
  const names = folder === undefined ? [] : [...files(folder)];
  it.each(names.map((name) => [relative(folder ?? "", name), name]))("%s", (title, name) => {
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
    const shown = (list: readonly WantedEvent[]): readonly string[] => {
      const lines = list.map(show);
      return (uncounted.has(title) ? [...new Set(lines)] : lines).sort();
    };
    expect(shown(normalize(found, wanted))).toEqual(shown(wanted));
  });
});
