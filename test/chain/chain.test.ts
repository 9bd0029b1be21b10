import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Maintainer } from "./support/maintainer.js";

/**
 * The life of a package while its model changes: each revision is taken with `model:update`, looked at with `diff`,
 * checked, and committed. What the maintainer reads is committed in `want`.
 */
let maintainer: Maintainer;

const overlay = {
  smithy: "2.0",
  shapes: {
    "example.library#Isbn": {
      type: "apply",
      traits: { "smithy.api#pattern": "^[0-9]{13}$" },
    },
    "example.library#Book$title": {
      type: "apply",
      traits: { "smithy.api#length": { min: 1, max: 200 } },
    },
  },
};

const config = {
  outputs: [
    {
      name: "library",
      models: "model/library.json",
      overlays: ["model/constraints.json"],
      out: "package/src",
      apiReport: "package/API.md",
    },
  ],
};

beforeAll(() => {
  maintainer = new Maintainer();
  maintainer.write("smithy-codec.config.json", config);
  maintainer.write("model/constraints.json", overlay);
  maintainer.write("package/package.json", { name: "library-codec", version: "1.0.0" });
  maintainer.write(
    "model/library.json",
    readFileSync(join(maintainer.folder, "published/0-first.json"), "utf8"),
  );
  maintainer.update("published/0-first.json");
  maintainer.cli("generate");
  maintainer.commit("first");
  maintainer.transcript();
});

afterAll(() => {
  maintainer.remove();
});

/** Takes a revision and commits it. */
function take(revision: string, ...args: readonly string[]): void {
  maintainer.update(`published/${revision}.json`, ...args);
  maintainer.cli("diff", "git:HEAD:model/library.json", "model/library.json");
  maintainer.cli("generate", "--check");
  maintainer.status();
  maintainer.commit(revision);
}

async function expectTranscript(name: string): Promise<void> {
  await expect(maintainer.transcript()).toMatchFileSnapshot(`want/${name}.txt`);
}

describe("a chain of revisions", () => {
  it.each(["1-compatible", "2-source-breaking", "3-wire-breaking", "4-constraint-tightened"])(
    "%s",
    async (revision) => {
      take(revision);
      await expectTranscript(revision);
    },
  );

  it("5-overlay-conflict: nothing changes until the overlay is corrected", async () => {
    maintainer.update("published/5-overlay-conflict.json");
    expect(maintainer.git("status", "--short")).toBe("");
    const { "example.library#Book$title": title, ...others } = overlay.shapes;
    maintainer.write("model/constraints.json", {
      ...overlay,
      shapes: { ...others, "example.library#Book$name": title },
    });
    take("5-overlay-conflict");
    await expectTranscript("5-overlay-conflict");
  });

  it("6-renamed-service: the new id has to be given", async () => {
    maintainer.update("published/6-renamed-service.json");
    expect(maintainer.git("status", "--short")).toBe("");
    take("6-renamed-service", "--service", "example.library#Lending");
    await expectTranscript("6-renamed-service");
  });

  it("7-malformed: every error is listed, and nothing changes", async () => {
    maintainer.update("published/7-malformed.json");
    expect(maintainer.git("status", "--short")).toBe("");
    await expectTranscript("7-malformed");
  });

  it("8-back-again: the files are those of the first revision", async () => {
    maintainer.write("model/constraints.json", overlay);
    take("0-first", "--service", "example.library#Library");
    await expectTranscript("8-back-again");
    const [first] = maintainer.git("rev-list", "--max-parents=0", "HEAD").split("\n");
    const changed = maintainer.git(
      "diff",
      "--name-only",
      first ?? "",
      "HEAD",
      "--",
      "model",
      "package",
    );
    expect(changed).toBe("");
  });
});
