import type { MarkdownRenderer } from "vitepress";

/**
 * Wraps tables so that wide ones scroll by themselves and not the page, also by keyboard, and keep
 * the semantics of tables, which `display: block` on the table would take away.
 */
export function focusableTables(markdown: MarkdownRenderer): void {
  markdown.renderer.rules["table_open"] = () =>
    '<div class="table" role="group" aria-label="Table" tabindex="0"><table>\n';
  markdown.renderer.rules["table_close"] = () => "</table></div>\n";
}
