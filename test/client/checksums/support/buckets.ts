import {
  enumeration,
  list,
  member,
  model,
  operation,
  structure,
} from "../../../codegen/support/models.js";

const header = (name: string): Record<string, unknown> => member("String", { httpHeader: name });
const algorithm = member("Algorithm", { httpHeader: "x-amz-sdk-checksum-algorithm" });
const place = {
  Bucket: member("String", { httpLabel: {}, required: {} }),
  Key: member("String", { httpLabel: {}, required: {} }),
};
const own = Object.fromEntries(
  ["CRC32", "CRC32C", "CRC64NVME", "SHA1", "SHA256"].map((name) => [
    `Checksum${name}`,
    header(`x-amz-checksum-${name.toLowerCase()}`),
  ]),
);
const mode = member("Mode", { httpHeader: "x-amz-checksum-mode" });
const responseAlgorithms = ["CRC64NVME", "CRC32", "CRC32C", "SHA256", "SHA1", "XXHASH64"];
const verified = {
  "aws.protocols#httpChecksum": { requestValidationModeMember: "ChecksumMode", responseAlgorithms },
};
const request = { "aws.protocols#httpChecksum": { requestAlgorithmMember: "ChecksumAlgorithm" } };
const required = {
  "aws.protocols#httpChecksum": {
    requestAlgorithmMember: "ChecksumAlgorithm",
    requestChecksumRequired: true,
  },
};

/** The operations of Amazon S3 that show all uses of checksums, on the wire as the AWS SDK has them. */
export const buckets: Record<string, unknown> = model(
  {
    PutObject: operation("/{Bucket}/{Key+}?x-id=PutObject", {
      ...{ method: "PUT", input: "Put", traits: request },
    }),
    DeleteObjects: operation("/{Bucket}?delete", { input: "Delete", traits: required }),
    GetObject: operation("/{Bucket}/{Key+}?x-id=GetObject", {
      ...{ method: "GET", input: "Get", output: "Got", traits: verified },
    }),
    HeadObject: operation("/{Bucket}/{Key+}", {
      ...{ method: "HEAD", input: "Get", output: "Head", traits: verified },
    }),
    GetText: operation("/{Bucket}/{Key+}?text", {
      ...{ method: "GET", input: "Get", output: "Text", traits: verified },
    }),
    Both: operation("/{Bucket}?both", {
      ...{ input: "Asking", output: "Text" },
      traits: {
        "aws.protocols#httpChecksum": {
          ...{ requestChecksumRequired: true, requestValidationModeMember: "ChecksumMode" },
          responseAlgorithms: ["SHA1"],
        },
      },
    }),
    Require: operation("/{Bucket}?require", {
      input: "Bare",
      traits: { "aws.protocols#httpChecksum": { requestChecksumRequired: true } },
    }),
    Put: structure({
      ...place,
      ...own,
      Body: member("Stream", { httpPayload: {} }),
      ContentLength: member("Long", { httpHeader: "Content-Length" }),
      ContentEncoding: header("Content-Encoding"),
      ChecksumAlgorithm: algorithm,
    }),
    Delete: structure({
      Bucket: place.Bucket,
      ChecksumAlgorithm: algorithm,
      ChecksumCRC32: own["ChecksumCRC32"] ?? {},
      Delete: member("Deletion", {
        ...{ httpPayload: {}, xmlName: "Delete", required: {} },
        xmlNamespace: { uri: "http://s3.amazonaws.com/doc/2006-03-01/" },
      }),
    }),
    Deletion: structure({ Objects: member("Ids", { xmlFlattened: {}, xmlName: "Object" }) }),
    Ids: list("Id"),
    Id: structure({ Key: "String" }),
    Get: structure({ ...place, ChecksumMode: mode }),
    Got: structure({ Body: member("Stream", { httpPayload: {} }), ...own }),
    Head: structure(own),
    Text: structure({ Text: member("String", { httpPayload: {} }) }),
    Asking: structure({ Bucket: place.Bucket, ChecksumMode: mode }),
    Bare: structure({ Bucket: place.Bucket, Note: "String" }),
    Stream: { type: "blob", traits: { "smithy.api#streaming": {} } },
    Algorithm: enumeration(
      Object.fromEntries(
        ["CRC32", "CRC32C", "CRC64NVME", "SHA1", "SHA256", "XXHASH64"].map((name) => [name, name]),
      ),
    ),
    Mode: enumeration({ ENABLED: "ENABLED" }),
  },
  { traits: { "aws.protocols#restXml": {}, "aws.auth#sigv4": { name: "s3" } } },
);
