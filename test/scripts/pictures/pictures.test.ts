import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SaxesParser } from "saxes";
import { beforeAll, describe, expect, it } from "vitest";
import { isSamePicture, makePictures } from "../../../scripts/pictures/pictures.js";
import { buildGenerator } from "../../codegen/support/built-generator.js";
import { repository } from "../../package/support/packages.js";

const folder = join(repository, "codegen/pictures");
const committed = new Map(
  readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]),
);

describe("the pictures of the READMEs", () => {
  let made: Map<string, string>;
  beforeAll(async () => {
    made = await makePictures(join(await buildGenerator(), "cli/main.js"));
  });

  it("show what the commands print; otherwise run npm run pictures", () => {
    expect([...committed.keys()].sort()).toEqual([...made.keys()].sort());
    const stale = [...made].filter(
      ([name, text]) => !isSamePicture(committed.get(name) ?? "", text),
    );
    expect(stale.map(([name]) => name)).toEqual([]);
  });

  it("are different if a word is", () => {
    const [text = ""] = made.values();
    expect(isSamePicture(text, text.replace("80 new files", "81 new files"))).toBe(true);
    expect(isSamePicture(text, text.replace("new files", "old files"))).toBe(false);
  });

  it.each([...committed])(
    "%s is XML with a title and a description, small, and without scripts",
    (_, text) => {
      const names: string[] = [];
      const parser = new SaxesParser();
      parser.on("opentag", ({ name }) => names.push(name));
      parser.write(text).close();
      expect(names.slice(0, 4)).toEqual(["svg", "title", "desc", "style"]);
      expect(names).not.toContain("script");
      expect(text.length).toBeLessThan(60_000);
      expect(text).toContain("prefers-color-scheme:dark");
      expect(text).toContain("prefers-reduced-motion");
    },
  );

  it("are shown in the README of the generator, with a text for those who do not see them", () => {
    const readme = readFileSync(join(repository, "codegen/README.md"), "utf8");
    const address =
      "https://raw.githubusercontent.com/smithy-codec/smithy-codec/main/codegen/pictures";
    for (const name of committed.keys())
      expect(readme).toMatch(new RegExp(`!\\[[^\\]]{30,}\\]\\(${address}/${name}\\)`));
  });
});
