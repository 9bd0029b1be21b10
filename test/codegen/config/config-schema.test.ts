import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { checkConfig } from "../../../codegen/src/config/check-config.js";
import type { JsonObject } from "../../../codegen/runtime/types.js";
import { configSchemaText } from "../../../scripts/schemas/config-schema.js";
import { compile, type AjvCheck } from "../../support/ajv.js";
import { repository } from "../support/generated.js";

let text: string;
let schema: AjvCheck;

beforeAll(async () => {
  text = await readFile(join(repository, "codegen/schemas/config.schema.json"), "utf8");
  schema = compile(JSON.parse(text) as JsonObject, "07");
});

const output = { models: "model.json", out: "out" };
const ignored = { code: "SC1401", reason: "It is ours." };

describe("the JSON Schema of the configuration", () => {
  it("is what `npm run schemas` writes", async () => {
    expect(text).toBe(await configSchemaText());
  });

  it("has a sentence for every property", () => {
    const found: string[] = [];
    const visit = (node: unknown, pointer: string): void => {
      if (typeof node !== "object" || node === null) return;
      for (const [key, value] of Object.entries(node) as [string, unknown][]) {
        if (pointer.endsWith("/properties"))
          found.push(`${key}: ${(value as { description?: string }).description ?? "nothing"}`);
        visit(value, `${pointer}/${key}`);
      }
    };
    visit(JSON.parse(text), "");
    expect(found.length).toBeGreaterThan(15);
    expect(found.filter((each) => !/^[\w$]+: [A-Z].*\.$/.test(each))).toEqual([]);
  });

  it.each<[unknown]>([
    [{ outputs: [output] }],
    [{ $schema: "x", outputs: [output, { ...output, out: "b", long: "bigint" }], strict: true }],
    [{ outputs: [{ ...output, models: ["a", "b"] }], ignore: [{ ...ignored, shape: "a#B" }] }],
    [{}],
    [{ outputs: [] }],
    [{ outputs: [{ models: "a" }] }],
    [{ outputs: [{ ...output, out: "" }] }],
    [{ outputs: [{ ...output, models: [] }] }],
    [{ outputs: [{ ...output, more: 1 }] }],
    [{ outputs: [{ ...output, name: "a b" }] }],
    [{ outputs: [{ ...output, protocol: "x" }] }],
    [{ outputs: [output], ignore: [{ code: "SC1401" }] }],
    [{ outputs: [output], ignore: [{ ...ignored, code: "SC9999" }] }],
    [{ outputs: [output], ignore: [{ ...ignored, reason: " " }] }],
    [{ outputs: [output], strict: 1 }],
    [{ outputs: [output], stict: true }],
    [3],
    [[]],
  ])("accepts and rejects what loading does: %j", (value) => {
    let isAccepted = true;
    try {
      checkConfig(value, "c.json");
    } catch {
      isAccepted = false;
    }
    expect(schema.check(value)).toBe(isAccepted);
  });
});
