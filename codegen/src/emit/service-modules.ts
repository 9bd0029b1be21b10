import type { NamedShape, Service } from "../ir/ir.js";
import { compare } from "../load/select-service.js";
import { code, type Code } from "./code.js";
import type { Declaration, Module, ReExport } from "./declarations.js";
import { exceptionReference } from "./error.js";
import { returnFirst } from "./parts.js";
import { runtime } from "./runtime.js";
import { isMembered, valueReference } from "./shape-references.js";
import { modelledValidationException, ownValidationException } from "./validation-exception.js";

/** Returns the module of the base class of a service's errors. */
export function exceptionModule(service: Service): Module {
  return {
    path: "service-exception",
    source: service.id,
    declarations: [
      {
        kind: "class",
        name: service.exceptionName,
        docs: `The base class of the service's errors, and the class of errors that the model does not define.`,
        exported: true,
        base: code`${runtime("ServiceException")}`,
        properties: [],
        constructorParameters: [],
        constructorBody: code``,
      },
    ],
  };
}

/** Returns the module of the function that writes any error as a response. */
export function serializeErrorModule(service: Service): Module {
  const cases = service.errors.map((error): Code => {
    const write = { name: `write${error.symbol}Response`, module: error.file, typeOnly: false };
    return code`if (error instanceof ${valueReference(error)}) return ${write}(error);`;
  });
  const own =
    modelledValidationException(service) === undefined
      ? [
          code`if (error instanceof ${ownValidationException}) return ${runtime("writeValidationException")}(error);`,
        ]
      : [];
  return {
    path: "serialize-error",
    source: service.id,
    declarations: [
      {
        kind: "function",
        name: "serializeError",
        docs: `Serializes any error as a response on a server: errors of the model and of \`deserializeRequest\` with their
status, and any other error with status 500 and without details.`,
        exported: true,
        parameters: [{ name: "error", type: code`unknown` }],
        returnType: code`${runtime("HttpResponse")}`,
        body: returnFirst(
          [...cases, ...own],
          code`${runtime("HttpResponse")}`,
          code`${runtime("serializeUnmodelled")}(error)`,
        ),
      },
    ],
  };
}

/** The exports of the runtime in the index. */
export const publicRuntime = {
  "runtime/errors": [
    "NotAcceptableException",
    "SerializationException",
    "UnsupportedMediaTypeException",
    "type ErrorMetadata",
    "type Mismatch",
  ],
  "runtime/event-streams": ["type EventStreamOptions"],
  "runtime/fetch": [
    "fromFetchRequest",
    "fromFetchResponse",
    "toFetchRequest",
    "toFetchResponse",
    "type FetchOptions",
    "type FetchRequest",
    "type FetchResponse",
    "type FromFetchOptions",
  ],
  "runtime/types": [
    "type CollectedBody",
    "type Constraint",
    "type DeserializeRequestOptions",
    "type HttpRequest",
    "type HttpResponse",
    "type IncomingHeaders",
    "type IncomingQuery",
    "type IncomingRequest",
    "type IncomingResponse",
    "type Issue",
    "type JsonObject",
    "type JsonValue",
    "type PatternEngine",
    "type Received",
    "type SerializeRequestOptions",
    "type StandardSchema",
    "type StreamingBody",
    "type Valid",
    "type ValidateOptions",
    "type ValidationResult",
  ],
  "runtime/url": ["toUrl", "type UrlObject"],
} as const;

/**
 * Returns the entry point. If the model has the same name as an export of the runtime, the latter
 * gets a `$`.
 */
export function indexModule(service: Service): Module {
  const exports: ReExport[] = [
    ...service.operations.map(({ symbol, file }): ReExport => ({
      kind: "re-export",
      module: file,
      as: symbol,
    })),
    ...service.shapes.flatMap(shapeExports),
    {
      kind: "re-export",
      module: "serialize-error",
      names: [{ name: "serializeError", typeOnly: false }],
    },
    {
      kind: "re-export",
      module: "router",
      names: [
        { name: "matchOperation", typeOnly: false },
        { name: "OperationName", typeOnly: true },
      ],
    },
    {
      kind: "re-export",
      module: exceptionReference(service.exceptionName).module,
      names: [{ name: service.exceptionName, typeOnly: false }],
    },
    ...helperExports(service),
  ];
  return {
    path: "index",
    source: service.id,
    declarations: exports.sort((left, right) =>
      compare(left.module, right.module),
    ) satisfies Declaration[],
  };
}

/**
 * Returns the exports that are not from the model, with a `$` after names that the model also has.
 */
function helperExports(service: Service): ReExport[] {
  const { shapes, operations } = service;
  const taken: ReadonlySet<string> = new Set([
    ...shapes.flatMap(exportedNames),
    ...operations.map(({ symbol }) => symbol),
  ]);
  // Its declarations refer to a package that is not needed without event streams.
  const hasStreams = shapes.some((shape) => shape.kind === "union" && shape.streaming);
  const modules: (readonly [module: string, entries: readonly string[]])[] = [
    ...Object.entries(publicRuntime).filter(
      ([module]) => hasStreams || module !== "runtime/event-streams",
    ),
    ...(modelledValidationException(service) === undefined
      ? [[ownValidationException.module, [ownValidationException.name]] as const]
      : []),
  ];
  return modules.map(([module, entries]) => ({
    kind: "re-export",
    module,
    names: entries.map((entry) => {
      const name = entry.replace(/^type /, "");
      let as: string = name;
      while (taken.has(as)) as += "$";
      return { name, as, typeOnly: entry !== name };
    }),
  }));
}

function shapeExports(shape: NamedShape): ReExport[] {
  const names = exportsOf(shape);
  return names.length === 0 ? [] : [{ kind: "re-export", module: shape.file, names }];
}

function exportedNames(shape: NamedShape): string[] {
  return exportsOf(shape).map(({ name }) => name);
}

function exportsOf(shape: NamedShape): { name: string; typeOnly: boolean }[] {
  const { symbol } = shape;
  if (shape.kind === "enum") return [{ name: symbol, typeOnly: false }];
  if (!isMembered(shape)) return [];
  const isError = shape.kind === "structure" && shape.error !== undefined;
  return [
    { name: symbol, typeOnly: !isError },
    ...(isError ? [{ name: `${symbol}Members`, typeOnly: true }] : []),
    { name: `${symbol}Schema`, typeOnly: false },
    { name: `deserialize${symbol}`, typeOnly: false },
    { name: `serialize${symbol}`, typeOnly: false },
    { name: `validate${symbol}`, typeOnly: false },
  ];
}
