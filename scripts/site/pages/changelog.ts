import { escapeVue } from "../markdown/escape.js";
import { mapProse } from "../markdown/fences.js";
import { parseDocument } from "../markdown/sections.js";
import type { Page } from "../page.js";
import { readChangesets } from "../read/changesets.js";
import { readText } from "../read/repository.js";

const packages = [
  { name: "smithy-codec", file: "codegen/CHANGELOG.md" },
  { name: "apigatewayv2-codec", file: "generated/CHANGELOG.md" },
];

/** The changelogs of both packages, and what is waiting for the next release. */
export function changelogPage(): Page {
  const changes = readChangesets();
  const parts = packages.map(({ name, file }) => {
    const next = changes.filter((change) => change.packages.includes(name));
    const waiting =
      next.length === 0
        ? []
        : ["### Next release", next.map(({ text }) => `- ${indent(text)}`).join("\n")];
    const released = parseDocument(readText(file)).sections.flatMap(({ heading, text }) => [
      `### ${heading}`,
      text.replace(/^### /gm, "#### "),
    ]);
    return [`## ${name}`, ...waiting, ...released].join("\n\n");
  });
  return {
    path: "project/changelog",
    title: "Changelog",
    description: "What changed in each release of both packages.",
    text: mapProse(["# Changelog", ...parts].join("\n\n"), escapeVue),
  };
}

/** Indents all lines but the first, so that they belong to an item of a list. */
function indent(text: string): string {
  return text.replace(/\n(?=.)/g, "\n  ");
}
