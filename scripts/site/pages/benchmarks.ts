import { markdownTable } from "../../bench/harness/markdown.js";
import { aimsTable } from "../../bench/harness/markdown.js";
import type { Report } from "../../bench/harness/report.js";
import { barChart } from "../chart/bar-chart.js";
import { chartsOf } from "../chart/charts.js";
import { escapeVue } from "../markdown/escape.js";
import { mapProse } from "../markdown/fences.js";
import type { Page } from "../page.js";
import { readText } from "../read/repository.js";

/** The page with the results of the benchmarks: a chart and the tables of each, then the targets. */
export function benchmarksPage(reports: ReadonlyMap<string, Report>): Page {
  const charts = chartsOf(reports);
  const [machine = ""] = /^Node .*$/m.exec(readText("scripts/bench/RESULTS.md")) ?? [];
  const sections = [...reports].map(([job, report]) =>
    [
      `## ${report.title}`,
      escapeVue(report.about),
      ...(charts.get(job) ?? []).map(barChart),
      ...report.tables.map(
        (table) => `${escapeVue(table.caption)}:\n\n${escapeVue(markdownTable(table))}`,
      ),
    ].join("\n\n"),
  );
  const aims = [...reports.values()].flatMap((report) => report.aims);
  return {
    path: "project/benchmarks",
    title: "Benchmarks",
    description:
      "Speed, size, memory and types, compared with other libraries, with the targets that are not met.",
    frontMatter: { outline: [2, 2] },
    text: [
      "# Benchmarks",
      "The figures are from `npm run bench`, which writes them to [scripts/bench](https://github.com/smithy-codec/smithy-codec/tree/main/scripts/bench). The libraries that are compared take turns in one process. Bold figures are ratios: the median over all rounds, with the middle half of the rounds in brackets. Times are CPU time. Below about 40 ns, only the order of magnitude is meaningful.",
      `::: details Machine and versions\n\n${escapeVue(machine)}\n\n:::`,
      ...sections,
      "## Targets",
      "The targets that were set before measuring, and the results.",
      escapeVue(aimsTable(aims)),
      mapProse(readText("scripts/bench/NOTES.md"), escapeVue),
    ].join("\n\n"),
  };
}
