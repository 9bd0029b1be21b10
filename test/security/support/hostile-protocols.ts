import { cbor } from "@smithy/core/cbor";
import { expect } from "vitest";
import { parseXmlTree } from "../../conformance/xml-trees.js";
import { acceptedCbor, refusedCbor } from "./hostile-cbor.js";
import { acceptedJson, refusedJson } from "./hostile-json.js";
import { acceptedXml, mistypedXml, refusedXml } from "./hostile-xml.js";
import type { Hostile } from "./hostile.js";

/** A protocol, and bodies for the operation `Do` of the service `Weather` in it. */
export interface Protocol {
  readonly name: string;
  readonly trait: string;
  readonly type: string;
  /** What a server gets; absent for protocols of clients only. */
  readonly request?: { readonly path: string; readonly headers: Readonly<Record<string, string>> };
  readonly refused: readonly Hostile[];
  readonly accepted: readonly Hostile[];
  /** Writes an error with a member that is too deep or has a wrong type. */
  readonly writeError: (code: string) => string | Uint8Array;
  /** Returns the code and the message of an error. */
  readonly readError: (body: string | Uint8Array) => unknown;
}

const bodyOf = (wrap: (content: string) => string): Pick<Protocol, "refused" | "accepted"> => ({
  refused: [...refusedXml(wrap), ...mistypedXml(wrap)],
  accepted: acceptedXml(wrap),
});
const inJson = { refused: refusedJson(), accepted: acceptedJson() };

function readXmlError(body: string | Uint8Array): unknown {
  const { name, content } = parseXmlTree(String(body));
  const [error] = content as readonly { readonly content: readonly object[] }[];
  const members = error?.content as readonly { readonly name: string; readonly content: string }[];
  expect(name).toBe("ErrorResponse");
  return Object.fromEntries(members.map((each) => [each.name, each.content]));
}

const writeXmlError = (code: string): string =>
  `<ErrorResponse><Error><Code>${code}</Code><message>m</message>${"<tree>".repeat(600)}` +
  `${"</tree>".repeat(600)}</Error></ErrorResponse>`;

const writeJsonError = (code: string): string =>
  JSON.stringify({ __type: code, message: "m", tree: deepTree(600) });

function deepTree(depth: number): object {
  let tree = {};
  for (let level = 1; level < depth; level++) tree = { tree };
  return tree;
}

function codeOfType({ __type, message }: Record<string, unknown>): unknown {
  return { Code: String(__type).replace(/.*#/, ""), message };
}

const readJsonError = (body: string | Uint8Array): unknown =>
  codeOfType(JSON.parse(String(body)) as Record<string, unknown>);

export const protocols: readonly Protocol[] = [
  {
    name: "restXml",
    trait: "aws.protocols#restXml",
    type: "application/xml",
    request: { path: "/do", headers: { "content-type": "application/xml" } },
    ...bodyOf((content) => `<Thing xmlns="urn:weather">${content}</Thing>`),
    writeError: writeXmlError,
    readError: readXmlError,
  },
  {
    name: "awsQuery",
    trait: "aws.protocols#awsQuery",
    type: "text/xml",
    ...bodyOf((content) => `<DoResponse><DoResult>${content}</DoResult></DoResponse>`),
    writeError: writeXmlError,
    readError: readXmlError,
  },
  {
    name: "ec2Query",
    trait: "aws.protocols#ec2Query",
    type: "text/xml",
    ...bodyOf((content) => `<DoResponse>${content}</DoResponse>`),
    writeError: writeXmlError,
    readError: readXmlError,
  },
  {
    name: "awsJson1_0",
    trait: "aws.protocols#awsJson1_0",
    type: "application/x-amz-json-1.0",
    request: {
      path: "/",
      headers: { "content-type": "application/x-amz-json-1.0", "x-amz-target": "Weather.Do" },
    },
    ...inJson,
    writeError: writeJsonError,
    readError: readJsonError,
  },
  {
    name: "rpcv2Json",
    trait: "smithy.protocols#rpcv2Json",
    type: "application/json",
    request: {
      path: "/service/Weather/operation/Do",
      headers: { "content-type": "application/json", "smithy-protocol": "rpc-v2-json" },
    },
    ...inJson,
    writeError: writeJsonError,
    readError: readJsonError,
  },
  {
    name: "rpcv2Cbor",
    trait: "smithy.protocols#rpcv2Cbor",
    type: "application/cbor",
    request: {
      path: "/service/Weather/operation/Do",
      headers: { "content-type": "application/cbor", "smithy-protocol": "rpc-v2-cbor" },
    },
    refused: refusedCbor(),
    accepted: acceptedCbor(),
    writeError: (code) => cbor.serialize({ __type: code, message: "m", tree: 5 }),
    readError: (body) =>
      codeOfType(cbor.deserialize(body as Uint8Array) as Record<string, unknown>),
  },
];
