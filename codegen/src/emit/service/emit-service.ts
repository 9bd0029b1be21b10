import type { Service } from "../../ir/service.js";
import type { NamedShape } from "../../ir/ir.js";
import type { Protocol } from "../protocols/protocol.js";
import { protocols } from "../protocols/protocols.js";
import { clientModules } from "../client/client-module.js";
import { serverModules } from "../server/server-module.js";
import { arbitrariesModule } from "./arbitraries-module.js";
import type { Module } from "../code/declarations.js";
import { operationModule } from "./operation-module.js";
import { routerModule } from "./router-module.js";
import {
  errorsModule,
  exceptionModule,
  indexModule,
  serializeErrorModule,
} from "./service-modules.js";
import { shapeModule } from "./shape-module.js";
import { validationExceptionModules } from "../shapes/validation-exception.js";

/** Optional parts of the output. */
export interface EmitOptions {
  /** Whether to emit arbitraries for tests, which need the package fast-check. */
  readonly arbitraries?: boolean | undefined;
  /** Whether to emit a client. */
  readonly client?: boolean | undefined;
  /** Whether to emit a server. */
  readonly server?: boolean | undefined;
}

/** Returns the modules of a service. */
export function emitService(
  service: Service,
  { arbitraries = false, client = false, server = false }: EmitOptions = {},
): Module[] {
  const protocol = protocols[service.protocol];
  const { server: serverSide } = protocol;
  return [
    indexModule(service),
    exceptionModule(service),
    ...validationExceptionModules(service),
    errorsModule(service, protocol),
    ...(serverSide === undefined
      ? []
      : [serializeErrorModule(service, serverSide), routerModule(service, serverSide)]),
    ...(arbitraries ? [arbitrariesModule(service)] : []),
    ...(client ? clientModules(service) : []),
    ...(server && serverSide !== undefined ? serverModules(service, serverSide) : []),
    ...operationAndShapeModules(service, protocol),
  ];
}

function operationAndShapeModules(service: Service, protocol: Protocol): Module[] {
  const { operations, shapes, exceptionName } = service;
  const byFile = new Map<string, NamedShape[]>();
  for (const shape of shapes) {
    const shapesOfFile = byFile.get(shape.file);
    if (shapesOfFile === undefined) byFile.set(shape.file, [shape]);
    else shapesOfFile.push(shape);
  }
  const operationModules = operations.map((operation) =>
    operationModule(operation, service, protocol),
  );
  const shapeModules = [...byFile].map(([path, own]) =>
    shapeModule(path, own, exceptionName, protocol),
  );
  // Some collections need no functions of their own.
  return [...operationModules, ...shapeModules].filter(
    ({ declarations }) => declarations.length > 0,
  );
}
