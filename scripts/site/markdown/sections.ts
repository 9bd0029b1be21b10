import { splitFences } from "./fences.js";

/** A section of a Markdown text: a heading, and everything up to the next heading of its level. */
export interface Section {
  readonly heading: string;
  /** The text without the heading itself. */
  readonly text: string;
}

/** The title of a Markdown text, what comes before its first section, and its sections of level 2. */
export interface Document {
  readonly title: string;
  readonly introduction: string;
  readonly sections: readonly Section[];
}

/** Divides a Markdown text with one heading of level 1 by its headings of level 2. */
export function parseDocument(markdown: string): Document {
  const marked = splitFences(markdown)
    .map(({ isCode, text }) => (isCode ? text : text.replace(/^## /gm, "\u0000")))
    .join("");
  const [head = "", ...parts] = marked.split("\u0000");
  const [, title = "", introduction = ""] = /^# (.*)\n([\s\S]*)$/m.exec(head) ?? [];
  const sections = parts.map((part) => {
    const end = part.indexOf("\n");
    return { heading: part.slice(0, end).trim(), text: part.slice(end + 1).trim() };
  });
  return { title, introduction: introduction.trim(), sections };
}

/**
 * Returns the section with a heading.
 * @throws Error if there is none, so that a renamed heading cannot leave a page without its text
 */
export function sectionOf({ title, sections }: Document, heading: string): Section {
  const found = sections.find((section) => section.heading === heading);
  if (found !== undefined) return found;
  throw new Error(`There is no section ${JSON.stringify(heading)} in ${JSON.stringify(title)}.`);
}

/** Moves all headings one level up, for a section that becomes a page. */
export function promoteHeadings(markdown: string): string {
  return splitFences(markdown)
    .map(({ isCode, text }) => (isCode ? text : text.replace(/^##(?=#* )/gm, "#")))
    .join("");
}

/** Returns the headings of all levels below 1, without their marks. */
export function headingsOf(markdown: string): readonly string[] {
  return splitFences(markdown).flatMap(({ isCode, text }) =>
    isCode ? [] : [...text.matchAll(/^#{2,} (.*)$/gm)].map(([, heading = ""]) => heading.trim()),
  );
}
