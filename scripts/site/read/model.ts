import config from "../../../smithy-codec.config.js";
import { loadModel } from "../../../codegen/src/load/load-model.js";
import { buildService } from "../../../codegen/src/ir/build-service.js";
import { screenPatterns } from "../../../codegen/src/ir/screen-patterns.js";
import type { Service } from "../../../codegen/src/ir/service.js";
import { readText } from "./repository.js";

/** Returns the service of the repository's model, with the overlays of the configuration. */
export async function readService(): Promise<Service> {
  const [output] = config.outputs;
  const { models = [], overlays = [] } = output ?? {};
  const { model, diagnostics } = loadModel(sources(models), sources(overlays));
  const service = buildService(model, {}, [], diagnostics);
  await screenPatterns(service, "linear", diagnostics);
  return service;
}

function sources(paths: string | readonly string[]): { name: string; bytes: Uint8Array }[] {
  return [paths].flat().map((name) => ({ name, bytes: Buffer.from(readText(name)) }));
}
