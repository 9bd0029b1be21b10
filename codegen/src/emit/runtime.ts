import type { Reference } from "./code.js";

/** The modules of the runtime, with the names that generated code imports. */
const modules = {
  advice: ["checkAdvice", "type Advice"],
  "big-numbers": [
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
  int64: ["checkInt64", "int64", "parseInt64", "readEventInt64", "readInt64", "writeInt64"],
  "almost-valid": ["almostValidValues", "type AlmostValid"],
  arbitraries: ["noMembers", "validValues"],
  body: ["readBytes", "readJson", "readJsonOrNothing", "readText", "writeJson"],
  check: [
    "checkArray",
    "checkBigInteger",
    "checkBlob",
    "checkBoolean",
    "checkDocument",
    "checkEntry",
    "checkFloat",
    "checkInteger",
    "checkItem",
    "checkListSize",
    "checkMapSize",
    "checkObject",
    "checkPattern",
    "checkPresent",
    "checkString",
    "checkText",
    "checkTimestamp",
    "checkUnion",
    "checkUniqueItems",
    "checkUnknownMembers",
    "isDictionary",
    "notInEnum",
    "wrongType",
  ],
  describe: ["type Describer"],
  headers: [
    "readHeader",
    "readPrefixHeaders",
    "splitHeader",
    "splitHttpDates",
    "writeHeader",
    "writeHeaderElement",
    "writePrefixHeaders",
  ],
  json: ["define", "isEmptyObject", "own", "setEntry"],
  labels: ["writeGreedyLabel", "writeLabel"],
  "linear-pattern": ["choosePattern", "type LinearPattern"],
  negotiation: ["expectAccept", "expectContentType", "expectNoContentType"],
  path: ["at", "root", "type Key"],
  query: [
    "readFirstQuery",
    "readQuery",
    "readQueryListMap",
    "readQueryMap",
    "writeQuery",
    "writeQueryMap",
  ],
  "read-error": ["readFailure", "unmodelled", "type Failure"],
  "read-json": [
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
  "parse-text": [
    "decodeMediaType",
    "encodeMediaType",
    "parseBoolean",
    "parseFloatText",
    "parseInteger",
    "parseEpochSeconds",
  ],
  reader: [
    "lenient",
    "mismatch",
    "requestReader",
    "responseReader",
    "strict",
    "type Reader",
    "type ReadPlace",
    "valueReader",
  ],
  "request-body": ["addChecksum", "compress", "hostLabel", "idempotencyToken"],
  messages: ["isFailure"],
  router: ["matchRoute", "type Route"],
  "serialize-error": ["serializeUnmodelled"],
  "service-exception": ["ServiceException", "type ServiceExceptionOptions"],
  "standard-schema": ["standardProperties"],
  "event-streams": [
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
  timestamps: [
    "readDateTime",
    "readEpochSeconds",
    "readHttpDate",
    "writeDateTime",
    "writeEpochSeconds",
    "writeHttpDate",
  ],
  "tree-hash": ["addTreeHash"],
  types: [
    "type CollectedBody",
    "type DeserializeRequestOptions",
    "type HttpRequest",
    "type HttpResponse",
    "type IncomingRequest",
    "type IncomingResponse",
    "type Issue",
    "type JsonObject",
    "type JsonValue",
    "type Received",
    "type SerializeRequestOptions",
    "type StandardSchema",
    "type StreamingBody",
    "type Valid",
    "type ValidateOptions",
    "type ValidationResult",
  ],
  unions: ["expectOneMember", "writeUnknownMember", "type UnknownMember"],
  uri: ["matchUri"],
  validation: ["finishValidation", "isTooDeep", "startValidation", "type CheckPlace"],
  "validation-exception": [
    "enforce",
    "enforced",
    "readFieldList",
    "type InvalidInput",
    "type ValidationExceptionField",
    "type ValidationExceptionMembers",
    "withIssues",
    "writeValidationException",
  ],
  write: [
    "asArray",
    "asNestedArray",
    "clientRoot",
    "expectNestedObject",
    "expectObject",
    "missingBinding",
    "scalarText",
    "serverRoot",
    "unwritable",
    "withoutNullEntries",
    "withoutNulls",
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

const helpers: ReadonlyMap<string, Reference> = new Map(
  Object.entries(modules).flatMap(([file, entries]) =>
    entries.map((entry) => {
      const name = entry.replace(/^type /, "");
      return [name, { name, module: `runtime/${file}`, typeOnly: entry !== name }] as const;
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
