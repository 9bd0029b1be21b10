import { describe, expect, expectTypeOf, it } from "vitest";
import {
  defineConfig,
  type Config,
  type IgnoredWarning,
  type OutputConfig,
} from "smithy-codec/config";

const output: OutputConfig = { models: "model.json", out: "out" };
const ignored: IgnoredWarning = { code: "SC1401", reason: "It is ours." };

describe("defineConfig", () => {
  it("returns the configuration", () => {
    const config: Config = { outputs: [output], ignore: [ignored] };
    expect(defineConfig(config)).toBe(config);
  });

  it("takes constants", () => {
    const config = { outputs: [{ models: ["a"], out: "b", long: "bigint" }] } as const;
    expectTypeOf(defineConfig(config)).toEqualTypeOf<Config>();
  });

  it("is checked by the compiler", () => {
    // @ts-expect-error -- There must be outputs.
    defineConfig({});
    // @ts-expect-error -- An output needs a folder.
    defineConfig({ outputs: [{ models: "model.json" }] });
    // @ts-expect-error -- An output needs a model.
    defineConfig({ outputs: [{ out: "out" }] });
    // @ts-expect-error -- There is no such property.
    defineConfig({ outputs: [output], stict: true });
    // @ts-expect-error -- There is no such property.
    defineConfig({ outputs: [{ ...output, output: "a" }] });
    // @ts-expect-error -- There is no such type.
    defineConfig({ outputs: [{ ...output, long: "string" }] });
    // @ts-expect-error -- There is no such protocol.
    defineConfig({ outputs: [{ ...output, protocol: "rpc" }] });
    // @ts-expect-error -- There is no such code.
    defineConfig({ outputs: [output], ignore: [{ ...ignored, code: "SC9999" }] });
    // @ts-expect-error -- A reason is required.
    defineConfig({ outputs: [output], ignore: [{ code: "SC1401" }] });
  });
});
