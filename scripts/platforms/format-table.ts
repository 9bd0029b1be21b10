/** The outcome of one platform and one way to load the codec. */
export interface Row {
  readonly name: string;
  readonly version: string;
  readonly how: string;
  readonly outcome: string;
}

/** Formats the rows as a Markdown table. */
export function formatTable(rows: readonly Row[]): string {
  const cells = [
    ["Platform", "Version", "Loaded as", "Round trips and calls"],
    ...rows.map(({ name, version, how, outcome }) => [name, version, how, outcome]),
  ];
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...cells.map((row) => row[column]?.length ?? 0)),
  );
  const format = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |\n`;
  const [head = [], ...body] = cells.map(format);
  const rule = `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|\n`;
  return [head, rule, ...body].flat().join("");
}
