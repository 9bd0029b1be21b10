import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { assemble } from "../../../codegen/src/model/assemble/assemble.js";
import { toJsonAst } from "../../../codegen/src/model/to-json-ast.js";
import { toIdl } from "../../../codegen/src/to-idl/to-idl.js";
import { allFeatures } from "../../features/support/all-features.js";
import { repository } from "../support/generated.js";

/* A model that is written as Smithy IDL and read again is the same model. */

const options = { allowUnknownTraits: true };

function read(files: Iterable<readonly [name: string, text: string]>): string {
  const sources = [...files].map(([name, text]) => ({ name, bytes: Buffer.from(text) }));
  const { model, events } = assemble(sources, options);
  const errors = events.filter(({ severity }) => severity === "ERROR");
  expect(errors).toEqual([]);
  return toJsonAst(model, { mixins: "keep" });
}

function write(text: string): ReadonlyMap<string, string> {
  const { model } = assemble([{ name: "model.json", bytes: Buffer.from(text) }], options);
  return toIdl(model);
}

function expectRoundTrip(json: string): void {
  const files = [...write(json)].map(([name, text]) => [`${name}.smithy`, text] as const);
  expect(read(files)).toBe(read([["model.json", json]]));
}

describe("reads back as the same model", () => {
  const folders = ["model", "test/models"].map((path) => join(repository, path));
  const files = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .map((name) => [name, join(folder, name)] as const)
      // Others are apply statements for shapes of the model, or data that is not in Smithy's format.
      .filter(([, path]) => readFileSync(path, "utf8").includes('"type": "service"')),
  );

  it.each(files)("%s", (_, path) => {
    expectRoundTrip(readFileSync(path, "utf8"));
  });

  it("a model with apply statements of another file", () => {
    const parts = ["apigatewayv2", "constraints"].map(
      (name) =>
        [`${name}.json`, readFileSync(join(repository, `model/${name}.json`), "utf8")] as const,
    );
    expectRoundTrip(read(parts));
  });
});

describe("reads back as the same model: the feature", () => {
  let features: Awaited<ReturnType<typeof allFeatures>> = [];
  beforeAll(async () => {
    features = await allFeatures();
  });

  it("of each kind", () => {
    let count = 0;
    for (const [name, { given }] of features) {
      const text = JSON.stringify(given);
      const { events } = assemble([{ name, bytes: Buffer.from(text) }], options);
      // Features that show what is refused, or what only the generator accepts, are not models.
      if (events.some(({ severity }) => severity === "ERROR")) continue;
      expectRoundTrip(text);
      count++;
    }
    expect(count).toBeGreaterThan(50);
  });
});

const given = {
  smithy: "2.0",
  metadata: { "two words": [1, { "a b": null }], plain: "x" },
  shapes: {
    "a.b#Do": {
      type: "operation",
      input: { target: "a.b#DoInput" },
      output: { target: "a.b#Other" },
      traits: { "smithy.api#documentation": "Does it.\n\nTwice." },
    },
    "a.b#DoInput": {
      type: "structure",
      members: {
        String: { target: "a.b#String", traits: { "smithy.api#required": {} } },
        list: { target: "c#Numbers" },
        count: { target: "smithy.api#Integer", traits: { "smithy.api#default": 3 } },
      },
      traits: { "smithy.api#input": {} },
    },
    "a.b#Other": { type: "structure", members: {} },
    "a.b#String": { type: "string", traits: { "smithy.api#documentation": "Ends with a space. " } },
    "c#Numbers": {
      type: "list",
      member: { target: "smithy.api#String" },
      traits: { "smithy.api#length": { min: 1 } },
    },
  },
};

it("writes IDL as people do", () => {
  const [first, second] = write(JSON.stringify(given)).values();
  expect(first).toBe(`$version: "2.0"

metadata "two words" = [
    1
    {
        "a b": null
    }
]

metadata plain = "x"

namespace a.b

use c#Numbers

/// Does it.
///
/// Twice.
operation Do {
    input := {
        @required
        String: String

        list: Numbers

        count: Integer = 3
    }

    output: Other
}

structure Other {}

@documentation("Ends with a space. ")
string String
`);
  expect(second).toBe(`$version: "2.0"

namespace c

@length(min: 1)
list Numbers {
    member: String
}
`);
});

it("writes hostile texts so that they are read as they were", () => {
  const texts = [
    '"""',
    "*/ // /// \\",
    "${x} \u2028 \u2029 \u0000 \u001f",
    "\ud800 lone",
    "a\r\nb\rc",
    " leading",
    "trailing ",
    "",
    "\n",
    "line\n\n\n",
    "\ttab\t",
    "𝒳 é",
  ];
  const shapes = Object.fromEntries(
    texts.map((text, index) => [
      `a#S${index}`,
      {
        type: "string",
        traits: {
          "smithy.api#documentation": text,
          "smithy.api#externalDocumentation": { [`k ${text}`]: text },
        },
      },
    ]),
  );
  expectRoundTrip(JSON.stringify({ smithy: "2.0", shapes }));
});
