import type { Service } from "../ir/ir.js";
import { arbitrariesModules } from "./arbitraries-module.js";
import type { Module } from "./declarations.js";
import { operationModule } from "./operation-module.js";
import { routerModule } from "./router-module.js";
import { exceptionModule, indexModule, serializeErrorModule } from "./service-modules.js";
import { shapeModule } from "./shape-module.js";
import { validationExceptionModule } from "./validation-exception.js";

/** Optional parts of the output. */
export interface EmitOptions {
  /** Whether to emit arbitraries for tests, which need the package fast-check. */
  readonly arbitraries?: boolean | undefined;
}

/** Returns the modules of a service. */
export function emitService(service: Service, { arbitraries = false }: EmitOptions = {}): Module[] {
  return [
    indexModule(service),
    exceptionModule(service),
    validationExceptionModule(service),
    serializeErrorModule(service),
    routerModule(service),
    ...(arbitraries ? arbitrariesModules(service) : []),
    ...service.operations.map((operation) => operationModule(operation, service.exceptionName)),
    ...service.shapes.map((shape) => shapeModule(shape, service.exceptionName)),
  ];
}
