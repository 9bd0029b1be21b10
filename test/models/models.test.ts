import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { protocolNames } from "../../codegen/src/ir/options.js";
import { compileErrors } from "../codegen/support/compile.js";
import { casesOf } from "../conformance/cases.js";
import { generateSuite } from "../conformance/generated-suite.js";
import { besideRuntime } from "../features/support/output-files.js";
import { protocolsOf } from "../support/protocols-of.js";
import { ownModels } from "./support/own-models.js";
import { rules } from "./support/rules.js";
import { wireCode } from "./support/wire-code.js";

/*
 * One or two models of our own for each protocol. Each has a test for every rule of its protocol, in
 * the form of Smithy's own suites; `want` has the code that is generated for them.
 */

const models = ownModels();
const all = new Map<string, string>();

for (const model of models) {
  const generated = await generateSuite({ ...model, name: `models/${model.name}` }, true);
  for (const [path, text] of besideRuntime(model.name, generated.files)) all.set(path, text);

  describe(model.name, () => {
    for (const { kind, side, id, run } of casesOf(model, generated))
      if (run !== undefined) it(`${side} ${kind} ${id}`, run);

    it("generates the code that a person has read", async () => {
      await expect(wireCode(generated.files)).toMatchFileSnapshot(`want/${model.name}.ts.txt`);
    });
  });
}

describe("all models together", () => {
  it("compile in the strictest settings", () => {
    expect(compileErrors(all)).toEqual([]);
  });

  it("need no package for XML or CBOR", () => {
    const imports = /\b(?:from |import ?\(?)"([^."][^"]*)"/g;
    const packages = [...all.values()].flatMap((text) =>
      [...text.matchAll(imports)].map(([, name]) => name),
    );
    expect(new Set(packages)).toEqual(new Set(["@smithy/types"]));
  });

  it("have wanted code each, and nothing else has", () => {
    const names = readdirSync(new URL("want", import.meta.url));
    expect(names.sort()).toEqual(models.map(({ name }) => `${name}.ts.txt`));
  });

  it.each(protocolNames)("have every rule of %s", (protocol) => {
    const own = models.filter(({ bytes }) => protocolsOf(bytes)[0] === protocol);
    const text = own.map(({ bytes }) => bytes.toString()).join("");
    const traits = rules[protocol].map((name) =>
      name.includes("#") ? name : `smithy.api#${name}`,
    );
    expect(traits.filter((trait) => !text.includes(`"${trait}"`))).toEqual([]);
    expect(own.length).toBeGreaterThan(0);
  });
});
