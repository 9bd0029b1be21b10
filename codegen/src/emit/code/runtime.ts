import type { Namespace, Reference } from "./code.js";

/** The modules of the runtime, with the names that generated code imports. */
const modules = {
  "check/advice": ["checkAdvisedMembers"],
  "values/big-numbers": [
    "checkBigDecimal",
    "readBigDecimal",
    "readBigInteger",
    "readExactErrorBody",
    "readExactJson",
    "readExactJsonOrNothing",
    "writeBigDecimal",
    "writeBigInteger",
    "writeExactJson",
    "parseBigDecimal",
    "parseBigInteger",
  ],
  "values/int64": [
    "checkInt64",
    "int64",
    "parseInt64",
    "readEventInt64",
    "readInt64",
    "writeInt64",
  ],
  "arbitraries/almost-valid": ["almostValidValues", "type AlmostValid"],
  "arbitraries/arbitraries": ["noMembers", "type ArbitraryOf", "validValues"],
  "json/body": ["readBytes", "readJson", "readJsonOrNothing", "readText", "writeJson"],
  "client/add-methods": ["addMethods"],
  "client/auth/http-auth": ["apiKey", "basic", "bearer"],
  "client/auth/no-auth": ["noAuth"],
  "client/auth/sig-v4": ["sigV4"],
  "client/auth/sign-events": ["signEvents"],
  "client/auth/unsupported": ["unsupported"],
  "client/client-types": [
    "type ClientConfig",
    "type ClientError",
    "type ListMethod",
    "type Method",
    "type MethodName",
    "type PagedMethod",
    "type Unmodelled",
  ],
  "client/service-types": [
    "type Endpoint",
    "type EndpointParameters",
    "type EndpointRules",
    "type ClientService",
  ],
  "check/check": [
    "checkArray",
    "checkBoolean",
    "checkObject",
    "checkPresent",
    "checkString",
    "checkTimestamp",
    "checkUnion",
    "checkUnknownMembers",
    "isDictionary",
    "notInEnum",
    "requireString",
    "wrongType",
  ],
  "check/check-text": ["checkEntry", "checkItem", "checkPattern", "checkText"],
  "check/check-size": ["checkBlob", "checkListSize", "checkMapSize"],
  "check/check-number": ["checkBigInteger", "checkFloat", "checkInteger"],
  "check/check-document": ["checkDocument"],
  "check/unique-items": ["checkUniqueItems"],
  "check/check-collections": ["checkList", "checkMap"],
  "json/read-collections": ["readList", "readMap"],
  "json/write-collections": ["writeList", "writeMap"],
  "http/headers": [
    "readHeader",
    "readPrefixHeaders",
    "splitHeader",
    "splitHttpDates",
    "writeHeader",
    "writeHeaderElement",
    "writePrefixHeaders",
  ],
  "json/json": ["define", "isEmptyObject", "own", "setEntry"],
  "http/labels": ["writeGreedyLabel", "writeLabel"],
  "check/linear-pattern": ["choosePattern", "type LinearPattern"],
  "http/negotiation": ["expectAccept", "expectContentType", "expectNoContentType"],
  "client/jmespath": [
    "allAre",
    "and",
    "anyIs",
    "asList",
    "asObject",
    "entriesOf",
    "entryOf",
    "equal",
    "isTruthy",
    "numberOf",
    "or",
    "order",
    "pipe",
    "project",
    "secondsOf",
    "select",
    "slice",
  ],
  "client/jmespath-functions": [
    "absolute",
    "average",
    "ceiling",
    "contains",
    "endsWith",
    "firstPresent",
    "floor",
    "joinTexts",
    "keysOf",
    "largest",
    "largestBy",
    "lengthOf",
    "mapItems",
    "mergeObjects",
    "parseNumber",
    "reversed",
    "smallest",
    "smallestBy",
    "sorted",
    "sortedBy",
    "startsWith",
    "sumOf",
    "toArray",
    "toText",
    "typeNameOf",
    "valuesOf",
  ],
  "client/paginate": ["paginate"],
  "client/wait-until": ["waitUntil"],
  "client/waiter-types": ["type Waiter", "type WaiterMethod"],
  "server/create-handler": ["makeHandler"],
  "server/lambda": [
    "toLambdaHandler",
    "type LambdaEvent",
    "type LambdaHandlerOptions",
    "type LambdaResult",
  ],
  "server/node": [
    "toNodeListener",
    "type NodeListenerOptions",
    "type NodeRequest",
    "type NodeResponse",
  ],
  "server/server-types": [
    "type Handler",
    "type HandlerOptions",
    "type OperationFunction",
    "type ServerService",
  ],
  "values/path": ["at", "root", "type Key"],
  "http/query": [
    "readFirstQuery",
    "readQuery",
    "readQueryListMap",
    "readQueryMap",
    "writeQuery",
    "writeQueryMap",
    "type Query",
  ],
  "client/endpoint-functions": [
    "flatten",
    "isValidHostLabel",
    "isVirtualHostableS3Bucket",
    "namesOf",
    "noParameter",
    "noRule",
    "parseArn",
    "parseURL",
    "project",
    "refused",
    "split",
    "substring",
    "uriEncode",
  ],
  "client/endpoint-sources": [
    "accountIdModeSource",
    "accountIdSource",
    "configSource",
    "dualstackSource",
    "endpointSource",
    "fipsSource",
    "regionSource",
  ],
  "client/partitions": ["partition"],
  "errors/read-error": ["type Failure"],
  "http/responses": ["errorResponse", "jsonResponse", "openResponse", "type ErrorReaders"],
  "json/read-json": [
    "isSkipped",
    "readArray",
    "readBlob",
    "readBoolean",
    "readDocument",
    "readFloat",
    "readInteger",
    "readNestedArray",
    "readNestedObject",
    "readObject",
    "readString",
    "readStringList",
    "readStringMap",
    "readUnionMember",
  ],
  "http/parse-text": [
    "decodeMediaType",
    "encodeMediaType",
    "parseBoolean",
    "parseFloatText",
    "parseInteger",
    "parseEpochSeconds",
  ],
  "values/reader": [
    "lenient",
    "mismatch",
    "requestReader",
    "responseReader",
    "strict",
    "type Reader",
    "type ReadPlace",
    "valueRoot",
  ],
  "http/request-body": ["addChecksum", "compress", "hostLabel", "idempotencyToken"],
  "http/router": ["matchRoute", "type Route"],
  "errors/serialize-error": ["serializeUnmodelled"],
  "errors/service-exception": ["ServiceException"],
  "schema/standard-schema": ["standard"],
  "http/event-streams": [
    "marshaller",
    "openEvent",
    "readEventBlob",
    "readEventHeader",
    "readEventTimestamp",
    "requireStream",
    "toInt64",
    "type EventHeaders",
    "type EventMessage",
    "type EventStreamBody",
    "type EventStreamOptions",
    "writeEventMessage",
  ],
  "values/timestamps": [
    "readDateTime",
    "readEpochSeconds",
    "readHttpDate",
    "writeDateTime",
    "writeEpochSeconds",
    "writeHttpDate",
  ],
  "http/tree-hash": ["addTreeHash"],
  types: [
    "type Advice",
    "type CollectedBody",
    "type DeserializeRequestOptions",
    "type EnumTable",
    "type HttpRequest",
    "type HttpResponse",
    "type IncomingRequest",
    "type IncomingResponse",
    "type Issue",
    "type JsonObject",
    "type JsonValue",
    "type Received",
    "type Deserialize",
    "type DeserializeOpenRequest",
    "type DeserializeRequest",
    "type DeserializeResponse",
    "type Serialize",
    "type SerializeBySide",
    "type SerializeOptionalRequest",
    "type SerializeOptionalResponse",
    "type SerializeRequest",
    "type SerializeRequestOptions",
    "type SerializeResponse",
    "type ServiceExceptionOptions",
    "type StandardSchema",
    "type StreamingBody",
    "type UnknownMember",
    "type StructureTable",
    "type UnionTable",
    "type Valid",
    "type Validate",
    "type ValidateOptions",
    "type ValidationExceptionField",
    "type ValidationExceptionMembers",
    "type ValidationResult",
  ],
  "json/unions": ["expectOneMember", "writeUnknownMember"],
  "http/uri": ["matchUri", "type UriPattern"],
  "check/validation": ["isTooDeep", "type CheckPlace", "validate"],
  "errors/validation-exception": [
    "enforced",
    "readFieldList",
    "type InvalidInput",
    "withIssues",
    "writeValidationException",
  ],
  "json/write": [
    "asArray",
    "asNestedArray",
    "clientRoot",
    "expectNestedObject",
    "expectObject",
    "missingBinding",
    "scalarText",
    "serverRoot",
    "unwritable",
    "plainMap",
    "plainList",
    "writeBlob",
    "writeFloat",
    "writeLong",
    "writeTexts",
    "type WritePlace",
  ],
} as const;

