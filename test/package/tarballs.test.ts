import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { checkContents } from "../../scripts/release/checks/contents.js";
import { checkLinks } from "../../scripts/release/checks/links.js";
import { checkMetadata } from "../../scripts/release/checks/metadata.js";
import { checkPublint } from "../../scripts/release/checks/publint.js";
import { checkTypes, entriesOf } from "../../scripts/release/checks/types.js";
import { readPackages, type Packed } from "../../scripts/release/packages.js";
import { packPackages, repository } from "./support/packages.js";
import { run } from "./support/run.js";

const timeout = 280_000;

/* The checks of `npm run release` on the tarballs of this commit, so that a release does not fail on the day. */
describe.each(["codec", "generator"] as const)("the tarball of the %s", (which) => {
  let item: Packed;
  beforeAll(async () => {
    item = await readPacked(which);
  }, timeout);

  it("has the metadata that npm needs", () => {
    expect(checkMetadata(item)).toEqual([]);
  });

  it("ships its licence, its documents and the sources of its declaration maps, and no tests", () => {
    expect(item.files.some((path) => path.endsWith(".d.ts.map"))).toBe(true);
    expect(checkContents(item)).toEqual([]);
  });

  it(
    "is in order for publint, its suggestions included",
    async () => {
      expect(await checkPublint(item)).toEqual([]);
    },
    timeout,
  );

  it(
    "has types that are what its code is, for every resolution that knows ESM",
    async () => {
      expect(entriesOf(item)).toEqual(
        which === "generator"
          ? [".", "config", "package.json"]
          : expect.arrayContaining([".", "client", "server/lambda", "operations/CreateApi"]),
      );
      expect(await checkTypes(repository, item)).toEqual([]);
    },
    timeout,
  );
});

it("has documents whose links lead to files and headings", async () => {
  const documents = ["", "codegen/", "generated/"].map((folder) => `${folder}README.md`);
  const web = "https://github.com/smithy-codec/smithy-codec";
  const all = ["CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", ...documents];
  const { findings, internal } = await checkLinks(repository, all, web);
  expect(findings).toEqual([]);
  expect(internal).toBeGreaterThan(10);
});

async function readPacked(which: "codec" | "generator"): Promise<Packed> {
  const tarball = (await packPackages())[which];
  const folder = which === "codec" ? "generated" : "codegen";
  const found = readPackages(repository).find((item) => item.folder === folder);
  if (found === undefined) throw new Error(`${folder} is no workspace.`);
  const { stdout } = await run("tar", ["-tzf", tarball], repository);
  const files = stdout
    .trim()
    .split("\n")
    .map((path) => path.replace(/^package\//, ""));
  const packed = readFileSync(tarball).length;
  return { ...found, tarball, files, packed, unpacked: 0, integrity: "" };
}
