/*
 * Measures how the generator handles the patterns of models, and how long a search takes in the worst case:
 *   node --import ts-blank-space/register scripts/patterns/main.ts FOLDER [--recheck]
 * FOLDER has models in the layout of botocore (SERVICE/VERSION/service-2.json). With `--recheck`, attack texts
 * that recheck finds are tried, too.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { RE2JS } from "re2js";
import { compilePattern } from "../../codegen/src/ir/patterns.js";
import { planPattern } from "../../codegen/src/patterns/plan.js";
import { toRe2 } from "../../codegen/src/patterns/re2.js";
import { attacksOn } from "./attacks.js";

const longestText = 100_000;

interface Found {
  readonly source: string;
  maxLength: number;
  readonly services: Set<string>;
  isRestJson: boolean;
}

function readPatterns(folder: string): Found[] {
  const found = new Map<string, Found>();
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
    /service-2\.json(\.gz)?$/.test(path),
  );
  for (const path of files.sort()) {
    const bytes = readFileSync(join(folder, path));
    const model = JSON.parse((path.endsWith("gz") ? gunzipSync(bytes) : bytes).toString()) as {
      metadata: { protocol: string };
      shapes: Record<string, { type: string; pattern?: string; max?: number }>;
    };
    for (const { type, pattern, max } of Object.values(model.shapes)) {
      if (type !== "string" || pattern === undefined) continue;
      const known = found.get(pattern) ?? {
        source: pattern,
        maxLength: 0,
        services: new Set<string>(),
        isRestJson: false,
      };
      known.maxLength = Math.max(known.maxLength, max ?? Infinity);
      known.services.add(path.split("/")[0] ?? "");
      known.isRestJson ||= model.metadata.protocol === "rest-json";
      found.set(pattern, known);
    }
  }
  return [...found.values()];
}

const [folder = "", ...flags] = process.argv.slice(2);
const patterns = readPatterns(folder);
const counts = new Map<string, number>();
const count = (kind: string): void => {
  counts.set(kind, (counts.get(kind) ?? 0) + 1);
};

const restJson = patterns.filter(({ isRestJson }) => isRestJson);
for (const { source, maxLength } of restJson.slice(0, 1)) {
  const { regExp } = compilePattern(source) ?? {};
  if (regExp !== undefined) planPattern(regExp, maxLength);
}
const started = process.cpuUsage();
for (const { source, maxLength } of restJson) {
  const { regExp } = compilePattern(source) ?? {};
  if (regExp !== undefined) planPattern(regExp, maxLength);
}
const { user } = process.cpuUsage(started);
console.log(
  `Analyzed ${restJson.length} patterns of rest-json in ${(user / 1e6).toFixed(2)} s of CPU time.`,
);

interface Prepared {
  readonly found: Found;
  readonly regExp: RegExp;
  readonly test: (text: string) => boolean;
  /** The longest text for JavaScript's engine, where there is a limit. */
  readonly limit: number | undefined;
}

const prepared: Prepared[] = [];
for (const found of patterns) {
  const { regExp } = compilePattern(found.source) ?? {};
  if (regExp === undefined) {
    count("not translatable");
    continue;
  }
  const isNative = (() => {
    try {
      return new RegExp(found.source, "u").source === regExp.source;
    } catch {
      return false;
    }
  })();
  if (!isNative) count("translated from another dialect");
  const plan = planPattern(regExp, found.maxLength);
  if (plan.limit === undefined) {
    const { regExp: planned } = plan;
    count(planned === regExp ? "kept" : "rewritten");
    prepared.push({
      found,
      regExp,
      test: (text) => planned?.test(text) ?? true,
      limit: undefined,
    });
    continue;
  }
  const re2 = toRe2(regExp);
  const engine = re2 === undefined ? undefined : RE2JS.compile(re2);
  const where = plan.regExp === undefined ? "always" : "above a limit";
  count(`${engine === undefined ? "unchecked" : "re2js"} ${where}`);
  if (engine === undefined) console.log(`unchecked ${where} (${plan.limit}): ${found.source}`);
  const limit = plan.regExp === undefined ? -1 : plan.limit;
  prepared.push({
    found,
    regExp,
    limit: limit > 0 ? limit : undefined,
    test: (text) =>
      text.length <= limit ? (plan.regExp?.test(text) ?? true) : (engine?.test(text) ?? true),
  });
  for (const service of found.services) count(`services: ${service}`);
}
const services = [...counts.keys()].filter((kind) => kind.startsWith("services: "));
console.log(`${services.length} services have a pattern that needs re2js.`);
for (const kind of services) counts.delete(kind);
console.log(`${patterns.length} patterns:`, Object.fromEntries(counts));

const worst: { ms: number; source: string; length: number }[] = [];
let tried = 0;
for (const { found, regExp, test, limit } of prepared) {
  const longest = Math.min(longestText, found.maxLength);
  let slowest = { ms: 0, source: found.source, length: 0 };
  // Above a limit the other engine is used, so that texts of the limit are tried as well.
  const lengths = limit === undefined ? [longest] : [longest, limit - 2];
  for (const text of await textsFor(regExp, lengths)) {
    tried++;
    // The minimum of several runs, because other programs may run at the same time.
    let ms = timeOf(test, text);
    for (let index = 0; index < 2 && ms > 20; index++) ms = Math.min(ms, timeOf(test, text));
    if (ms > slowest.ms) slowest = { ms, source: found.source, length: text.length };
  }
  worst.push(slowest);
}
worst.sort((left, right) => right.ms - left.ms);
console.log(`Slowest of ${tried} texts:`);
for (const { ms, source, length } of worst.slice(0, 15))
  console.log(`${ms.toFixed(1)} ms on ${length} UTF-16 units: ${source.slice(0, 120)}`);

function timeOf(test: (text: string) => boolean, text: string): number {
  const start = performance.now();
  test(text);
  return performance.now() - start;
}

async function textsFor(regExp: RegExp, lengths: readonly number[]): Promise<string[]> {
  const own = lengths.flatMap((length) => [...attacksOn(regExp, length)]);

  if (!flags.includes("--recheck")) return own;
  const { checkSync } = await import("recheck");
  process.env["RECHECK_SYNC_BACKEND"] ??= "pure";
  const result = checkSync(regExp.source, regExp.flags, { timeout: 500 });
  if (result.status !== "vulnerable") return own;
  const {
    prefix = "",
    pumps,
    suffix,
  } = result.attack as unknown as {
    prefix?: string;
    pumps: { prefix: string; pump: string }[];
    suffix: string;
  };
  const found = lengths.map((length) => {
    const room = length - (prefix + suffix).length;
    const body = pumps
      .map((pump) => {
        const size = Math.max(1, pump.pump.length);
        return pump.prefix + pump.pump.repeat(Math.max(0, Math.floor(room / pumps.length / size)));
      })
      .join("");
    return (prefix + body + suffix).slice(0, length);
  });
  return [...own, ...found];
}
