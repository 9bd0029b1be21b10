import { describe, expect, it } from "vitest";
import { checkConfig } from "../../../codegen/src/config/check-config.js";
import { ConfigError } from "../../../codegen/src/config/config-error.js";
import { protocolNames } from "../../../codegen/src/ir/options.js";

const output = { models: "model.json", out: "out" };
const ignored = { code: "SC1401", reason: "It is ours." };

/** The violations of a configuration as `POINTER: message`. */
function violations(value: unknown): string[] {
  try {
    checkConfig(value, "a/c.json");
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.diagnostics.map(({ code, severity, file, place, pointer, message }) => {
      expect({ code, severity, file, place }).toEqual({
        ...{ code: "SC3004", severity: "error", file: "a/c.json" },
        place: pointer,
      });
      return `${pointer ?? "none"}: ${message}`;
    });
  }
}

describe("a configuration", () => {
  it("is returned as it is, with everything that it can have", () => {
    const config = {
      $schema: "node_modules/smithy-codec/schemas/config.schema.json",
      outputs: [
        {
          name: "all",
          models: ["a.json", "-"],
          overlays: ["b.json"],
          service: "test#Weather",
          operations: ["A"],
          protocol: "restJson1",
          out: "../src",
          arbitraries: true,
          jsonSchema: "../src/schemas",
          apiReport: "API.md",
          long: "bigint",
          patterns: "skip",
          importExtension: "none",
        },
        { models: "c.json", out: "served", server: true, protocol: ["restJson1", "rpcv2Cbor"] },
        output,
      ],
      strict: false,
      ignore: [ignored, { ...ignored, shape: "test#Thing$a" }],
    };
    expect(checkConfig(config, "c.json")).toEqual(config);
  });

  it.each<[string, unknown, string[]]>([
    ["no object", 3, [": expected an object, found 3"]],
    ["no default export", undefined, [": expected an object, found nothing"]],
    ["a function", () => ({ outputs: [output] }), [": expected an object, found a function"]],
    [
      "an array",
      [output],
      ["/outputs: this property is required", '/0: the property "0" is not known'],
    ],
    ["no outputs", {}, ["/outputs: this property is required"]],
    [
      "an empty list of outputs",
      { outputs: [] },
      ["/outputs: expected at least one output, found an empty array"],
    ],
    ["one output", { outputs: output }, ["/outputs: expected an array, found an object"]],
    [
      "an unknown property",
      { outputs: [output], "a/b~": 1 },
      ['/a~1b~0: the property "a/b~" is not known'],
    ],
    [
      "wrong types",
      { outputs: [output], strict: "yes", ignore: {} },
      [
        '/strict: expected true or false, found "yes"',
        "/ignore: expected an array, found an object",
      ],
    ],
  ])("%s", (_, value, want) => {
    expect(violations(value)).toEqual(want);
  });
});

describe("an output", () => {
  it.each<[string, unknown, string[]]>([
    ["a text", "out", [': expected an object, found "out"']],
    ["empty", {}, ["/models: this property is required", "/out: this property is required"]],
    ["without a folder", { models: "a" }, ["/out: this property is required"]],
    [
      "an empty folder",
      { ...output, out: "" },
      ['/out: expected a path that is not empty, found ""'],
    ],
    ["a folder of another type", { ...output, out: 1 }, ["/out: expected a path, found 1"]],
    [
      "an unknown property",
      { ...output, output: 1 },
      ['/output: the property "output" is not known'],
    ],
    [
      "models of another type",
      { ...output, models: 1 },
      ["/models: expected a string or an array, found 1"],
    ],
    [
      "no models",
      { ...output, models: [] },
      ["/models: expected at least one model, found an empty array"],
    ],
    [
      "models that are no paths",
      { ...output, models: ["a", "", 3] },
      [
        '/models/1: expected a path that is not empty, found ""',
        "/models/2: expected a path, found 3",
      ],
    ],
    [
      "overlays of another type",
      { ...output, overlays: "a" },
      ['/overlays: expected an array, found "a"'],
    ],
    [
      "a name with spaces",
      { ...output, name: "a b" },
      ['/name: expected a name without spaces and commas, found "a b"'],
    ],
    [
      "an unknown protocol",
      { ...output, protocol: "x" },
      [
        `/protocol: expected ${protocolNames.map((name) => `"${name}"`).join(" or ")} or an array, found "x"`,
      ],
    ],
    [
      "an unknown protocol among several",
      { ...output, protocol: ["restJson1", "x"] },
      [`/protocol/1: expected ${protocolNames.map((name) => `"${name}"`).join(" or ")}, found "x"`],
    ],
    [
      "no protocols",
      { ...output, protocol: [] },
      ["/protocol: expected at least one protocol, found an empty array"],
    ],
    [
      "an unknown long",
      { ...output, long: "x" },
      ['/long: expected "number" or "bigint", found "x"'],
    ],
    [
      "an unknown mode",
      { ...output, patterns: null },
      ['/patterns: expected "linear" or "skip", found null'],
    ],
    [
      "an unknown extension",
      { ...output, importExtension: "js" },
      ['/importExtension: expected ".js" or ".ts" or "none", found "js"'],
    ],
  ])("%s", (_, value, want) => {
    const outputs = [{ models: "a.json", out: "other" }, value];
    expect(violations({ outputs })).toEqual(want.map((each) => `/outputs/1${each}`));
  });
});

