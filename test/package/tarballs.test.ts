import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { packPackages, repository, type Tarballs } from "./support/packages.js";
import { run } from "./support/run.js";

const timeout = 280_000;

describe("the tarballs", () => {
  let tarballs: Tarballs;
  beforeAll(async () => {
    tarballs = await packPackages();
  }, timeout);

  const bin = (name: string): string => join(repository, "node_modules/.bin", name);

  it.each(["codec", "generator"] as const)(
    "%s: publint finds nothing, its suggestions included",
    async (which) => {
      const { status, stdout } = await run(
        bin("publint"),
        ["--strict", tarballs[which]],
        repository,
      );
      expect(stdout).toContain("All good!");
      expect(status).toBe(0);
    },
    timeout,
  );

  it.each([
    {
      which: "codec",
      entries: [".", "client", "types", "operations/GetApi", "arbitraries", "package.json"],
    },
    { which: "generator", entries: [".", "package.json"] },
  ] as const)(
    "$which: its types are what its code is, for every resolution that knows ESM",
    async ({ which, entries }) => {
      const { status, stdout } = await run(
        bin("attw"),
        [
          "--profile",
          "esm-only",
          "--format",
          "ascii",
          "--entrypoints",
          ...entries,
          "--",
          tarballs[which],
        ],
        repository,
      );
      expect(status, stdout).toBe(0);
    },
    timeout,
  );

  it.each(["codec", "generator"] as const)(
    "%s: ships its licence, its README and the sources that its declaration maps name, and no tests",
    async (which) => {
      const { stdout } = await run("tar", ["-tzf", tarballs[which]], repository);
      const files = stdout
        .trim()
        .split("\n")
        .map((path) => path.replace(/^package\//, ""));
      expect(
        ["LICENSE", "README.md", "SECURITY.md", "package.json"].filter(
          (name) => !files.includes(name),
        ),
      ).toEqual([]);
      const mapped = files.filter((path) => path.endsWith(".d.ts.map"));
      const sources = mapped.map((path) =>
        path.replace(/^dist\//, which === "codec" ? "src/" : "").replace(".d.ts.map", ".ts"),
      );
      expect(sources.length).toBeGreaterThan(0);
      expect(sources.filter((path) => !files.includes(path))).toEqual([]);
      expect(files.filter((path) => /test|tsbuildinfo|tsconfig/.test(path))).toEqual([]);
    },
    timeout,
  );
});
