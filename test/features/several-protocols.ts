import {
  enumeration,
  list,
  map,
  member,
  model,
  operation,
  simple,
  structure,
  union,
} from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { error, request, response, text } from "./support/wants.js";

const required = { required: {} };
const gzip = { requestCompression: { encodings: ["gzip"] } };

/** Four members, as many as structures need to share their functions. */
const entry = (traits: Record<string, object | string>): ReturnType<typeof structure> =>
  structure({
    title: member("String", { length: { max: 20 }, ...traits }),
    at: "Timestamp",
    day: member("Timestamp", { timestampFormat: "date-time" }),
    parts: "Parts",
  });

/**
 * A server in four protocols: types and checks are those of the first one. `Note` and `Memo` share their
 * functions where names in JSON have no effect, `Memo` and `Page`, and `KeepInput` and `DropInput`, in JSON,
 * but not in XML.
 */
export const feature: Feature = {
  given: model(
    {
      PutNote: operation("/notes/{id}", {
        method: "PUT",
        code: 201,
        input: "PutNoteInput",
        output: "PutNoteOutput",
        errors: ["NoRoom", "Locked"],
        traits: gzip,
      }),
      Ping: operation("/ping", { method: "GET" }),
      Copy: operation("/copy", { input: "Book", output: "Book" }),
      Upload: operation("/files", { input: "File", output: "File" }),
      Keep: operation("/keep", { input: "KeepInput" }),
      Drop: operation("/drop", { input: "DropInput" }),
      Talk: operation("/talk", { input: "Talking", output: "Talking" }),
      PutNoteInput: structure({
        id: member("String", { httpLabel: {}, required: {}, pattern: "^[a-z]+$" }),
        kind: member("Kind", { httpHeader: "x-kind" }),
        note: member("Note", required),
        token: member("String", { httpQuery: "token", idempotencyToken: {} }),
      }),
      PutNoteOutput: structure({
        version: member("Long", { httpHeader: "x-version", required: {} }),
        note: "Note",
        count: member("Integer", { default: 7 }),
      }),
      Book: structure({ note: "Note", memo: "Memo", page: "Page", tree: "Tree", choice: "Choice" }),
      Note: entry({ jsonName: "heading" }),
      Memo: entry({}),
      Page: entry({ xmlName: "Heading" }),
      KeepInput: entry({}),
      DropInput: entry({}),
      Parts: list("Part", { length: { max: 3 } }, { xmlName: "part" }),
      Part: structure({ data: "Blob", tags: "Tags", price: "BigDecimal", size: "BigInteger" }),
      Tags: map("String"),
      Tree: structure({ name: member("String", required), children: "Trees" }),
      Trees: list("Tree"),
      Choice: union({ text: "String", number: "Double", tree: "Tree" }),
      Kind: enumeration({ A: "a", B: "b" }),
      File: structure({
        data: member("Blob", { httpPayload: {}, mediaType: "application/octet-stream" }),
        type: member("String", { httpHeader: "content-type" }),
      }),
      Talking: structure({ events: member("Events", { httpPayload: {} }) }),
      Events: union({ said: "Said", stopped: "NoRoom" }, { streaming: {} }),
      Said: structure({ text: member("String", { length: { max: 5 } }), at: "Timestamp" }),
      NoRoom: structure(
        { message: "String", left: member("Integer", { httpHeader: "x-left" }) },
        { error: "client", httpError: 409 },
      ),
      Locked: structure({ reason: "Text" }, { error: "server", httpError: 503 }),
      Text: simple("string"),
    },
    {
      traits: {
        "aws.protocols#restJson1": {},
        "aws.protocols#restXml": {},
        "aws.protocols#awsJson1_1": {},
        "smithy.protocols#rpcv2Cbor": {},
      },
    },
  ),
  options: { server: true, protocol: ["restJson1", "awsJson1_1", "rpcv2Cbor", "restXml"] },
  want: [
    text(
      "protocols/rest-xml/shapes/Note.ts",
      'import type { Note } from "../../../shapes/Note.js";',
    ),
    text(
      "protocols/rpc-v2-cbor/operations/PutNote.ts",
      'import type { Input, Output } from "../../../operations/PutNote.js";',
    ),
    request("Ping", {}, "GET /ping"),
    response("PutNote", { version: 2, note: { title: "t" }, count: 1 }, 201, {
      headers: { "content-type": "application/json", "x-version": "2" },
      body: { note: { heading: "t" }, count: 1 },
    }),
    error("PutNote", "NoRoom", { message: "m", left: 1 }, 409, {
      headers: {
        "content-type": "application/json",
        "x-amzn-errortype": "NoRoom",
        "x-left": "1",
      },
      body: { message: "m" },
    }),
  ],
};
