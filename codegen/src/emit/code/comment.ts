import type { Bounds, Constraints, Documentation } from "../../ir/ir.js";
import { toMarkdown } from "./markdown.js";

/** Control characters, and those that change the direction of text ("Trojan Source"). */
const controls =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/**
 * Escapes text of a model for a comment. The result cannot close the comment, start a line outside
 * of it, change the direction of text, or add a TSDoc tag.
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
      // Compilers recognize tags after any white space or bullet, not only at the start of a line.
      .replace(/(^|[\s*{])@/gm, "$1\\@")
      .replace(/(?<![ \t])[ \t]+$/gm, "")
      .replace(/\n{3,}/g, "\n\n")
      .trim()
  );
}

/** The parts of a comment in addition to the documentation in the model. */
export interface Facts {
  /** Sentences after the documentation. */
  readonly notes?: readonly string[];
  /** Additional tags, one line each: `@throws ...`. */
  readonly tags?: readonly string[];
  /** The text if the model has no documentation. */
  readonly fallback?: string;
}

/** Returns the TSDoc comment of a shape or member. */
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
    // In brackets, since compilers read a plain word after this tag as a name in code.
    ...documentation.links.map(([name, url]) => `@see ${oneLine(`[${name}](${url})`)}`),
    ...(documentation.internal ? ["@internal"] : []),
    ...(documentation.unstable ? ["@alpha"] : []),
  ];
  // A note is appended to a single paragraph, so that most comments are one paragraph.
  const head =
    !text.includes("\n") && notes.length === 1 && !notes[0]?.startsWith("`")
      ? [`${text} ${notes[0]}`.trim()]
      : [text, ...notes];
  return wrap([...head, tags.join("\n")].filter((part) => part !== "").join("\n\n"));
}

/** Wraps text at 96 columns. Tables and code are unchanged. */
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
    // A line must not begin with a word that starts a list, a heading, a quote or a tag.
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

/** Describes the constraints of a member. */
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

/** Returns a Markdown code span for text that may contain backticks. */
export function inlineCode(text: string): string {
  const runs: readonly string[] = text.match(/`+/g) ?? [];
  const longest = runs.reduce((most, run) => Math.max(most, run.length), 0);
  const fence = "`".repeat(longest + 1);
  const pad = text.startsWith("`") || text.endsWith("`") ? " " : "";
  return `${fence}${pad}${text.replace(/\s/g, " ")}${pad}${fence}`;
}
