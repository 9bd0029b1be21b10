import * as v from "valibot";
import { codes } from "../diagnostics/catalog.js";
import { importExtensions } from "../import-extension.js";
import { longTypes, patternModes, protocolNames } from "../ir/options.js";
import type { Config } from "./config.js";

const text = v.string();
const flag = v.boolean();
const path = v.pipe(v.string("Expected a path"), v.nonEmpty("Expected a path that is not empty"));
const name = v.pipe(text, v.regex(/^[^\s,]+$/, "Expected a name without spaces and commas"));
const reason = v.pipe(text, v.regex(/\S/, "Expected a reason"));
const code = v.picklist(codes, "Expected the code of a message, such as SC1401");
const models = v.union([
  path,
  v.pipe(v.array(path), v.minLength(1, "Expected at least one model")),
]);
const protocol = v.union([
  v.picklist(protocolNames),
  v.pipe(v.array(v.picklist(protocolNames)), v.minLength(1, "Expected at least one protocol")),
]);

/** A property that can be left out. */
function optional<T>(
  schema: v.GenericSchema<T>,
  description: string,
): v.GenericSchema<T | undefined> {
  return v.optional(v.pipe(schema, v.description(description)));
}

/** A property that is required. */
function required<T>(schema: v.GenericSchema<T>, description: string): v.GenericSchema<T> {
  return v.pipe(schema, v.description(description));
}

const output = v.strictObject({
  name: optional(
    name,
    "The name in messages and for `--output`; by default, the name of the output folder.",
  ),
  models: required(models, "Files of the model, in Smithy IDL or as JSON AST, or folders of them."),
  overlays: optional(v.array(path), "Files of `apply` statements to add to the model, in order."),
  service: optional(
    text,
    "The service's shape id or name. It can be omitted if the model has only one service.",
  ),
  operations: optional(
    v.array(text),
    "Names or shape ids of operations; all operations by default.",
  ),
  protocol: optional(
    protocol,
    "The protocol, if the service has several. With `server`, it can be a list: the generated code uses the first, and the server answers requests in all of them.",
  ),
  out: required(path, "The output folder. Only generated files in it are overwritten or deleted."),
  arbitraries: optional(
    flag,
    "Whether to generate `arbitraries.ts` for tests, which imports fast-check; `false` by default.",
  ),
  client: optional(
    flag,
    "Whether to generate `client.ts`, which calls the service; `false` by default.",
  ),
  server: optional(
    flag,
    "Whether to generate `server.ts`, which answers requests; `false` by default.",
  ),
  jsonSchema: optional(
    path,
    "A folder for a JSON Schema of every operation's input, output and error.",
  ),
  apiReport: optional(
    path,
    "A Markdown file that lists the names and signatures of the output, for reviews.",
  ),
  long: optional(
    v.picklist(longTypes),
    'The TypeScript type of Smithy\'s `long`; "number" by default.',
  ),
  patterns: optional(
    v.picklist(patternModes),
    'How to check strings for which a pattern can take too long (ReDoS): "linear", the default, uses re2js; "skip" does not check them.',
  ),
  importExtension: optional(
    v.picklist(importExtensions),
    'The extension of the imports between generated files; ".js" by default.',
  ),
});

const ignored = v.strictObject({
  code: required(code, "The code of the warning, such as SC1401."),
  shape: optional(
    text,
    "The id of a shape or member; by default, the warning is ignored everywhere.",
  ),
  reason: required(reason, "Why the warning does not matter."),
});

/** The schema of configurations, from which their JSON Schema is derived. */
export const configSchema: v.GenericSchema<Config> = v.strictObject({
  $schema: optional(text, "The JSON Schema of this file, for editors; only in JSON."),
  outputs: required(
    v.pipe(v.array(output), v.minLength(1, "Expected at least one output")),
    "What to generate. Each output has its own folder.",
  ),
  strict: optional(flag, "Whether warnings are errors; `false` by default."),
  ignore: optional(v.array(ignored), "Warnings that are not reported."),
});
