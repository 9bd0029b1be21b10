import type { Bounds, Constraints, Documentation } from "../ir/ir.js";
import { toMarkdown } from "./markdown.js";

/** Control characters, and those that change the direction of text ("Trojan Source"). */
const controls =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/**
 * The one way in which a model's text enters comments. The result cannot close the comment, start
 * a line of its own outside of it, reorder what is shown, or begin a TSDoc tag that is not ours.
 */
export function commentText(text: string): string {
  return (
    text
      .normalize("NFC")
      .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, "\n")
      .replace(controls, "")
      .replace(/\p{Surrogate}/gu, "\ufffd")
      .replaceAll("*/", "*\\/")
      .replaceAll("/*", "/\\*")
      // Compilers find tags wherever white space or a bullet stands before them, not at line starts alone.
      .replace(/(^|[\s*{])@/gm, "$1\\@")
      .replace(/(?<![ \t])[ \t]+$/gm, "")
      .replace(/\n{3,}/g, "\n\n")
      .trim()
  );
}

/** What a comment says besides the model's own documentation. */
export interface Facts {
  /** Sentences that stand below the documentation. */
  readonly notes?: readonly string[];
  /** Tags of our own, each a whole line: `@throws ...`. */
  readonly tags?: readonly string[];
  /** What stands where the model says nothing. */
  readonly fallback?: string;
}

/** A TSDoc comment of a shape's or member's documentation and what else is known of it. */
export function docComment(documentation: Documentation, facts: Facts = {}): string {
  const { fallback, notes: given, tags: own } = { fallback: "", notes: [], tags: [], ...facts };
  const text = commentText(toMarkdown(documentation.text)) || fallback;
  const notes = given.map(commentText).filter((note) => note !== "");
  const tags = [
    ...own.map((tag) => tag.replaceAll("*/", "*\\/")),
    ...(documentation.deprecated === undefined
      ? []
      : [`@deprecated ${oneLine(toMarkdown(documentation.deprecated))}`]),
    ...(documentation.since === undefined ? [] : [`@since ${oneLine(documentation.since)}`]),
    // In brackets, since compilers take a bare word after this tag for a name in code.
    ...documentation.links.map(([name, url]) => `@see ${oneLine(`[${name}](${url})`)}`),
    ...(documentation.internal ? ["@internal"] : []),
    ...(documentation.unstable ? ["@alpha"] : []),
  ];
  // A paragraph that stands alone takes its facts along, so that most comments are one.
  const head =
    !text.includes("\n") && notes.length === 1 && !notes[0]?.startsWith("`")
      ? [`${text} ${notes[0]}`.trim()]
      : [text, ...notes];
  return wrap([...head, tags.join("\n")].filter((part) => part !== "").join("\n\n"));
}

/** Breaks lines of prose at 96 columns; lists, tables and code stay as they are. */
function wrap(text: string): string {
  let isCode = false;
  return text
    .split("\n")
    .flatMap((line) => {
      if (line.startsWith("```")) isCode = !isCode;
      return isCode || /^(?:[|#>@]|\s)/.test(line) ? [line] : wrapLine(line);
    })
    .join("\n");
}

function wrapLine(line: string): string[] {
  const indent = /^(?:-|\d+\.) /.test(line) ? "  " : "";
  const broken: string[] = [];
  let current = "";
  let hasText = false;
  for (const word of line.split(" ")) {
    const next = current === "" ? word : `${current} ${word}`;
    // A word that would begin a list, a heading, a quote or a tag stays on its line.
    if (next.length > 96 && hasText && !/^(?:[-+*#>@|=]|\d+[.)])/.test(word)) {
      broken.push(current);
      current = `${indent}${word}`;
    } else {
      current = next;
    }
    hasText ||= word !== "";
  }
  return [...broken, current];
}

function oneLine(text: string): string {
  return commentText(text).replace(/\s+/g, " ");
}

/** Says a member's constraints in words. */
export function describeConstraints(constraints: Constraints, unit: string): string[] {
  const { length, range, pattern } = constraints;
  return [
    ...(length === undefined ? [] : [`Length: ${bounds(length)}${unit === "" ? "" : ` ${unit}`}.`]),
    ...(range === undefined ? [] : [`Range: ${bounds(range)}.`]),
    ...(pattern === undefined ? [] : [`Pattern: ${inlineCode(pattern.source)}.`]),
  ];
}

function bounds({ min, max }: Bounds<number | bigint>): string {
  if (max === undefined) return `at least ${min}`;
  return min === undefined ? `at most ${max}` : `${min} to ${max}`;
}

/** Text as a code span of Markdown, whatever backticks it holds. */
export function inlineCode(text: string): string {
  const runs: readonly string[] = text.match(/`+/g) ?? [];
  const longest = runs.reduce((most, run) => Math.max(most, run.length), 0);
  const fence = "`".repeat(longest + 1);
  const pad = text.startsWith("`") || text.endsWith("`") ? " " : "";
  return `${fence}${pad}${text.replace(/\s/g, " ")}${pad}${fence}`;
}
