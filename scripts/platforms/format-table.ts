/** The outcome of one platform and one way to load the codec, or to serve with it. */
export interface Row {
  readonly name: string;
  readonly version: string;
  readonly how: string;
  /** Of the round trips and calls. */
  readonly calls: string;
  /** Of the exchanges with a server. */
  readonly exchanges: string;
}

/** Formats the rows as a Markdown table. */
export function formatTable(rows: readonly Row[]): string {
  const cells = [
    ["Platform", "Version", "Loaded as, or served by", "Round trips and calls", "Exchanges"],
    ...rows.map(({ name, version, how, calls, exchanges }) => [
      name,
      version,
      how,
      calls,
      exchanges,
    ]),
  ];
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(...cells.map((row) => row[column]?.length ?? 0)),
  );
  const format = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |\n`;
  const [head = [], ...body] = cells.map(format);
  const rule = `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|\n`;
  return [head, rule, ...body].flat().join("");
}
