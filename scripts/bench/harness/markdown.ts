import { digits } from "./format.js";
import { isMet, type Aim, type Report, type Table } from "./report.js";

/** Formats a Markdown table. */
export function markdownTable({ columns, rows }: Omit<Table, "caption">): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  const rule = `| ${columns.map(() => "---").join(" | ")} |`;
  return [line(columns), rule, ...rows.map(line)].join("\n");
}

/** Formats the targets of all reports: what was measured, and whether the target is met. */
export function aimsTable(aims: readonly Aim[]): string {
  return markdownTable({
    columns: ["job", "compared with", "target", "measured", ""],
    rows: aims.map((aim) => [
      aim.what,
      aim.against,
      `${aim.sense} ${aim.limit} ${aim.unit}`.trim(),
      `**${digits(aim.value)}** ${aim.unit}`.trim(),
      isMet(aim) ? "met" : "not met",
    ]),
  });
}

/** Formats one report. */
export function reportText({ title, about, tables }: Report): string {
  const parts = tables.map((table) => `${table.caption}\n\n${markdownTable(table)}`);
  return [`## ${title}`, about, ...parts].join("\n\n");
}
