import type { Service } from "../../ir/service.js";
import type { Reference } from "../code/code.js";
import type { Module, ReExport } from "../code/declarations.js";
import { functionReference } from "../code/shape-references.js";
import { mapReferences } from "../code/visit-references.js";
import type { Protocol, ServerSide } from "../protocols/protocol.js";
import { protocolConstant } from "../server/server-module.js";
import { toValidationException } from "../shapes/validation-exception.js";
import { keyOf, neededDeclarations } from "./needed-declarations.js";
import { routerDeclarations } from "./router-module.js";
import { serializeErrorModule } from "./service-modules.js";
import { shapesByFile, wireDeclarations } from "./shape-module.js";

/*
 * The output of a further protocol of a server: the functions that read requests and write responses,
 * in a folder of their own. Everything else is that of the first protocol.
 */

/** A service in a further protocol. */
export interface Further {
  readonly service: Service;
  readonly protocol: Protocol;
  readonly side: ServerSide;
}

const constantModule = "protocol";

/** Returns a reference to the constant with what a server needs of a further protocol. */
export function furtherConstant({ service, side }: Further): Reference {
  return { name: service.protocol, module: pathIn(side, constantModule), typeOnly: false };
}

/**
 * Returns the modules of a further protocol.
 * @param first the service in the first protocol
 */
export function furtherModules(further: Further, first: Service): Module[] {
  const { service, side } = further;
  const needed = neededDeclarations(wireModules(further), [
    { module: constantModule, name: service.protocol },
    ...service.operations.flatMap(({ file }) =>
      ["deserializeRequest", "serializeResponse"].map((name) => ({ module: file, name })),
    ),
  ]);
  const own = new Set([
    ...needed.flatMap(({ path, declarations }) =>
      declarations.flatMap((one) =>
        "name" in one ? [keyOf({ module: path, name: one.name })] : [],
      ),
    ),
    ...service.operations.map(({ symbol }) => keyOf({ module: "index", name: symbol })),
    keyOf(toValidationException),
  ]);
  const checks = checksOf(service, first);
  const moved = needed.map(({ declarations, ...module }) => ({
    ...module,
    path: pathIn(side, module.path),
    declarations: mapReferences(declarations, (reference) => {
      const key = keyOf(reference);
      return own.has(key)
        ? { ...reference, module: pathIn(side, reference.module) }
        : (checks.get(key) ?? reference);
    }),
  }));
  return [indexModule(further), ...withSharedErrors(moved, further)];
}

function pathIn({ folder }: ServerSide, path: string): string {
  return `protocols/${folder}/${path}`;
}

/** Returns the modules as if the protocol were the only one, without what is the same in all protocols. */
function wireModules({ service, protocol, side }: Further): Module[] {
  const { id: source } = service;
  return [
    {
      path: toValidationException.module,
      source,
      declarations: service.errors.flatMap((error) => protocol.error(error, service)),
    },
    serializeErrorModule(service, side),
    { path: "router", source, declarations: routerDeclarations(service, side) },
    { path: constantModule, source, declarations: [protocolConstant(service, side)] },
    ...service.operations.map((operation) => ({
      path: operation.file,
      source: operation.id,
      declarations: protocol.operation(operation, service),
    })),
    ...[...shapesByFile(service)].map(([path, shapes]) => ({
      path,
      source: shapes[0]?.id ?? source,
      declarations: shapes.flatMap((shape) => wireDeclarations(shape, protocol)),
    })),
  ];
}

/** The namespaces of the operations, as the index of the first protocol has them. */
function indexModule({ service, side }: Further): Module {
  return {
    path: pathIn(side, "index"),
    source: service.id,
    declarations: service.operations.map(({ symbol, file }): ReExport => ({
      kind: "re-export",
      module: pathIn(side, file),
      as: symbol,
    })),
  };
}

/** The exception for invalid inputs is the same in all protocols. */
function withSharedErrors(modules: readonly Module[], { service, side }: Further): Module[] {
  const path = pathIn(side, toValidationException.module);
  const { module, name } = toValidationException;
  const shared: ReExport = { kind: "re-export", module, names: [{ name, typeOnly: false }] };
  const own = modules.find((one) => one.path === path);
  return [
    ...modules.filter((one) => one !== own),
    { path, source: service.id, declarations: [shared, ...(own?.declarations ?? [])] },
  ];
}

/**
 * Returns the checks of shapes in the first protocol by those in a further one. Structures that share
 * their check in one protocol need not do so in another, since names on the wire differ.
 */
function checksOf(service: Service, first: Service): ReadonlyMap<string, Reference> {
  const firstShapes = new Map(first.shapes.map((shape) => [shape.id, shape]));
  const owners = service.shapes.filter(
    (shape) => shape.kind !== "structure" || shape.codec === shape,
  );
  return new Map(
    owners.flatMap((shape) => {
      const same = firstShapes.get(shape.id);
      if (same === undefined) return [];
      return [
        [keyOf(functionReference(shape, "check")), functionReference(same, "check")] as const,
      ];
    }),
  );
}
