import type { DefaultTheme } from "vitepress";
import { splitFences } from "../markdown/fences.js";

/**
 * Renders a page for the index of the search, without its blocks of code: these would be half of the
 * index, and would find all pages for names such as `console`.
 */
export const renderForSearch: NonNullable<DefaultTheme.LocalSearchOptions["_render"]> = (
  markdown,
  environment,
  renderer,
) => {
  const prose = splitFences(markdown).map(({ isCode, text }) => (isCode ? "" : text));
  return renderer.render(prose.join(""), environment);
};
