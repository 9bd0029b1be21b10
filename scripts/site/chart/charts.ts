import type { Report } from "../../bench/harness/report.js";
import { parseFigure, tableNamed } from "../read/results.js";
import type { Bar, Chart } from "./bar-chart.js";

type Reports = ReadonlyMap<string, Report>;

const ours = "apigatewayv2-codec";

/** The charts of the benchmarks, by the job whose section they open. */
export function chartsOf(reports: Reports): ReadonlyMap<string, readonly Chart[]> {
  return new Map<string, readonly Chart[]>([
    [
      "bundle-size",
      [
        {
          id: "chart-bundle",
          title: "Size of a bundle",
          description: "Kilobytes, minified and compressed with gzip; less is better.",
          bars: bundleBars(reports),
        },
      ],
    ],
    [
      "call",
      [
        rowChart(reports, {
          job: "call",
          row: "signed",
          id: "chart-call",
          title: "CPU time of a signed call",
          description: "With a transport that answers at once; less is better.",
        }),
      ],
    ],
    [
      "decode",
      [
        rowChart(reports, {
          job: "decode",
          caption: "From bytes",
          row: "GetApis, 100 items",
          id: "chart-decode",
          title: "Time to read a response of GetApis with 100 items",
          description: "From bytes to typed values; less is better.",
        }),
      ],
    ],
    [
      "validate-valid",
      [
        columnChart(reports, {
          job: "validate-valid",
          column: "M",
          id: "chart-valid",
          title: "Time to validate a valid value of 6 KB",
          description: "The same constraints in every library; less is better.",
        }),
      ],
    ],
    [
      "validate-invalid",
      [
        columnChart(reports, {
          job: "validate-invalid",
          column: "ratio",
          id: "chart-invalid",
          title: "Time to report 15 issues",
          description: "Each with its path and its message; less is better.",
        }),
      ],
    ],
    [
      "serve",
      [
        rowChart(reports, {
          job: "serve",
          caption: "Requests per second",
          row: "CreateIntegrationResponse, M, 6239 bytes",
          id: "chart-serve",
          title: "Requests per second, with a body of 6 KB",
          description:
            "The server by hand checks types only, the others check constraints; more is better.",
        }),
      ],
    ],
    [
      "cold-import",
      [
        {
          ...columnChart(reports, {
            job: "cold-import",
            column: "time",
            id: "chart-import",
            title: "CPU time of the first import",
            description: "More than that of an empty module; less is better.",
          }),
          bars: importBars(reports),
        },
      ],
    ],
  ]);
}

interface Source {
  readonly job: string;
  readonly caption?: string;
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/** Makes a chart of a row of a table, whose columns are contenders. */
function rowChart(reports: Reports, source: Source & { readonly row: string }): Chart {
  const { columns, rows, caption } = tableNamed(reports, source.job, source.caption);
  const cells = rows.find(([name]) => name === source.row);
  if (cells === undefined) throw new Error(`The results "${caption}" have no row "${source.row}".`);
  const bars = columns.flatMap((label, index) => {
    const cell = index === 0 ? undefined : cells[index];
    return cell?.startsWith("**") === true ? [barOf(label, cell)] : [];
  });
  return { ...source, bars };
}

/** Makes a chart of a column of a table, whose rows are contenders. */
function columnChart(reports: Reports, source: Source & { readonly column: string }): Chart {
  const { columns, rows, caption } = tableNamed(reports, source.job, source.caption);
  const index = columns.indexOf(source.column);
  if (index < 0) throw new Error(`The results "${caption}" have no column "${source.column}".`);
  const bars = rows.map((cells) => barOf(cells[0] ?? "", cells[index] ?? ""));
  return { ...source, bars };
}

function barOf(label: string, cell: string): Bar {
  const { value, measured } = parseFigure(cell);
  const name = label.replaceAll("`", "");
  // Servers are measured in requests per second, everything else in time.
  const text = measured === "" ? String(value) : measured.replace("us", "µs");
  return { label: name, value, text, isOurs: name.includes(ours) };
}

function bundleBars(reports: Reports): readonly Bar[] {
  const { rows } = tableNamed(reports, "bundle-size");
  const chosen: readonly (readonly [row: RegExp, label: string])[] = [
    [/^one operation: client codec, errors, validation of the input$/, "codec of one operation"],
    [/^createClient with one operation$/, "client with one operation"],
    [/^the client with all operations$/, "client with all 103 operations"],
    [/^SDK [\d.]+: client and one command$/, "AWS SDK, client with one operation"],
  ];
  return chosen.map(([pattern, label]) => {
    const row = rows.find(([name = ""]) => pattern.test(name));
    if (row === undefined) throw new Error(`The bundle sizes have no row ${String(pattern)}.`);
    const value = parseFigure(row[1] ?? "").value / 1000;
    return { label, value, text: `${value.toFixed(1)} KB`, isOurs: !label.startsWith("AWS") };
  });
}

function importBars(reports: Reports): readonly Bar[] {
  const { rows } = tableNamed(reports, "cold-import");
  return rows
    .filter(([name]) => name !== "empty module")
    .map(([name = "", time = ""]) => {
      const { value } = parseFigure(time);
      return { label: name, value, text: `${value} ms`, isOurs: !name.startsWith("SDK") };
    });
}
