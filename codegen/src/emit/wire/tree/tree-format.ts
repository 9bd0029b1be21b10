import type { TimestampFormat } from "../../../ir/ir.js";
import type { HelperName } from "../../code/runtime.js";

/** The kinds of values whose form differs between formats. */
export type Leaf =
  "bigDecimal" | "bigInteger" | "blob" | "document" | "float" | "int64" | "long" | TimestampFormat;

/**
 * A format of bodies that is parsed to a tree of objects and arrays, and printed from one. The code
 * that reads and writes structures, unions, lists and maps is the same for all of them.
 */
export interface TreeFormat {
  /** The functions of the runtime that read values. */
  readonly read: Readonly<Record<Exclude<Leaf, "long">, HelperName>>;
  /** The functions of the runtime that write values; `undefined` for values that stay as they are. */
  readonly write: Readonly<Record<Leaf, HelperName | undefined>>;
  readonly body: BodyFunctions;
  /** The functions for bodies with numbers that JavaScript cannot represent. */
  readonly exactBody: BodyFunctions;
  /** The types of the public functions of a shape, if these take and return a body instead of a tree. */
  readonly publicTypes:
    { readonly serialize: HelperName; readonly deserialize: HelperName } | undefined;
  /** The types of what a writer of a structure or map returns, and of any value. */
  readonly objectType: HelperName;
  readonly valueType: HelperName;
  /** The type of what is known of a shape before a body is parsed, if the parser makes use of it. */
  readonly guideType: HelperName | undefined;
}

/** The functions of the runtime that parse and print bodies. */
export interface BodyFunctions {
  readonly read: HelperName;
  /** Returns `undefined` if the body is empty. */
  readonly readOrNothing: HelperName;
  readonly write: HelperName;
}

/** JSON, as AWS's protocols have it: numbers of any size and precision are JSON numbers. */
export const json: TreeFormat = {
  read: {
    bigDecimal: "readBigDecimal",
    bigInteger: "readBigInteger",
    blob: "readBlob",
    document: "readDocument",
    float: "readFloat",
    int64: "readInt64",
    "date-time": "readDateTime",
    "epoch-seconds": "readEpochSeconds",
    "http-date": "readHttpDate",
  },
  write: {
    bigDecimal: "writeBigDecimal",
    bigInteger: "writeBigInteger",
    blob: "writeBlob",
    document: undefined,
    float: "writeFloat",
    int64: "writeInt64",
    long: "writeLong",
    "date-time": "writeDateTime",
    "epoch-seconds": "writeEpochSeconds",
    "http-date": "writeHttpDate",
  },
  body: { read: "readJson", readOrNothing: "readJsonOrNothing", write: "writeJson" },
  exactBody: {
    read: "readExactJson",
    readOrNothing: "readExactJsonOrNothing",
    write: "writeExactJson",
  },
  publicTypes: undefined,
  objectType: "JsonObject",
  valueType: "JsonValue",
  guideType: undefined,
};

/** JSON in which numbers that JavaScript cannot represent are text (Smithy RPC v2 JSON). */
export const jsonWithTexts: TreeFormat = {
  ...json,
  read: { ...json.read, bigDecimal: "readBigDecimalText", bigInteger: "readBigIntegerText" },
  write: { ...json.write, bigDecimal: "writeBigDecimalText", bigInteger: "writeBigIntegerText" },
};

const cborBody: BodyFunctions = {
  read: "readCbor",
  readOrNothing: "readCborOrNothing",
  write: "writeCbor",
};

/** CBOR, in which bytes, timestamps and numbers have types of their own (Smithy RPC v2 CBOR). */
export const cbor: TreeFormat = {
  read: {
    bigDecimal: "readCborBigDecimal",
    bigInteger: "readCborBigInteger",
    blob: "readCborBlob",
    document: "readDocument",
    float: "readCborFloat",
    int64: "readInt64",
    "date-time": "readCborTimestamp",
    "epoch-seconds": "readCborTimestamp",
    "http-date": "readCborTimestamp",
  },
  write: {
    bigDecimal: "writeCborBigDecimal",
    bigInteger: "writeCborBigInteger",
    blob: "writeCborBlob",
    document: undefined,
    float: "writeCborFloat",
    int64: "writeCborInt64",
    long: "writeCborLong",
    "date-time": "writeCborTimestamp",
    "epoch-seconds": "writeCborTimestamp",
    "http-date": "writeCborTimestamp",
  },
  body: cborBody,
  exactBody: cborBody,
  publicTypes: { serialize: "SerializeBytes", deserialize: "DeserializeBytes" },
  objectType: "CborObject",
  valueType: "CborValue",
  guideType: "CborGuide",
};
