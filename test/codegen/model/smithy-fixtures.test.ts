import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { SourceFile } from "../../../codegen/src/diagnostics/diagnostics.js";
import { assemble } from "../../../codegen/src/model/assemble/assemble.js";
import { isSameNode } from "../../../codegen/src/model/nodes.js";
import { toAst } from "../../../codegen/src/model/to-ast.js";
import { toJsonAst } from "../../../codegen/src/model/to-json-ast.js";
import { findIdlTests } from "../idl/fixtures.js";

/*
 * Smithy's own tests of how models are loaded. What its validators find is tested with those of ours.
 */

const root = findIdlTests();

function filesIn(folder: string): string[] {
  if (root === undefined) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(?:smithy|json|errors)$/.test(path))
    .map((path) => join(folder, path))
    .sort();
}

const read = (name: string): SourceFile => ({ name, bytes: readFileSync(join(root ?? "", name)) });

describe.skipIf(root === undefined)("valid files", () => {
  test.each(filesIn("valid").filter((path) => path.endsWith(".smithy")))("%s", (path) => {
    const shared = path.includes("use-shapes") ? [read("valid/__shared.json")] : [];
    const models = [path, path.replace(/smithy$/, "json")].map((name) => {
      const { model, events } = assemble([read(name), ...shared], { allowUnknownTraits: true });
      expect(events.filter(({ severity }) => /ERROR|DANGER/.test(severity))).toEqual([]);
      return model;
    });
    const [one, other] = models as [(typeof models)[0], (typeof models)[0]];
    // As text, to see the difference; the order of traits and keys has no meaning.
    if (!isSameNode(toAst(one), toAst(other))) expect(toJsonAst(one)).toBe(toJsonAst(other));
  });
});

/** Refused by validators, not while they are loaded. */
const laterErrors = new Set([
  "invalid/enums/enum-with-bad-values.smithy",
  "invalid/enums/intEnum-with-bad-value.smithy",
  "invalid/enums/intEnum-with-float.smithy",
]);

/** The shape in the first comment of an invalid file. */
function shapeIn({ bytes }: SourceFile): string | undefined {
  return /^\/\/ ?(\S+#[\w$]+): /.exec(new TextDecoder().decode(bytes))?.[1];
}

describe.skipIf(root === undefined)("invalid files", () => {
  const files = filesIn("invalid").filter((path) => !laterErrors.has(path));
  test.each(files)("%s", (path) => {
    const source = read(path);
    const errors = assemble([source]).events.filter(({ severity }) =>
      /ERROR|DANGER/.test(severity),
    );
    expect(errors.length).toBeGreaterThan(0);
    const shape = shapeIn(source);
    if (shape !== undefined) expect(errors.map((event) => event.shape)).toContain(shape);
  });
});

/** Events of validators. */
const later = /\| (?:Target|TraitValue|BadShape\S*|BadTrait\S*)$/;

describe.skipIf(root === undefined)("files with errors", () => {
  const files = filesIn("errorfiles/loader").filter((path) => path.endsWith(".errors"));
  test.each(files)("%s", (path) => {
    const models = ["smithy", "json"].map((end) => path.replace(/errors$/, end));
    const sources = models.filter((name) => existsSync(join(root ?? "", name))).map(read);
    const wanted = new TextDecoder()
      .decode(read(path).bytes)
      .split("\n")
      .filter((line) => line !== "" && !later.test(line))
      .map((line) => line.replace(/^(\[\w+\] \S+): .* \| (\S+)$/, "$1 $2"));
    const found = assemble(sources)
      .events.filter(({ id }) => id !== "ModelDeprecation")
      .map(({ severity, shape = "-", id }) => `[${severity}] ${shape} ${id}`);
    expect([...new Set(found)].sort()).toEqual([...new Set(wanted)].sort());
  });
});
