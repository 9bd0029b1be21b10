import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { OutputConfig } from "../../../codegen/src/config/config.js";
import { bytesOf, member, model, operation, structure, type Json } from "./models.js";

/** The two versions of each model; from one to the other, files are added, changed and removed. */
export const versions = ["A", "B"] as const;

export type Version = (typeof versions)[number];

/** The outputs: one of code alone, one with JSON Schemas, and one with a report of its API, too. */
export const outputNames = ["plain", "schemas", "reported"] as const;

/** The file that configures the outputs of a version. */
export const configOf = (version: Version): string => `${version}.config.json`;

/** Writes the models and configurations of three outputs, whose folders are in `out`, to a folder. */
export async function createProject(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const version of versions) {
    for (const name of outputNames)
      await writeFile(join(folder, modelFile(name, version)), bytesOf(modelOf(name, version)));
    const outputs = outputNames.map((name): OutputConfig => ({
      name,
      models: modelFile(name, version),
      out: `out/${name}/src`,
      ...(name !== "plain" && { jsonSchema: `out/${name}/schemas` }),
      ...(name === "reported" && { apiReport: `out/${name}/API.md` }),
    }));
    await writeFile(join(folder, configOf(version)), JSON.stringify({ outputs }));
  }
}

function modelFile(name: string, version: Version): string {
  return `${name}-${version}.json`;
}

/** Shapes of the same names have different members in the two versions; others are in only one of them. */
function modelOf(name: string, version: Version): Json {
  return model({
    [`Get${name}`]: operation("/get", { input: "Thing", output: "Thing" }),
    [`Only${version}`]: operation(`/only-${version}`, { input: `In${version}`, output: "Same" }),
    Thing: structure({ [`of${version}`]: "String", part: "Part" }),
    Part: structure({ text: member("String", { documentation: `As of version ${version}.` }) }),
    Same: structure({ text: "String" }),
    [`In${version}`]: structure({ text: member("String", { length: { max: 3 } }) }),
  });
}
