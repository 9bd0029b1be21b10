import type { MarkdownEnv, MarkdownRenderer } from "vitepress";
import { splitFences } from "../markdown/fences.js";

/**
 * Renders a page for the index of the search, without its blocks of code: these would be half of the
 * index, and would find all pages for names such as `console`.
 */
export function renderForSearch(
  markdown: string,
  environment: MarkdownEnv,
  renderer: MarkdownRenderer,
): string {
  const prose = splitFences(markdown).map(({ isCode, text }) => (isCode ? "" : text));
  return renderer.render(prose.join(""), environment);
}
