import type { MarkdownRenderer } from "vitepress";

/**
 * Makes tables that everyone can use. Wide tables scroll by themselves and not the page, also by
 * keyboard. A header without text is an ordinary cell.
 */
export function accessibleTables(markdown: MarkdownRenderer): void {
  markdown.renderer.rules["table_open"] = () =>
    '<div class="table" role="group" aria-label="Table" tabindex="0"><table>\n';
  markdown.renderer.rules["table_close"] = () => "</table></div>\n";
  markdown.core.ruler.push("headers_without_text", ({ tokens }) => {
    tokens.forEach((token, index) => {
      const close = tokens[index + 2];
      if (token.type !== "th_open" || close === undefined) return;
      if (tokens[index + 1]?.content.trim() !== "") return;
      token.tag = "td";
      close.tag = "td";
    });
  });
}
