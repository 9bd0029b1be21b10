import type { Change, Severity } from "./change.js";
import { severities } from "./change.js";
import { countChanges } from "./summarize-diff.js";
import type { DiffReport } from "./diff-models.js";

/** Longer lists are folded. */
const maxOpen = 12;

/** The names of two versions, for a heading. */
export interface DiffNames {
  readonly before: string;
  readonly after: string;
}

/** Returns a report as Markdown for the body of a pull request: the most important changes first. */
export function formatMarkdown({ changes, summary }: DiffReport, names: DiffNames): string {
  const counts = `${countChanges(summary)} between ${code(names.before)} and ${code(names.after)}.`;
  if (changes.length === 0) return `## Model changes: none\n\n${counts}\n`;
  const sections = severities.flatMap((severity) => {
    const found = changes.filter((change) => change.severity === severity);
    return found.length === 0 ? [] : [section(severity, found)];
  });
  const heading = `## Model changes: ${headings[summary.step]}`;
  return `${[heading, counts, ...sections].join("\n\n")}\n`;
}

const headings = {
  major: "the next version is a major one",
  minor: "the next version is a minor one",
  patch: "the next version is a patch",
  none: "none",
};

const titles: Readonly<Record<Severity, string>> = {
  breaking: "Breaking",
  dangerous: "Dangerous",
  compatible: "Compatible",
};

function section(severity: Severity, changes: readonly Change[]): string {
  const title = `### ${titles[severity]} (${changes.length})`;
  const list = changes.map(item).join("\n");
  // Nobody needs to read what is compatible to decide.
  const limit = severity === "compatible" ? maxOpen / 2 : maxOpen;
  if (changes.length <= limit) return `${title}\n\n${list}`;
  return `${title}\n\n<details>\n<summary>${changes.length} changes</summary>\n\n${list}\n\n</details>`;
}

function item(change: Change): string {
  const { id, place, directions, summary, effects, location } = change;
  const usage = directions.length === 0 ? "" : ` (${directions.join(" and ")})`;
  const start = place === "" ? "" : `${code(place)}${usage}: `;
  const where = location === undefined ? "" : `, ${code(`${location.file}:${location.line}`)}`;
  return [
    `- ${start}${escape(summary)}. ${code(id)}${where}`,
    ...effects.map(({ on, text }) => `  - ${labels[on]}: ${escape(text)}`),
  ].join("\n");
}

const labels = {
  wire: "On the wire",
  code: "In code",
  validation: "In validation",
  tools: "For other tools",
};

/** A code span (CommonMark 0.31, section 6.1), also of a text that contains backticks. */
function code(text: string): string {
  const clean = text.replace(/\s+/g, " ");
  const fence = "`".repeat(
    Math.max(0, ...[...clean.matchAll(/`+/g)].map(([run]) => run.length)) + 1,
  );
  const pad = /^`|`$/.test(clean) ? " " : "";
  return `${fence}${pad}${clean}${pad}${fence}`;
}

/** Escapes what Markdown would interpret; text of a model may contain anything. */
function escape(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>|~&@]/g, "\\$&");
}
