/**
 * Escapes what Vue would take for code in Markdown: tags and interpolations. Code spans stay as they
 * are, because VitePress escapes them.
 */
export function escapeVue(markdown: string): string {
  return markdown
    .split(/(`+[^`]*`+)/)
    .map((part, index) => (index % 2 === 1 ? part : escapeMarkup(part)))
    .join("");
}

function escapeMarkup(text: string): string {
  return text.replaceAll("<", "&lt;").replaceAll("{{", "&#123;&#123;");
}

/** Escapes text for HTML, also for attributes in double quotes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("{{", "&#123;&#123;");
}

/** Returns text as one line for the cell of a Markdown table. */
export function cell(markdown: string): string {
  return markdown
    .replaceAll("|", "\\|")
    .replace(/\n{2,}/g, "<br>")
    .replace(/\s*\n\s*/g, " ");
}

/** Returns a Markdown table. Cells are Markdown. */
export function tableOf(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;
  return [line(columns), `|${" --- |".repeat(columns.length)}`, ...rows.map(line)].join("\n");
}
