import { readFile } from "node:fs/promises";
import { emit } from "../../../../codegen/src/generate.js";
import { readRuntimeSources } from "../../../../codegen/src/runtime-sources.js";
import { describeService } from "../info/describe-service.js";
import type { ServiceInfo } from "../info/service-info.js";

/** The overlays of `smithy-codec.config.ts`. */
const overlays = ["constraints", "advice", "pagination", "endpoints"];

let info: Promise<ServiceInfo> | undefined;

/** Describes API Gateway V2, once for all bundles of a build. */
export function readApiGatewayInfo(): Promise<ServiceInfo> {
  return (info ??= read());
}

async function read(): Promise<ServiceInfo> {
  const [model, ...rest] = await Promise.all(["apigatewayv2", ...overlays].map(readModel));
  if (model === undefined) throw new Error("There is no model.");
  const { service } = await emit({ model, overlays: rest, runtime: await readRuntimeSources() });
  return describeService(service);
}

async function readModel(name: string): Promise<{ name: string; bytes: Uint8Array }> {
  const url = new URL(`../../../../model/${name}.json`, import.meta.url);
  return { name: `${name}.json`, bytes: await readFile(url) };
}
