/**
 * Updates the model of an output of `smithy-codec.config` in the current folder to a published one: keeps the closure
 * of the service, checks that the overlays still match, prints the changes and the semver step, writes the model,
 * generates the code, and writes a draft of a changeset. If anything fails, nothing is changed.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { DiagnosticError } from "smithy-codec";
import { PublishedModelError } from "./read-published.js";
import { updateModel, UpdateError } from "./update-model.js";

const usage = `Usage: npm run model:update -- FILE|URL|DIR [--output NAME] [--service ID] [--dry-run]

  FILE, URL  a published model in Smithy's JSON AST
  DIR        a folder of models, such as a checkout of github.com/aws/api-models-aws
  --output   the output of smithy-codec.config whose model is updated, if there are several
  --service  the id of the service in the published model, if it was renamed
  --dry-run  print the changes, and write nothing
`;

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        output: { type: "string" },
        service: { type: "string" },
        "dry-run": { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
    const [from, ...others] = positionals;
    if (values.help === true) {
      process.stdout.write(usage);
      return 0;
    }
    if (from === undefined || others.length > 0) {
      process.stderr.write(usage);
      return 2;
    }
    await updateModel(from, {
      output: values.output,
      service: values.service,
      isReadOnly: values["dry-run"] === true,
      print: (text) => process.stdout.write(`${text}\n`),
      read: (path) => readFileSync(path),
      write: (path, bytes) => {
        writeFileSync(path, bytes);
      },
    });
    return 0;
  } catch (error) {
    const isKnown =
      error instanceof DiagnosticError ||
      error instanceof PublishedModelError ||
      error instanceof UpdateError;
    if (isKnown) {
      process.stderr.write(`${error.message}\n`);
      return error.name === "ModelError" || error instanceof PublishedModelError ? 1 : 2;
    }
    if (error instanceof TypeError && "code" in error) {
      process.stderr.write(`${error.message}\n${usage}`);
      return 2;
    }
    throw error;
  }
}
