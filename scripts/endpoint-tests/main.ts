/*
 * Runs the endpoint tests of all models in a folder on the code that is generated from their rules:
 *   npm run endpoint-tests -- FOLDER [NAME...]
 * FOLDER has models as JSON ASTs, such as `codegen/sdk-codegen/aws-models` in the sources of the AWS
 * SDK for Go (in Debian: the source package golang-github-aws-aws-sdk-go-v2). NAMEs select files.
 */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { compareWithSdk } from "./compare-with-sdk.js";
import { loadRules, serviceOf, type ModelJson } from "./load-rules.js";
import { runCases, type TestCase } from "./run-cases.js";

const [folder, ...names] = process.argv.slice(2);
if (folder === undefined) {
  console.error("Give a folder with models: npm run endpoint-tests -- FOLDER");
  process.exit(2);
}

const totals = { models: 0, checks: 0, skipped: 0, compared: 0, failed: 0, withoutRules: 0 };
for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
  const name = basename(file, ".json");
  if (!file.endsWith(".json") || (names.length > 0 && !names.includes(name))) continue;
  const json = JSON.parse(readFileSync(join(folder, file), "utf8")) as ModelJson;
  const service = serviceOf(json);
  if (service === undefined) continue;
  await runModel(name, json, service.traits ?? {});
}
console.log(
  `${totals.models} models: ${totals.checks} checks, ${totals.compared} comparisons with the AWS SDK's evaluator, ${totals.failed} failed; ${totals.skipped} inputs need a built-in that clients do not have; ${totals.withoutRules} models have no rules`,
);
process.exit(totals.failed > 0 || totals.models === 0 ? 1 : 0);

async function runModel(
  name: string,
  json: ModelJson,
  traits: Readonly<Record<string, unknown>>,
): Promise<void> {
  let failures: readonly string[];
  let line = "";
  try {
    const loaded = await loadRules(name, json);
    if (loaded === undefined) {
      totals.withoutRules += 1;
      return;
    }
    const tests = traits["smithy.rules#endpointTests"] as { testCases?: TestCase[] } | undefined;
    const results = runCases(loaded, tests?.testCases ?? []);
    const compared = compareWithSdk(traits["smithy.rules#endpointRuleSet"], loaded);
    failures = [...results.failures, ...compared.failures];
    totals.checks += results.checks;
    totals.skipped += results.skipped;
    totals.compared += compared.comparisons;
    line = `${results.checks} checks, ${compared.comparisons} comparisons`;
  } catch (error) {
    failures = [(error as Error).stack ?? String(error)];
  }
  totals.models += 1;
  totals.failed += failures.length;
  console.log(`${failures.length === 0 ? "passed" : "FAILED"} ${name}: ${line}`);
  for (const failure of failures.slice(0, 5)) console.log(`  ${failure}`);
  if (failures.length > 5) console.log(`  and ${failures.length - 5} more`);
}
