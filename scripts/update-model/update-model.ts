import { relative } from "node:path";
import {
  diffModels,
  findConfig,
  formatMarkdown,
  generate,
  loadConfig,
  readRuntimeSources,
  readSource,
  runTasks,
  type Config,
  type OutputConfig,
} from "smithy-codec";
import { canonicalModel, modelText } from "./canonical-model.js";
import { parseAst, type Ast } from "./json-ast.js";
import { readPublished } from "./read-published.js";
import { writeChangeset } from "./write-changeset.js";

/** An update that cannot be made; the message is for the user. */
export class UpdateError extends Error {
  override readonly name = "UpdateError";
}

/** How to update, and how to reach the outside. */
export interface UpdateOptions {
  /** The name of the output, if the configuration has several. */
  readonly output: string | undefined;
  /** The id of the service in the published model, if it was renamed. */
  readonly service: string | undefined;
  /** Whether to print the changes only. */
  readonly isReadOnly: boolean;
  readonly print: (text: string) => void;
  readonly read: (path: string) => Uint8Array;
  readonly write: (path: string, bytes: Uint8Array) => void;
}

/**
 * Updates the model of an output to a published one.
 * @throws ModelError if the published model is not valid, or an overlay has an entry that matches nothing
 * @throws PublishedModelError if it cannot be read
 * @throws UpdateError if the configuration has no such output
 */
export async function updateModel(from: string, options: UpdateOptions): Promise<void> {
  const { config, output, model } = await findOutput(options.output);
  const earlier = await readSource(model);
  const committed = parseAst(Buffer.from(earlier.bytes).toString("utf8"));
  const before = serviceOf(output, committed, model);
  const service = options.service ?? before;
  const old = committed === undefined ? undefined : { model: committed, service: before };
  const updated = canonicalModel(await readPublished(from, service), service, old);
  const current = { name: earlier.name, bytes: Buffer.from(modelText(updated)) };
  const overlays = await Promise.all((output.overlays ?? []).map((path) => readSource(path)));

  // Checks the model and the overlays strictly, before anything is written.
  const { apiReport, ...settings } = output;
  const checked = { ...current, name: from };
  await generate({ ...settings, model: checked, overlays, runtime: await readRuntimeSources() });
  const report = diffModels(
    { models: [earlier], overlays },
    { models: [current], overlays },
    output,
  );
  options.print(formatMarkdown(report, { before: `${model} as committed`, after: from }).trimEnd());
  const undocumented = countUndocumented(updated);
  if (undocumented > 0)
    options.print(`\n${undocumented} shapes and members have no documentation yet.`);
  if (options.isReadOnly || Buffer.from(earlier.bytes).equals(current.bytes)) return;

  options.write(model, current.bytes);
  const task = {
    ...settings,
    apiReport,
    name: output.name ?? service,
    models: [model],
    isReadOnly: false,
    force: false,
    cache: true,
    strict: config.strict ?? false,
    ignore: config.ignore ?? [],
  };
  const [outcome] = await runTasks([task]);
  if (outcome !== undefined && "error" in outcome) {
    options.write(model, earlier.bytes);
    throw outcome.error;
  }
  options.print(`\nWrote ${model}, and generated ${output.out}.`);
  const changeset = writeChangeset(report, output.out);
  if (changeset !== undefined)
    options.print(`Wrote ${changeset}, a draft: edit its text for your users, or delete it.`);
}

async function findOutput(
  name: string | undefined,
): Promise<{ config: Config; output: OutputConfig; model: string }> {
  const path = findConfig(".");
  if (path === undefined) throw new UpdateError("there is no smithy-codec.config in this folder");
  const config = await loadConfig(path);
  const outputs = config.outputs.filter((output) => name === undefined || output.name === name);
  const [output] = outputs;
  if (output === undefined) throw new UpdateError(`${path}: has no output ${JSON.stringify(name)}`);
  if (outputs.length > 1)
    throw new UpdateError(`${path}: has several outputs; select one with --output`);
  const [model, ...others] = [output.models].flat();
  if (model === undefined || others.length > 0)
    throw new UpdateError(`${path}: the output has ${others.length + 1} models; expected one`);
  return { config, output, model: relative(".", model) };
}

/** The id of the service of an output: the only one of the committed model, or the one that the output names. */
function serviceOf({ service }: OutputConfig, committed: Ast | undefined, model: string): string {
  if (service?.includes("#") === true) return service;
  const shapes = Object.entries(committed?.shapes ?? {});
  const services = shapes.flatMap(([id, { type }]) => (type === "service" ? [id] : []));
  const found = services.filter((id) => service === undefined || id.endsWith(`#${service}`));
  const [only] = found;
  if (only === undefined || found.length > 1)
    throw new UpdateError(
      `${model}: has ${found.length} services that could be updated; set \`service\` in the configuration to a shape id`,
    );
  return only;
}

/** How many structures, operations and members of the model are not documented. */
function countUndocumented({ shapes }: Ast): number {
  let count = 0;
  for (const shape of Object.values(shapes)) {
    const members = shape["members"];
    const holders = [shape, ...Object.values(typeof members === "object" ? (members ?? {}) : {})];
    const isDocumented = shape["type"] === "structure" || shape["type"] === "operation";
    if (!isDocumented) continue;
    count += holders.filter(
      (holder) => !JSON.stringify(holder).includes("smithy.api#documentation"),
    ).length;
  }
  return count;
}
