import type { Report, Table } from "../../bench/harness/report.js";
import { jobNames } from "../../bench/jobs.js";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { readText, repository } from "./repository.js";

/** A figure in a cell of a table of results: `**3.68** (3.54-3.81) 5.66 us`, or `13,229`. */
export interface Figure {
  readonly value: number;
  /** What was measured, with its unit, such as `5.66 us`; empty if the cell has only the value. */
  readonly measured: string;
}

/** Returns the results of all benchmarks, in their order. */
export function readReports(): ReadonlyMap<string, Report> {
  const paths = jobNames
    .map((job) => [job, `scripts/bench/results/${job}.json`] as const)
    .filter(([, path]) => existsSync(join(repository, path)));
  return new Map(paths.map(([job, path]) => [job, JSON.parse(readText(path)) as Report]));
}

/**
 * Returns a table of a benchmark.
 * @param caption how the caption begins, if the benchmark has several tables
 * @throws Error if there is none, so that a chart cannot lose its figures
 */
export function tableNamed(
  reports: ReadonlyMap<string, Report>,
  job: string,
  caption: string = "",
): Table {
  const table = reports.get(job)?.tables.find((candidate) => candidate.caption.startsWith(caption));
  if (table === undefined) throw new Error(`The benchmark ${job} has no table "${caption}".`);
  return table;
}

/**
 * Returns the figure in a table.
 * @throws Error if the row or the column is missing
 */
export function figureAt({ columns, rows, caption }: Table, row: string, column: string): Figure {
  const index = columns.indexOf(column);
  const text = rows.find(([name]) => name === row)?.[index];
  if (text === undefined || index < 0)
    throw new Error(`The results "${caption}" have no row "${row}" with a column "${column}".`);
  return parseFigure(text);
}

/** Parses a cell of a table of results. */
export function parseFigure(cell: string): Figure {
  const [, bold, rest = ""] = /^\*\*([\d.,]+)[^*]*\*\*(?: \([^)]*\))?(.*)$/.exec(cell) ?? [];
  const text = bold ?? /[\d.,]+/.exec(cell)?.[0] ?? "";
  return { value: Number(text.replaceAll(",", "")), measured: rest.trim() };
}
