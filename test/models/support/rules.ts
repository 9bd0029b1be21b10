import type { ProtocolName } from "../../../codegen/src/ir/service.js";

const bindings = [
  ...["httpLabel", "httpQuery", "httpHeader", "httpPrefixHeaders", "httpPayload", "httpError"],
];
const xml = ["xmlName", "xmlFlattened", "xmlNamespace", "timestampFormat"];
/** Traits of other protocols, which have no effect. */
const ignored = ["httpHeader", "jsonName"];

/** The traits about which a protocol has a rule; its models have each of them. */
export const rules: Readonly<Record<ProtocolName, readonly string[]>> = {
  awsJson1_0: [
    ...[...ignored, "xmlName", "timestampFormat", "sparse", "idempotencyToken", "httpError"],
    ...["aws.protocols#awsQueryCompatible", "aws.protocols#awsQueryError"],
  ],
  awsJson1_1: ["endpoint", "hostLabel", "timestampFormat", "mediaType"],
  awsQuery: [...xml, "idempotencyToken", "aws.protocols#awsQueryError"],
  ec2Query: [
    ...["xmlName", "xmlFlattened", "timestampFormat", "idempotencyToken"],
    "aws.protocols#ec2QueryName",
  ],
  restJson1: [
    ...[...bindings, "httpQueryParams", "httpResponseCode", "jsonName", "xmlName"],
    ...["timestampFormat", "mediaType", "idempotencyToken", "retryable"],
  ],
  restXml: [
    ...[...bindings, ...xml, "xmlAttribute", "jsonName", "httpChecksumRequired"],
    "aws.customizations#s3UnwrappedXmlOutput",
  ],
  rpcv2Cbor: [
    ...[...ignored, "xmlName", "timestampFormat", "sparse", "idempotencyToken", "httpError"],
    ...["aws.protocols#awsQueryCompatible", "aws.protocols#awsQueryError"],
  ],
  rpcv2Json: [...ignored, "timestampFormat", "sparse", "idempotencyToken", "httpError"],
};
