import { digits } from "./format.js";
import { isMet, type Aim, type Report, type Table } from "./report.js";

/** A Markdown table. */
export function markdownTable({ columns, rows }: Omit<Table, "caption">): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  const rule = `| ${columns.map(() => "---").join(" | ")} |`;
  return [line(columns), rule, ...rows.map(line)].join("\n");
}

/** The aims of all reports: what was reached, and whether that is enough. */
export function aimsTable(aims: readonly Aim[]): string {
  return markdownTable({
    columns: ["job", "against", "aim", "measured", ""],
    rows: aims.map((aim) => [
      aim.what,
      aim.against,
      `${aim.sense} ${aim.limit} ${aim.unit}`.trim(),
      `**${digits(aim.value)}** ${aim.unit}`.trim(),
      isMet(aim) ? "met" : "not met",
    ]),
  });
}

/** One report. */
export function reportText({ title, about, tables }: Report): string {
  const parts = tables.map((table) => `${table.caption}\n\n${markdownTable(table)}`);
  return [`## ${title}`, about, ...parts].join("\n\n");
}
