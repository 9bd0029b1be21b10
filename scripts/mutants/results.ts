import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { markdownTable } from "../bench/harness/markdown.js";
import type { Mutant } from "./mutant.js";
import type { Options } from "./options.js";

export type Outcome = "killed" | "survived" | "timed out" | "not covered" | "equivalent";

/** What became of a mutant. */
export interface Result {
  readonly mutant: Mutant;
  readonly outcome: Outcome;
}

/** The figures of a folder. */
export interface Figures {
  readonly mutants: number;
  readonly killed: number;
  readonly survived: number;
  readonly timedOut: number;
  readonly notCovered: number;
  readonly equivalent: number;
  /** How the mutants were drawn, and which tests were run. */
  readonly sample: string;
}

/** Counts what became of mutants. */
export function count(results: readonly Result[], sample: string): Figures {
  const of = (outcome: Outcome): number =>
    results.filter((result) => result.outcome === outcome).length;
  return {
    mutants: results.length,
    killed: of("killed"),
    survived: of("survived"),
    timedOut: of("timed out"),
    notCovered: of("not covered"),
    equivalent: of("equivalent"),
    sample,
  };
}

/** Says how mutants were drawn, and which tests were run. */
export function describeSample({ paths, count, seed, within }: Options): string {
  const what = paths.length > 3 ? `(${paths.length} files)` : paths.join(" ");
  const parts = [`${what} --count ${count} --seed ${seed}`];
  if (within !== Infinity) parts.push(`--within ${within}`);
  return parts.join(" ");
}

/** The share of mutants that the tests notice, of those that are not equivalent. */
export function share({ mutants, killed, timedOut, equivalent }: Figures): number {
  return (killed + timedOut) / (mutants - equivalent);
}

/** A table with a line for each folder. */
export function figuresTable(folders: Readonly<Record<string, Figures>>): string {
  return markdownTable({
    columns: [
      "folder",
      "mutants",
      "killed",
      "survived",
      "timed out",
      "not covered",
      "equivalent",
      "noticed",
      "by",
    ],
    rows: Object.entries(folders)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([folder, figures]) => [
        `\`${folder}\``,
        String(figures.mutants),
        String(figures.killed),
        String(figures.survived),
        String(figures.timedOut),
        String(figures.notCovered),
        String(figures.equivalent),
        percent(share(figures)),
        `\`${figures.sample}\``,
      ]),
  });
}

function percent(part: number): string {
  return Number.isNaN(part) ? "-" : `${Math.floor(part * 100)} %`;
}

/** A mutant on one line. */
export function mutantLine({ file, line, before, after }: Mutant): string {
  return `${file}:${line}: ${before} -> ${after}`;
}

const figuresFile = new URL("results.json", import.meta.url);

/** Writes the figures of some folders, and keeps those of the others. */
export function recordFigures(folders: Readonly<Record<string, Figures>>): void {
  const known = existsSync(figuresFile)
    ? (JSON.parse(readFileSync(figuresFile, "utf8")) as Record<string, Figures>)
    : {};
  const all = { ...known, ...folders };
  writeFileSync(figuresFile, `${JSON.stringify(all, undefined, 2)}\n`);
  const text = [
    "# Mutants",
    "Changes made to the code at random, each of which compiles, and whether the tests notice them. Written by `npm run mutants -- FOLDER --record`; the aim is 90 % in every folder, of what is not equivalent. A mutant that ends by its limit of time counts as noticed, and one that no test calls as not. Where `--within` left slow test files out, the share is a lower bound. `equivalent.ts` lists the changes that nothing can notice, with reasons.",
    figuresTable(all),
  ].join("\n\n");
  writeFileSync(new URL("RESULTS.md", import.meta.url), `${text}\n`);
}
