import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkChangelog } from "../../../scripts/release/checks/changelog.js";
import { checkContents } from "../../../scripts/release/checks/contents.js";
import {
  checkLicences,
  productionPackages,
  type LockFile,
} from "../../../scripts/release/checks/licences.js";
import { checkLinks } from "../../../scripts/release/checks/links.js";
import { checkMetadata } from "../../../scripts/release/checks/metadata.js";
import { checkPublint } from "../../../scripts/release/checks/publint.js";
import { checkReproducible } from "../../../scripts/release/checks/reproducible.js";
import { checkSizes, describeSizes, type Sizes } from "../../../scripts/release/checks/sizes.js";
import { checkTree } from "../../../scripts/release/checks/tree.js";
import { checkTypes, entriesOf } from "../../../scripts/release/checks/types.js";
import type { Finding } from "../../../scripts/release/finding.js";
import { pack } from "../../../scripts/release/pack.js";
import { readPackages, type Manifest, type Packed } from "../../../scripts/release/packages.js";
import { planVersions } from "../../../scripts/release/set-versions.js";
import { writeFiles } from "../../package/support/project.js";
import { repository } from "../../package/support/packages.js";

/*
 * A small repository with a good and a bad package. Each check finds nothing in the good one, and what is wrong in the
 * bad one.
 */
const web = "https://github.com/example/parcels";
const good: Manifest = {
  name: "good",
  version: "1.2.0",
  description: "A good package.",
  license: "MIT",
  type: "module",
  sideEffects: false,
  repository: { type: "git", url: `git+${web}.git`, directory: "good" },
  publishConfig: { access: "public", provenance: true },
  engines: { node: ">=20" },
  files: ["dist", "src", "SECURITY.md", "CHANGELOG.md"],
  exports: {
    ".": { types: "./dist/index.d.ts", default: "./dist/index.js" },
    "./package.json": "./package.json",
  },
};
const bad: Manifest = {
  name: "bad",
  version: "1.2.0",
  repository: { type: "git", url: `git+${web}.git`, directory: "elsewhere" },
  exports: { ".": { types: "./dist/gone.d.ts", default: "./dist/missing.js" } },
};

const files = {
  "package.json": JSON.stringify({ name: "root", private: true, workspaces: ["good", "bad"] }),
  "package-lock.json": "{}",
  ".changeset/config.json": '{ "baseBranch": "main", "access": "public" }',
  ".changeset/tracking.md": '---\n"good": minor\n---\n\nParcels can be tracked.\n',
  "good/package.json": JSON.stringify(good),
  "good/LICENSE": "MIT\n",
  "good/SECURITY.md": "# Security\n",
  "good/README.md": [
    "# Good `code` & more\n",
    "[a](CHANGELOG.md#120) [b](#good-code--more) [c](../bad) [other](https://example.com/x)\n",
    `[d](${web}/blob/main/good/README.md#good-code--more) [e](${web}/tree/main/good#readme)\n`,
    `![f](${web.replace("github.com", "raw.githubusercontent.com")}/main/good/LICENSE)\n`,
  ].join("\n"),
  "good/CHANGELOG.md": "# good\n\n## 1.2.0\n\n- Parcels.\n\n## 1.1.0\n",
  "good/src/index.ts": "export const x: number = 1;\n",
  "good/dist/index.js": "export const x = 1;\n",
  "good/dist/index.d.ts": "export declare const x: number;\n",
  "good/dist/index.d.ts.map": "{}",
  "bad/package.json": JSON.stringify(bad),
  "bad/README.md": [
    "# Bad\n",
    `[a](missing.md) [b](#nothing) [c](${web}/tree/main/good#nothing)\n`,
    "| table |\n| --- |\n| [d](../../outside.md) |\n",
    '<img src="picture.svg">\n',
  ].join("\n"),
  "bad/CHANGELOG.md": "# bad\n\n## 1.2.0\n\n## 1.1.0\n\n- Parcels.\n",
  "bad/dist/index.d.ts": "export declare const x: number;\n",
  "bad/dist/index.d.ts.map": "{}",
  "bad/test/index.test.js": "",
};

let folder: string;
let packed: { good: Packed; bad: Packed; changed: Packed };
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "release-test-"));
  writeFiles(folder, files);
  git("init", "--quiet", "--initial-branch=main");
  git("add", "--all");
  git("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "--quiet", "-m", "first");
  const [first, second] = readPackages(folder);
  if (first === undefined || second === undefined) throw new Error("there are two packages");
  const to = mkdtempSync(join(tmpdir(), "release-tarballs-"));
  packed = {
    good: await pack(folder, first, to),
    bad: await pack(folder, second, to),
    changed: await pack(folder, first, join(to, "again")),
  };
});
afterAll(() => {
  for (const path of [folder, dirname(packed.good.tarball)])
    rmSync(path, { recursive: true, force: true });
});

