import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readGuides } from "../../scripts/site/read/guides.js";

const link = /\[([^\]]+)\]\(https:\/\/[^)]+\/scripts\/site\/guides\/([\w-]+)\.md\) *\| (.+?) *\|/g;

it("lists every guide with its title and description, in the order of the site", () => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const listed = [...readme.matchAll(link)].map(([, title, name, description]) => ({
    name,
    title,
    description,
  }));
  const guides = readGuides().map(({ name, title, description }) => ({ name, title, description }));
  expect(listed).toEqual(guides);
});
