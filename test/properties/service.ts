import type { Operation, Service } from "../../codegen/src/ir/service.js";
import { readFileSync } from "node:fs";
import { buildService } from "../../codegen/src/ir/build-service.js";
import type { Structure } from "../../codegen/src/ir/ir.js";
import { loadModel } from "../../codegen/src/load/load-model.js";
import type { SourceFile } from "../../codegen/src/diagnostics/diagnostics.js";

/** API Gateway V2 as the generator sees it: what every property here is drawn from. */
export const service: Service = build();

/** Every structure of the service: inputs, outputs, errors, and what they hold. */
export const structures: readonly Structure[] = service.shapes.filter(
  (shape) => shape.kind === "structure",
);

/** Every operation beside its name, as `describe.each` and `it.each` want it. */
export const operationsByName: readonly (readonly [name: string, operation: Operation])[] =
  service.operations.map((operation) => [operation.name, operation]);

/** Every structure beside its name. */
export const structuresByName: readonly (readonly [name: string, structure: Structure])[] =
  structures.map((structure) => [structure.name, structure]);

function build(): Service {
  const { model, diagnostics } = loadModel(source("apigatewayv2.json"), [
    source("constraints.json"),
  ]);
  return buildService(model, {}, [], diagnostics);
}

function source(name: string): SourceFile {
  return { name, bytes: readFileSync(new URL(`../../model/${name}`, import.meta.url)) };
}
