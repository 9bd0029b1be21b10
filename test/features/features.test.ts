import { beforeAll, describe, expect, it } from "vitest";
import { ModelError, type Diagnostic } from "smithy-codec";
import { compileErrors } from "../codegen/support/compile.js";
import { generateFrom } from "../codegen/support/generated.js";
import { allFeatures } from "./support/all-features.js";
import { OutputFiles } from "./support/output-files.js";
import { runWant, titleOf, type Output } from "./support/run-want.js";

const features = await allFeatures();
const names = features.map(([name]) => name);

const written = new OutputFiles();

describe.each(features)("%s", (name, feature) => {
  const { given, options, want, warnings = [], refused = {} } = feature;
  let output: Output;
  let warned: readonly Diagnostic[] = [];

  beforeAll(async () => {
    const result = await generateFrom(given, options);
    warned = result.warnings;
    output = { files: result.files, exports: await written.import(name, result.files) };
  });

  it("warns of nothing else", () => {
    expect(warned.map(({ place, message }) => `${place}: ${message}`)).toEqual(warnings);
  });

  it.each(want.map((one) => [titleOf(one), one] as const))("%s", async (_, one) => {
    await runWant(one, output);
  });

  it.each(Object.entries(refused))("is refused: %s", async (_, { given: wrong, errors }) => {
    const error: unknown = await generateFrom(wrong, options).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ModelError);
    const { diagnostics } = error as ModelError;
    expect(diagnostics.map(({ place, message }) => `${place}: ${message}`)).toEqual(errors);
  });
});

describe("all features together", () => {
  it("compile", () => {
    expect(new Set([...written.all.keys()].map((path) => path.split("/")[0]))).toEqual(
      new Set([...names, "runtime"]),
    );
    expect(compileErrors(written.all)).toEqual([]);
  });
});
