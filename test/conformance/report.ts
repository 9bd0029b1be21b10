/** How often each thing came to pass. */
export interface Tally {
  passed: number;
  failed: number;
  "expected to fail": number;
  "not applicable": number;
}

/** Counts by suite, side and kind of test, and shows them as a table. */
export class Report {
  readonly #rows = new Map<string, Tally>();

  count(row: readonly string[], column: keyof Tally): void {
    const key = row.join("\t");
    const tally = this.#rows.get(key) ?? {
      passed: 0,
      failed: 0,
      "expected to fail": 0,
      "not applicable": 0,
    };
    tally[column]++;
    this.#rows.set(key, tally);
  }

  toString(): string {
    const columns = ["passed", "failed", "expected to fail", "not applicable"] as const;
    const lines = [
      ["suite", "side", "tests of", ...columns],
      ...[...this.#rows]
        .sort()
        .map(([key, tally]) => [
          ...key.split("\t"),
          ...columns.map((column) => String(tally[column])),
        ]),
    ];
    const widths = (lines[0] ?? []).map((_, index) =>
      Math.max(...lines.map((line) => line[index]?.length ?? 0)),
    );
    return lines
      .map((line) =>
        line
          .map((cell, index) => cell.padEnd(widths[index] ?? 0))
          .join("  ")
          .trimEnd(),
      )
      .join("\n");
  }
}
