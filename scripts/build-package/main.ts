/**
 * Builds the generator in codegen/dist, and the published files of `apigatewayv2-codec` in generated/dist:
 *
 * - one module and one declaration file for each source file, for bundlers and compilers;
 * - the same code bundled in `bundle/`, for runtimes: a main entry of three files instead of four hundred, and one
 *   file for each operation;
 * - `types`, the declarations of the main entry without any values.
 */
import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bundleEntries } from "./bundle-entries.js";
import { buildGenerator } from "./build-generator.js";
import { writeTypesEntry } from "./write-types-entry.js";

const repository = fileURLToPath(new URL("../../", import.meta.url));
const dist = new URL("../../generated/dist/", import.meta.url);

buildGenerator(repository);
rmSync(dist, { recursive: true, force: true });
execFileSync(
  process.execPath,
  ["node_modules/typescript/bin/tsc", "-p", "generated/tsconfig.build.json"],
  { cwd: repository, stdio: "inherit" },
);
writeTypesEntry(dist);
const { operations } = await bundleEntries(fileURLToPath(dist));
process.stdout.write(
  `Built codegen/dist, and generated/dist: the main entry, its types, the arbitraries and ${operations} operations.\n`,
);
