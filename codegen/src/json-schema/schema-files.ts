import type { Service } from "../ir/service.js";
import { posix } from "node:path";
import { generatedMark } from "../generated-mark.js";
import type { Structure } from "../ir/ir.js";
import { compare } from "../load/select-service.js";
import { manifestName, manifestText } from "../write/manifest.js";
import { shapeSchema } from "./shape-schema.js";

/**
 * Returns JSON Schemas (draft 2020-12) of the inputs, outputs and errors of a service's operations.
 * @returns file contents by path, sorted by path, including the manifest
 */
export function schemaFiles(service: Service): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const add = (file: string, kind: string, structure: Structure | undefined): void => {
    if (structure === undefined) return;
    const path = `${posix.basename(file)}.${kind}.schema.json`;
    files.set(path, schemaText(structure));
  };
  for (const { file, input, output } of service.operations) {
    add(file, "input", input);
    add(file, "output", output);
  }
  for (const error of service.errors) add(error.file, "error", error);
  files.set(manifestName, manifestText([...files.keys()]));
  return new Map([...files].sort(([left], [right]) => compare(left, right)));
}

function schemaText(structure: Structure): string {
  const { $schema, $defs, ...root } = shapeSchema(structure);
  const $comment = `${generatedMark} ${structure.id}`;
  return jsonText({ $schema, $comment, ...root, $defs: sorted($defs) });
}

function sorted(definitions: unknown): unknown {
  if (definitions === undefined) return undefined;
  const entries = Object.entries(definitions as Record<string, unknown>);
  return Object.fromEntries(entries.sort(([left], [right]) => compare(left, right)));
}

/** Returns JSON text in which control and bidirectional formatting characters are escaped, as in generated code. */
function jsonText(value: unknown): string {
  const text = JSON.stringify(value, undefined, 2).replace(
    /[\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `${text}\n`;
}