describe("a release", () => {
  it("accepts a good package", async () => {
    const { good: item } = packed;
    expect(checkMetadata(item)).toEqual([]);
    expect(checkContents(item)).toEqual([]);
    expect(checkChangelog(folder, item)).toEqual([]);
    expect(await checkPublint(item)).toEqual([]);
    expect(await checkTypes(repository, item)).toEqual([]);
    expect(await checkReproducible(item, packed.changed)).toEqual([]);
    expect(await checkTree(folder)).toEqual([]);
  });

  it("finds fields that npm needs", () => {
    const found = messagesOf(checkMetadata(packed.bad));
    for (const field of [
      ...["description", "license", "repository.directory", "publishConfig.access"],
      ...["publishConfig.provenance", "engines.node", "files"],
    ])
      expect(found).toContain(`\`${field}\``);
    expect(found.split("\n")).toHaveLength(7);
  });

  it("finds files that are missing or of no use", () => {
    expect(messagesOf(checkContents(packed.bad)).split("\n")).toEqual([
      expect.stringContaining("no LICENSE"),
      expect.stringContaining("no SECURITY.md"),
      expect.stringContaining("source of dist/index.d.ts.map"),
      expect.stringContaining("test/index.test.js"),
    ]);
  });

  it("finds what publint and attw find", async () => {
    expect(messagesOf(await checkPublint(packed.bad))).toContain("dist/missing.js");
    expect(entriesOf(packed.good)).toEqual([".", "package.json"]);
    const [finding] = await checkTypes(repository, packed.bad);
    expect(finding?.message).toContain("attw:");
  });

  it("finds a changelog without the version, without text about it, or no changelog", () => {
    const { bad: item } = packed;
    expect(messagesOf(checkChangelog(folder, item))).toContain('"## 1.2.0" is empty');
    const of = (version: string, inFolder: string): string =>
      messagesOf(
        checkChangelog(folder, { folder: inFolder, manifest: { ...item.manifest, version } }),
      );
    expect(of("1.3.0", "bad")).toContain('no section "## 1.3.0"');
    expect(of("1.1.0", "bad")).toBe("");
    expect(of("1.2.0", "none")).toContain("missing");
  });

  it("finds tarballs that differ, and names the files", async () => {
    writeFiles(folder, { "good/dist/index.js": "export const x = 2;\n" });
    const other = await pack(folder, packed.good, dirname(packed.changed.tarball));
    const found = await checkReproducible(packed.good, other);
    expect(messagesOf(found)).toMatch(/^dist\/index\.js is different in a second build/);
    expect(found).toHaveLength(1);
    expect(await checkTree(folder)).toMatchObject([{ where: "good/dist/index.js" }]);
  });

  it("finds packages that have grown", () => {
    const { packed: bytes, unpacked } = packed.good;
    const last = (share: number): Sizes => ({
      good: { version: "1.1.0", packed: bytes / share, unpacked: unpacked / share },
    });
    expect(checkSizes(packed.good, {})).toEqual([]);
    expect(checkSizes(packed.good, last(1.2))).toEqual([]);
    expect(checkSizes(packed.good, last(1.5))).toHaveLength(2);
    expect(describeSizes(packed.good, last(1.5))).toMatch(
      /^packed \d kB \(\+50 %\), unpacked \d kB \(\+50 %\), 9 files, compared to 1\.1\.0$/,
    );
  });

  it("reads the next versions from the changesets", async () => {
    expect(await planVersions(folder)).toEqual([
      { name: "good", from: "1.2.0", to: "1.3.0", changesets: 1 },
    ]);
  });
});

describe("links", () => {
  it("are followed in the repository, with their anchors, and those to other sites are listed", async () => {
    expect(await checkLinks(folder, ["good/README.md"], web)).toEqual({
      findings: [],
      internal: 6,
      external: ["https://example.com/x"],
    });
  });

  it("are found if they lead to no file or heading, in tables and HTML, too", async () => {
    const { findings } = await checkLinks(folder, ["bad/README.md"], web);
    expect(findings.map(({ where, message }) => `${where} ${message}`)).toEqual([
      "bad/README.md:3 missing.md: git has no such file.",
      "bad/README.md:3 #nothing: bad/README.md has no heading #nothing.",
      `bad/README.md:3 ${web}/tree/main/good#nothing: good/README.md has no heading #nothing.`,
      "bad/README.md:5 ../../outside.md: git has no such file.",
      "bad/README.md:9 picture.svg: git has no such file.",
    ]);
  });
});

describe("licences", () => {
  const lock = (license: string | undefined): LockFile => ({
    packages: {
      "": {},
      codegen: { dependencies: { one: "1" } },
      "codegen/node_modules/one": { version: "1.0.0", license: "MIT", dependencies: { two: "1" } },
      "node_modules/two": { version: "1.0.0", ...(license !== undefined && { license }) },
      "node_modules/one": { version: "2.0.0", license: "AGPL-3.0-only" },
    },
  });

  it.each(["MIT", "ISC", "(GPL-2.0-only OR MIT)", "(BSD-2-Clause AND MIT)"])(
    "accepts %s",
    (license) => {
      expect(checkLicences(lock(license), "codegen")).toEqual([]);
    },
  );

  it.each(["GPL-3.0-only", "(MIT AND GPL-2.0-only)", "SEE LICENSE IN FILE", undefined])(
    "does not accept %s in a dependency of a dependency",
    (license) => {
      const found = checkLicences(lock(license), "codegen");
      expect(found).toHaveLength(1);
      expect(messagesOf(found)).toContain("two@1.0.0");
    },
  );

  it("are those of everything that is installed with our packages", () => {
    const text = readFileSync(join(repository, "package-lock.json"), "utf8");
    const ours = JSON.parse(text) as LockFile;
    const paths = productionPackages(ours, "codegen");
    const dependencies = Object.keys(ours.packages["codegen"]?.dependencies ?? {});
    const names = [...paths].map((path) => path.replace(/^.*node_modules\//, ""));
    expect(dependencies.filter((name) => !names.includes(name))).toEqual([]);
    expect(checkLicences(ours, "codegen")).toEqual([]);
    expect(checkLicences(ours, "generated")).toEqual([]);
  });
});

function messagesOf(findings: readonly Finding[]): string {
  return findings.map(({ message }) => message).join("\n");
}

function git(...args: string[]): void {
  execFileSync("git", args, { cwd: folder });
}
