import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  generate,
  readRuntimeSources,
  type GenerateInput,
  type GenerateResult,
} from "smithy-codec";
import type { StandardSchemaV1, StandardJSONSchemaV1 } from "@standard-schema/spec";
import { featuresModel } from "./features-model.js";

/** A schema as its users see it. */
export type AnySchema = StandardSchemaV1 & StandardJSONSchemaV1;

/** The model's file. */
export const featuresSource: { readonly name: string; readonly bytes: Uint8Array } = {
  name: "features.json",
  bytes: new TextEncoder().encode(featuresModel),
};

/** Generates the code of the features model. */
export async function generateFeatures(
  options: Pick<GenerateInput, "client"> = {},
): Promise<GenerateResult> {
  return generate({ model: featuresSource, runtime: await readRuntimeSources(), ...options });
}

/** Generates the code of the features model into a folder of that name, and loads it. */
export async function importFeatures(name: string): Promise<Record<string, AnySchema>> {
  const folder = fileURLToPath(new URL(`../.generated/${name}/`, import.meta.url));
  const { files } = await generateFeatures();
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return (await import(join(folder, "index.ts"))) as Record<string, AnySchema>;
}
