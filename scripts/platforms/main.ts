/**
 * Tests the packed codec on every supported platform with the same round trips and calls of a service on this machine
 * that checks their signatures, and prints a table. Platforms that are not available on this machine are reported as
 * skipped. Exits with 1 if a result is not as expected.
 */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { startAnsweringService } from "../../test/package/support/answering-service.js";
import { packPackages } from "../../test/package/support/packages.js";
import { createProject, removeProject } from "../../test/package/support/project.js";
import { runOrFail } from "../../test/package/support/run.js";
import { compareResults } from "./compare-results.js";
import { formatTable, type Row } from "./format-table.js";
import { platforms } from "./platforms.js";
import { writeTrials } from "./write-trials.js";

const here = fileURLToPath(new URL("./", import.meta.url));
const expected: unknown = JSON.parse(
  readFileSync(new URL("../../test/package/consumer-results.json", import.meta.url), "utf8"),
);

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
  for (const { name, isThere, version, trials } of platforms) {
    if (!isThere()) {
      rows.push({ name, version: "", how: "", outcome: "skipped: not available on this machine" });
      continue;
    }
    const found = await version().catch(() => "unknown");
    for (const [how, trial] of Object.entries(trials)) {
      const outcome = await trial(project, service.endpoint)
        .then((output) => compareResults(output, expected))
        .catch((error: unknown) => `failed: ${String(error).replaceAll(/\s+/g, " ").slice(-200)}`);
      rows.push({ name, version: found, how, outcome });
    }
  }
} finally {
  await service.stop();
  removeProject(project);
}
process.stdout.write(formatTable(rows));
process.exitCode = rows.some(({ outcome }) => outcome.startsWith("failed")) ? 1 : 0;
