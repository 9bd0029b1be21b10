import type { Service } from "../../ir/service.js";
import type { NamedShape } from "../../ir/ir.js";
import { compare } from "../../load/select-service.js";
import { code, type Code } from "../code/code.js";
import { errorWriterOf, type Protocol, type ServerSide } from "../protocols/protocol.js";
import type { Declaration, Module, ReExport } from "../code/declarations.js";
import {
  exceptionReference,
  errorFunction,
  isMembered,
  publicNames,
  tableReference,
  valueReference,
  wireNameOf,
  wireReference,
} from "../code/shape-references.js";
import { returnFirst } from "../code/parts.js";
import { runtime } from "../code/runtime.js";
import {
  modelledValidationException,
  ownValidationException,
  validationExceptionFunctions,
} from "../shapes/validation-exception.js";
import { serviceSchema } from "./schemas-module.js";

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
        base: code`${runtime(hasQueryErrors(service) ? "QueryCompatibleException" : "ServiceException")}`,
        properties: [],
        constructorParameters: [],
        constructorBody: code``,
      },
    ],
  };
}

/** Returns whether errors have a code and a fault of awsQuery, besides members of the model. */
function hasQueryErrors({ queryCompatible, errors }: Service): boolean {
  const members = errors.flatMap((error) => error.members);
  const isFree = members.every(
    ({ property, target }) => !["Code", "Type"].includes(property) || target.kind === "string",
  );
  return queryCompatible && isFree;
}

/** Returns the module of the function that writes any error as a response. */
export function serializeErrorModule(service: Service, side: ServerSide): Module {
  const cases = service.errors.map((error): Code => {
    const write = errorFunction(`write${error.symbol}Response`);
    return code`if (error instanceof ${valueReference(error)}) return ${write}(error);`;
  });
  const own =
    modelledValidationException(service) === undefined
      ? [
          code`if (error instanceof ${ownValidationException}) return ${runtime("writeValidationException")}(error, ${errorWriterOf(side, service)});`,
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
          code`${runtime("serializeUnmodelled")}(error, ${errorWriterOf(side, service)})`,
        ),
      },
    ],
  };
}

/** Returns the module of the functions that read errors from responses and write them to responses. */
export function errorsModule(service: Service, protocol: Protocol): Module {
  return {
    path: "errors",
    source: service.id,
    declarations: [
      ...service.errors.flatMap((error) => protocol.error(error, service)),
      ...validationExceptionFunctions(service),
    ],
  };
}

/** The exports of the runtime in the index. */
export const publicRuntime = {
  "runtime/errors/errors": [
    "NotAcceptableException",
    "SerializationException",
    "UnsupportedMediaTypeException",
    "type Mismatch",
  ],
  "runtime/http/event-streams": ["type EventStreamOptions"],
  "runtime/http/fetch": [
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
    "type Advice",
    "type AdvisedForm",
    "type BigIntegerTable",
    "type BlobTable",
    "type CollectedBody",
    "type Constraint",
    "type DefaultValue",
    "type DeserializeRequestOptions",
    "type EnumTable",
    "type ErrorMetadata",
    "type HttpRequest",
    "type HttpResponse",
    "type IncomingHeaders",
    "type IncomingQuery",
    "type IncomingRequest",
    "type IncomingResponse",
    "type IntegerTable",
    "type Issue",
    "type JsonObject",
    "type JsonValue",
    "type ListTable",
    "type MapTable",
    "type MemberFacts",
    "type MemberLocation",
    "type MemberTable",
    "type NumberTable",
    "type PatternEngine",
    "type PlainTable",
    "type Received",
    "type SerializeRequestOptions",
    "type SimpleType",
    "type SafeParseResult",
    "type StandardSchema",
    "type StreamingBody",
    "type StringTable",
    "type StructureTable",
    "type TableBounds",
    "type Target",
    "type TargetTable",
    "type TimestampTable",
    "type UnionTable",
    "type Valid",
    "type ToJsonSchemaOptions",
    "type ValidateOptions",
    "type ValidationIssue",
    "type ValidationResult",
  ],
  "runtime/http/url": ["toUrl", "type UrlObject"],
} as const;

/** What the index exports for servers. */
const serverExports: readonly ReExport[] = [
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
];

/**
 * Returns the entry point. If the model has the same name as an export of the runtime, the latter
 * gets a `$`, or two if the former has a table.
 */
export function indexModule(service: Service): Module {
  const exports: ReExport[] = [
    ...service.operations.map(({ symbol, file }): ReExport => ({
      kind: "re-export",
      module: file,
      as: symbol,
    })),
    ...shapeExports(service.shapes),
    ...(service.hasServers ? serverExports : []),
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
 * Returns the exports that are not from the model, with `$` or `$$` after names that the model also has.
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
      ([module]) => hasStreams || module !== "runtime/http/event-streams",
    ),
    ...(modelledValidationException(service) === undefined
      ? [[ownValidationException.module, [ownValidationException.name]] as const]
      : []),
    [serviceSchema.module, [`type ${serviceSchema.name}`]],
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

/**
 * Returns one re-export for each file that has shapes. The functions of a structure that shares them
 * are exported from the file of the other structure, under its own names.
 */
function shapeExports(shapes: readonly NamedShape[]): ReExport[] {
  const byFile = new Map<string, ExportedName[]>();
  const add = (file: string, names: readonly ExportedName[]): void => {
    if (names.length > 0) byFile.set(file, [...(byFile.get(file) ?? []), ...names]);
  };
  for (const shape of shapes) {
    add(shape.file, typeExports(shape));
    if (isMembered(shape)) {
      const { symbol, file } = shape.kind === "structure" ? shape.codec : shape;
      add(
        file,
        publicNames.map((nameOf) => ({
          name: nameOf(symbol),
          as: nameOf(shape.symbol),
          typeOnly: false,
        })),
      );
      add(file, [
        { name: wireReference(shape).name, as: wireNameOf(shape.symbol), typeOnly: true },
      ]);
    }
  }
  return [...byFile].map(([module, names]) => ({ kind: "re-export", module, names }));
}

interface ExportedName {
  readonly name: string;
  readonly as?: string;
  readonly typeOnly: boolean;
}

function exportedNames(shape: NamedShape): string[] {
  const values = isMembered(shape)
    ? [wireNameOf(shape.symbol), ...publicNames.map((nameOf) => nameOf(shape.symbol))]
    : [];
  return [...typeExports(shape).map(({ name }) => name), ...values];
}

/** Returns the exports of a shape's type, with what an error and an enum have in addition. */
function typeExports(shape: NamedShape): ExportedName[] {
  const { symbol } = shape;
  if (shape.kind === "enum") {
    return [
      { name: symbol, typeOnly: false },
      { name: tableReference(shape).name, typeOnly: false },
    ];
  }
  if (!isMembered(shape)) return [];
  const isError = shape.kind === "structure" && shape.error !== undefined;
  return [
    { name: symbol, typeOnly: !isError },
    ...(isError ? [{ name: `${symbol}Members`, typeOnly: true }] : []),
  ];
}
