import type { Service } from "../ir/ir.js";
import type { Module } from "./declarations.js";
import { operationModule } from "./operation-module.js";
import { routerModule } from "./router-module.js";
import { exceptionModule, indexModule, serializeErrorModule } from "./service-modules.js";
import { shapeModule } from "./shape-module.js";

/** Every file of a service, in the order of their paths. */
export function emitService(service: Service): Module[] {
  return [
    indexModule(service),
    exceptionModule(service),
    serializeErrorModule(service),
    routerModule(service),
    ...service.operations.map((operation) => operationModule(operation, service.exceptionName)),
    ...service.shapes.map((shape) => shapeModule(shape, service.exceptionName)),
  ];
}