type Entry = (typeof modules)[keyof typeof modules][number];
type HelperName = Entry extends infer Name
  ? Name extends `type ${infer Type}`
    ? Type
    : Name
  : never;

/**
 * The modules that few files of an output need, and that others should not load, in addition to
 * those of clients and servers. One needs a package.
 */
const apart: ReadonlySet<string> = new Set([
  "arbitraries/almost-valid",
  "arbitraries/arbitraries",
  "check/linear-pattern",
  "http/router",
  "errors/serialize-error",
  "errors/service-exception",
]);

/** Public types that refer to a package, which services without event streams do not need. */
const streamTypes: ReadonlySet<string> = new Set(["EventStreamBody", "EventStreamOptions"]);

/**
 * Returns the namespace of a module's declarations. The public types have one of their own, because
 * a compiler opens every file that a declaration refers to.
 */
function namespaceOf(file: string): Namespace | undefined {
  if (file === "types") return "types";
  return apart.has(file) || /^(?:client|server)\//.test(file) ? undefined : "$";
}

const helpers: ReadonlyMap<string, Reference> = new Map(
  Object.entries(modules).flatMap(([file, entries]) =>
    entries.map((entry) => {
      const name = entry.replace(/^type /, "");
      const reference = { name, module: `runtime/${file}`, typeOnly: entry !== name };
      const namespace = streamTypes.has(name) ? undefined : namespaceOf(file);
      return [name, namespace === undefined ? reference : { ...reference, namespace }] as const;
    }),
  ),
);

/** Returns a reference to a declaration of the runtime. */
export function runtime(name: HelperName): Reference {
  const reference = helpers.get(name);
  if (reference === undefined) throw new Error(`not a helper of the runtime: ${name}`);
  return reference;
}

/** Returns a reference to a type of `@smithy/types`. */
export function smithyType(name: "DocumentType"): Reference {
  return { name, module: "@smithy/types", typeOnly: true };
}
