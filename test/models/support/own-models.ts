import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { repository } from "../../codegen/support/generated.js";
import type { SuiteModel } from "../../conformance/test-format.js";
import type { Suite } from "../../conformance/suites.js";

const folder = join(repository, "test/models");

/**
 * The models in `test/models`. Each has the tests of its rules as traits, as Smithy's own suites do
 * ("HTTP protocol compliance tests"): `params` is what is given, and the message what is wanted.
 */
export function ownModels(): Suite[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => {
      const bytes: Buffer = readFileSync(join(folder, file));
      const model = JSON.parse(bytes.toString("utf8")) as SuiteModel;
      return { name: basename(file, ".json"), bytes, model, malformed: {} };
    });
}
