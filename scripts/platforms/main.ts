/**
 * Tests the packed codec on every supported platform, and prints a table:
 *
 * - the same round trips, and calls of a service on this machine that checks their signatures;
 * - the same exchanges with a server, by `fetch` alone and by the platform's own servers.
 *
 * Platforms that are not available on this machine are reported as skipped. Exits with 1 if a result is not as expected.
 */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { startAnsweringService } from "../../test/package/support/answering-service.js";
import { packPackages } from "../../test/package/support/packages.js";
import { createProject, removeProject } from "../../test/package/support/project.js";
import { runOrFail } from "../../test/package/support/run.js";
import { exchanges } from "../../test/server/exchanges.js";
import { exchangeAll, expectedOf } from "../../test/server/exchanges-run.js";
import { compareResults, findResults, type Results } from "./compare-results.js";
import { formatTable, type Row } from "./format-table.js";
import { platforms } from "./platforms.js";
import { writeTrials } from "./write-trials.js";

const here = fileURLToPath(new URL("./", import.meta.url));
const expected = JSON.parse(
  readFileSync(new URL("../../test/package/consumer-results.json", import.meta.url), "utf8"),
) as Results;

if (!existsSync(`${here}node_modules`)) {
  process.stdout.write("Installing the platforms (about 600 MB, only once) ...\n");
  // Not `npm ci`, which needs the binaries for all other machines in the lock file.
  await runOrFail("npm", ["install", "--no-save", "--ignore-scripts", "--prefer-offline"], here);
}
process.stdout.write("Building and packing ...\n");
const { codec } = await packPackages();
const project = await createProject([codec]);
const service = await startAnsweringService();
const rows: Row[] = [];
try {
  await writeTrials(project, service.endpoint);
  for (const { name, isThere, version, trials, servers } of platforms) {
    if (!isThere()) {
      const calls = "skipped: not available on this machine";
      rows.push({ name, version: "", how: "", calls, exchanges: "skipped" });
      continue;
    }
    const found = await version().catch(() => "unknown");
    for (const [how, trial] of Object.entries(trials)) {
      const output = trial(project, service.endpoint);
      const calls = await outcome(async () =>
        compareResults(findResults(await output, "request"), expected),
      );
      const ofServer = await outcome(async () => {
        const results = findResults(await output, "exchanges")["exchanges"];
        return compareResults(results as Results, expectedExchanges(false));
      });
      rows.push({ name, version: found, how, calls, exchanges: ofServer });
    }
    for (const [how, start] of Object.entries(servers)) {
      const ofServer = await outcome(async () => {
        const server = await start(project);
        try {
          const results = await exchangeAll(fetch, server.endpoint);
          return compareResults(results, expectedExchanges(true));
        } finally {
          await server.stop();
        }
      });
      rows.push({ name, version: found, how, calls: "", exchanges: ofServer });
    }
  }
} finally {
  await service.stop();
  removeProject(project);
}
process.stdout.write(formatTable(rows));
const outcomes = rows.flatMap(({ calls, exchanges }) => [calls, exchanges]);
process.exitCode = outcomes.some((text) => text.startsWith("failed")) ? 1 : 0;

function expectedExchanges(isSent: boolean): Results {
  return Object.fromEntries(
    exchanges.map((exchange) => [exchange.name, expectedOf(exchange, isSent)]),
  );
}

async function outcome(compare: () => Promise<string>): Promise<string> {
  try {
    return await compare();
  } catch (error) {
    return `failed: ${String(error).replaceAll(/\s+/g, " ").slice(-200)}`;
  }
}
