import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { generatedMark } from "../../../codegen/src/generated-mark.js";
import { ownIdentity } from "../../../codegen/src/write/process-identity.js";
import { findRecord, storeRecord } from "../../../codegen/src/write/run-record.js";
import { writeOutput, type Output } from "../../../codegen/src/write/write-output.js";
import { output, TestFolder } from "../support/folder.js";
import { readTree } from "../support/tree.js";

const here = process.cwd();
let folder: TestFolder;

beforeEach(async () => {
  folder = await TestFolder.create();
});

afterEach(async () => {
  process.chdir(here);
  await folder.remove();
});

/** Two folders and a single file whose texts depend on a label. */
function outputOf(label: string): Output {
  return {
    folders: [
      {
        path: join(folder.base, "code"),
        files: output({ "index.ts": label, [`${label}.ts`]: "" }),
      },
      { path: join(folder.base, "schemas"), files: output({ "Thing.ts": label }) },
    ],
    files: [{ path: join(folder.base, "API.md"), text: `# ${generatedMark}\n${label}\n` }],
  };
}

/** What is there after a run alone. */
function treeOf(label: string): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const { path, files } of outputOf(label).folders)
    for (const [name, text] of files) texts[join(path, name).slice(folder.base.length + 1)] = text;
  return { ...texts, "API.md": outputOf(label).files[0]?.text ?? "" };
}

describe("an output of several folders and files", () => {
  it("is written, and then has nothing to do", async () => {
    await writeOutput(outputOf("A"), {});
    expect(readTree(folder.base)).toEqual(treeOf("A"));
    expect(await writeOutput(outputOf("A"), {})).toMatchObject({
      folders: [
        { missing: [], changed: [], stale: [] },
        { missing: [], changed: [], stale: [] },
      ],
      files: ["unchanged"],
    });
  });

  it("is entirely that of the last run, if another run changes it before", async () => {
    await writeOutput(outputOf("A"), {});
    const { pid, start, host } = ownIdentity();
    const claim = join(folder.base, `code/.smithy-codec.${pid}.${start}.${host}.0123456789ab`);
    await mkdir(claim);
    const written = writeOutput(outputOf("A"), {
      onWait: () => {
        void writeAsAnother("B").then(() => rm(claim, { recursive: true }));
      },
    });
    await written;
    expect(readTree(folder.base)).toEqual(treeOf("A"));
  });

  it("is written by one run after the other", async () => {
    const labels = ["A", "B", "C", "D"];
    for (let round = 0; round < 5; round++) {
      await Promise.all(labels.map((label) => writeOutput(outputOf(label), {})));
      const found = readTree(folder.base);
      const label = found["API.md"]?.trim().at(-1) ?? "";
      expect(labels).toContain(label);
      expect(found).toEqual(treeOf(label));
    }
  });

  it("is cleaned up after a run that was killed while it wrote a single file", async () => {
    await writeOutput(outputOf("A"), {});
    const text = outputOf("A").files[0]?.text ?? "";
    const ours = { "0123456789ab": "", "1123456789ab": text.slice(0, 9), "2123456789ab": text };
    for (const [middle, part] of Object.entries(ours))
      await writeFile(join(folder.base, `API.md.${middle}.tmp`), part);
    const theirs = { "API.md.tmp": "", "API.md.3123456789ab.tmp": "mine", "other.tmp": "" };
    for (const [name, part] of Object.entries(theirs))
      await writeFile(join(folder.base, name), part);
    await writeOutput(outputOf("A"), {});
    expect(readTree(folder.base)).toEqual({ ...treeOf("A"), ...theirs });
  });

  it("leaves all as it was if a file in the way was not generated", async () => {
    await writeFile(join(folder.base, "API.md"), "mine");
    await expect(writeOutput(outputOf("A"), {})).rejects.toThrow(/API\.md/);
    expect(readTree(folder.base)).toEqual({ "API.md": "mine" });
  });
});

/** Changes the files as another run does that has the claim. */
async function writeAsAnother(label: string): Promise<void> {
  const want = treeOf(label);
  for (const path of Object.keys(readTree(folder.base)))
    if (!path.includes(".smithy-codec.") && !(path in want)) await rm(join(folder.base, path));
  for (const [path, text] of Object.entries(want)) await writeFile(join(folder.base, path), text);
}

describe("the record of a run", () => {
  const record = (label: string): Promise<void> =>
    storeRecord(join(folder.base, "code"), "key", outputOf(label), label);
  const find = async (): Promise<unknown> =>
    (await findRecord(join(folder.base, "code"), "key"))?.result;

  beforeEach(async () => {
    await mkdir(join(folder.base, "node_modules"));
    process.chdir(folder.base);
    await writeOutput(outputOf("A"), {});
  });

  it("is found as long as all is as the run wrote it", async () => {
    await record("A");
    expect(await find()).toBe("A");
    expect(await findRecord(join(folder.base, "code"), "other")).toBeUndefined();
    const api = join(folder.base, "API.md");
    const text = await readFile(api, "utf8");
    await writeFile(api, `${text}more`);
    expect(await find()).toBeUndefined();
    await writeFile(api, text);
    expect(await find()).toBe("A");
    await writeFile(`${api}.0123456789ab.tmp`, "");
    expect(await find()).toBeUndefined();
  });

  it("is not found if another run changed the files before it was stored", async () => {
    await writeOutput(outputOf("B"), {});
    await record("A");
    expect(await find()).toBeUndefined();
    await writeOutput(outputOf("A"), {});
    expect(await find()).toBe("A");
  });
});
