import strictestConfig from "@tsconfig/strictest/tsconfig.json" with { type: "json" };
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { declaredOptions, otherOptions, strictOptions } from "../codegen/support/strict-options.js";
import type { GenerateResult } from "smithy-codec";
import { instances, services, tables } from "../client/waiters/services.js";
import { generateFrom, repository } from "../codegen/support/generated.js";
import { generateFeatures } from "../support/features.js";
import { generateAllFeatures } from "../features/support/all-features.js";
import { compile, installCompilers } from "./support/compilers.js";
import { writeFiles } from "./support/project.js";

const timeout = 280_000;

describe("the strictest options", () => {
  it("are all that the compiler has", () => {
    expect([...Object.keys(strictOptions), ...otherOptions].sort()).toEqual(
      declaredOptions().sort(),
    );
  });

  it("include those of @tsconfig/strictest", () => {
    const { esModuleInterop, skipLibCheck, ...strictest } = strictestConfig.compilerOptions;
    expect([esModuleInterop, skipLibCheck]).toEqual([true, true]);
    expect({ ...strictOptions, ...strictest }).toEqual(strictOptions);
  });
});

describe("generated code under the strictest options", () => {
  let folder: string;
  let files: string[];
  beforeAll(async () => {
    await installCompilers();
    folder = mkdtempSync(join(repository, "test/.generated/strict-"));
    const withClient = { client: true };
    const generated = await generateAllFeatures(withClient);
    const add = (name: string, output: GenerateResult): void => {
      for (const [path, text] of output.files) generated.set(`${name}/${path}`, text);
    };
    add("features-model", await generateFeatures(withClient));
    for (const [name, model] of Object.entries({ tables, instances, services }))
      add(name, await generateFrom(model, withClient));
    files = [...generated.keys()].filter((path) => path.endsWith(".ts"));
    writeFiles(folder, Object.fromEntries(generated));
  }, timeout);
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(["5.9", "6.0", "7.0"] as const)(
    "compiles by TypeScript %s",
    async (version) => {
      const sources = join(repository, "generated/src");
      const all = [
        ...files,
        join(sources, "index.ts"),
        join(sources, "arbitraries.ts"),
        join(sources, "client.ts"),
      ];
      const options = {
        ...strictOptions,
        module: "nodenext",
        declaration: true,
        types: [],
        // The declarations of @smithy/types refer to those of Node.
        skipLibCheck: true,
      };
      expect(await compile(version, folder, all, options)).toBe("");
    },
    timeout,
  );
});
