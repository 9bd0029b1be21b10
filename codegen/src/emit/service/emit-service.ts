import type { Service } from "../../ir/service.js";
import type { Protocol } from "../protocols/protocol.js";
import { protocols } from "../protocols/protocols.js";
import { clientModules } from "../client/client-module.js";
import { serverModules } from "../server/server-module.js";
import { arbitrariesModule } from "./arbitraries-module.js";
import type { Module } from "../code/declarations.js";
import { furtherConstant, furtherModules, type Further } from "./further-protocol.js";
import { operationModule } from "./operation-module.js";
import { routerModule } from "./router-module.js";
import {
  errorsModule,
  exceptionModule,
  indexModule,
  serializeErrorModule,
} from "./service-modules.js";
import { schemasModule } from "./schemas-module.js";
import { shapeModule, shapesByFile } from "./shape-module.js";
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

/**
 * Returns the modules of a service.
 * @param others the service in further protocols, which its server also answers
 */
export function emitService(
  service: Service,
  { arbitraries = false, client = false, server = false }: EmitOptions = {},
  others: readonly Service[] = [],
): Module[] {
  const protocol = protocols[service.protocol];
  const { server: serverSide } = protocol;
  const further = others.flatMap(furtherOf);
  return [
    indexModule(service),
    exceptionModule(service),
    ...validationExceptionModules(service),
    errorsModule(service, protocol),
    schemasModule(service),
    ...(serverSide === undefined
      ? []
      : [serializeErrorModule(service, serverSide), routerModule(service, serverSide)]),
    ...(arbitraries ? [arbitrariesModule(service)] : []),
    ...(client ? clientModules(service) : []),
    ...(server && serverSide !== undefined
      ? serverModules(service, serverSide, further.map(furtherConstant))
      : []),
    ...operationAndShapeModules(service, protocol),
    ...further.flatMap((one) => furtherModules(one, service)),
  ];
}

function furtherOf(service: Service): Further[] {
  const protocol = protocols[service.protocol];
  return protocol.server === undefined ? [] : [{ service, protocol, side: protocol.server }];
}

function operationAndShapeModules(service: Service, protocol: Protocol): Module[] {
  const { operations, exceptionName } = service;
  const operationModules = operations.map((operation) =>
    operationModule(operation, service, protocol),
  );
  const shapeModules = [...shapesByFile(service)].map(([path, own]) =>
    shapeModule(path, own, exceptionName, protocol),
  );
  // Some collections need no functions of their own.
  return [...operationModules, ...shapeModules].filter(
    ({ declarations }) => declarations.length > 0,
  );
}
