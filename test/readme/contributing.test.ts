import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { repository } from "../package/support/packages.js";

const read = (path: string): string => readFileSync(join(repository, path), "utf8");

describe("CONTRIBUTING.md", () => {
  const text = read("CONTRIBUTING.md");
  const mapped = [...text.matchAll(/^\| `([\w/-]+)` /gm)].map(([, folder = ""]) => folder);

  it("maps folders that there are", () => {
    expect(mapped).not.toEqual([]);
    expect(mapped.filter((folder) => !existsSync(join(repository, folder)))).toEqual([]);
  });

  it("maps every folder of the generator", () => {
    const folders = readdirSync(join(repository, "codegen/src"), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `codegen/src/${name}`);
    expect(folders.filter((folder) => !mapped.includes(folder))).toEqual([]);
  });

  it("names files that there are", () => {
    const names = [...text.matchAll(/`((?:codegen|test)\/[\w/-]+\.ts)`/g)].map(
      ([, name = ""]) => name,
    );
    expect(names).not.toEqual([]);
    expect(names.filter((name) => !existsSync(join(repository, name)))).toEqual([]);
  });
});

it.each(["README.md", "CONTRIBUTING.md", ".ci/run"])("%s runs scripts that there are", (path) => {
  const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
  const named = [...read(path).matchAll(/npm run ([\w:-]+)/g)].map(([, name = ""]) => name);
  expect(named).not.toEqual([]);
  expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
});

describe("SECURITY.md", () => {
  it("states the limits that the code has", () => {
    const text = read("SECURITY.md");
    const depth = /maxDepth = (\d+)/.exec(read("codegen/runtime/values/path.ts"))?.[1];
    const mebibytes = /maxModelBytes: number = (\d+) \* 1024 \* 1024/.exec(
      read("codegen/src/load/parse-json.ts"),
    )?.[1];
    const issues = /defaultMaxIssues = (\d+)/.exec(
      read("codegen/runtime/check/validation.ts"),
    )?.[1];
    expect(text).toContain(`more than ${String(depth)} levels`);
    expect(text).toContain(`more than ${String(mebibytes)} MiB`);
    expect(text).toContain(`describes ${String(issues)} issues`);
  });
});

it.each(["codegen", "generated"])("%s ships the repository's LICENSE and SECURITY.md", (folder) => {
  for (const name of ["LICENSE", "SECURITY.md"]) expect(read(`${folder}/${name}`)).toBe(read(name));
});

it.each(["codegen", "generated"])("%s says where its source and its issues are", (folder) => {
  const manifest = JSON.parse(read(`${folder}/package.json`)) as Record<string, unknown>;
  expect(manifest).toMatchObject({
    homepage: expect.stringMatching(/^https:/) as unknown,
    bugs: expect.stringMatching(/^https:/) as unknown,
    repository: { type: "git", directory: folder },
  });
});