describe("an entry of `ignore`", () => {
  it.each<[string, unknown, string[]]>([
    ["a code alone", "SC1401", [': expected an object, found "SC1401"']],
    ["without a reason", { code: "SC1401" }, ["/reason: this property is required"]],
    ["a blank reason", { ...ignored, reason: " " }, ['/reason: expected a reason, found " "']],
    [
      "an unknown code",
      { ...ignored, code: "SC9999" },
      ['/code: expected the code of a message, such as SC1401, found "SC9999"'],
    ],
    [
      "a name that every object inherits",
      { ...ignored, code: "toString" },
      ['/code: expected the code of a message, such as SC1401, found "toString"'],
    ],
    ["several shapes", { ...ignored, shape: ["a"] }, ["/shape: expected a string, found an array"]],
  ])("%s", (_, value, want) => {
    const config = { outputs: [output], ignore: [ignored, value] };
    expect(violations(config)).toEqual(want.map((each) => `/ignore/1${each}`));
  });
});

describe("outputs that would overwrite one another", () => {
  const first = { models: "model.json", out: "gen/a", jsonSchema: "schemas", apiReport: "API.md" };

  it.each(["gen/a", "./gen/a", "gen/a/", "gen//a", "gen/b/../a", "../a/gen/a"])(
    "one folder, also as %s",
    (out) => {
      expect(violations({ outputs: [first, { ...output, out }] })).toEqual([
        `/outputs/1/out: ${JSON.stringify(out)} is also the path in /outputs/0/out`,
      ]);
    },
  );

  it("an absolute path", () => {
    const out = `${process.cwd()}/a/gen/a`;
    expect(violations({ outputs: [first, { ...output, out }] })).toHaveLength(1);
  });

  it.each<[string, object, string]>([
    [
      "schemas twice",
      { jsonSchema: "./schemas" },
      '/jsonSchema: "./schemas" is also the path in /outputs/0/jsonSchema',
    ],
    [
      "a report twice",
      { apiReport: "x/../API.md" },
      '/apiReport: "x/../API.md" is also the path in /outputs/0/apiReport',
    ],
    [
      "code among schemas",
      { out: "schemas" },
      '/out: "schemas" is also the path in /outputs/0/jsonSchema',
    ],
    [
      "schemas among code",
      { jsonSchema: "gen/a/." },
      '/jsonSchema: "gen/a/." is also the path in /outputs/0/out',
    ],
    [
      "code inside of code",
      { out: "gen/a/runtime" },
      '/out: "gen/a/runtime" is inside of the folder in /outputs/0/out',
    ],
    [
      "a report inside of code",
      { apiReport: "gen/a/API.md" },
      '/apiReport: "gen/a/API.md" is inside of the folder in /outputs/0/out',
    ],
  ])("%s", (_, other, want) => {
    expect(violations({ outputs: [first, { ...output, ...other }] })).toEqual([
      `/outputs/1${want}`,
    ]);
    expect(violations({ outputs: [{ ...output, ...other }, first] })).toHaveLength(1);
  });

  it("one output alone", () => {
    const own = { ...output, jsonSchema: "out", apiReport: "out/API.md" };
    expect(violations({ outputs: [own] })).toEqual([
      '/outputs/0/jsonSchema: "out" is also the path in /outputs/0/out',
      '/outputs/0/apiReport: "out/API.md" is inside of the folder in /outputs/0/out',
    ]);
  });

  it("not neighbours with similar names, or schemas inside of code", () => {
    const others = [
      { ...output, out: "gen/ab", jsonSchema: "gen/a/schemas" },
      { ...output, out: "gen/b" },
      { ...output, out: "schemas/more" },
    ];
    expect(violations({ outputs: [first, ...others] })).toEqual([]);
  });

  it("one name", () => {
    const outputs = ["a", "b", "a"].map((name, index) => ({ ...output, name, out: `out${index}` }));
    expect(violations({ outputs })).toEqual([
      '/outputs/2/name: "a" is also the name in /outputs/0/name',
    ]);
  });
});
