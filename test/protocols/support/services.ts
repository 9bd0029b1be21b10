import { DynamoDB } from "@aws-sdk/client-dynamodb";
import { KMS } from "@aws-sdk/client-kms";
import { SmithyRpcV2CborProtocol } from "@smithy/core/cbor";
import {
  enumeration,
  list,
  map,
  member,
  model,
  operation,
  structure,
  union,
} from "../../codegen/support/models.js";
import { inProtocols, renamed, settings, type SdkService } from "./aws-service.js";
import { zones } from "./zones.js";

const required = { required: {} };

/** Items of any depth: a recursive union, blobs and sets; numbers are text. */
const tables = model(
  {
    PutItem: operation("/", {
      input: "PutItemInput",
      output: "PutItemOutput",
      errors: ["ConditionalCheckFailedException", "ResourceNotFoundException"],
    }),
    GetItem: operation("/", { input: "GetItemInput", output: "GetItemOutput" }),
    ListTables: operation("/", { input: "ListTablesInput", output: "ListTablesOutput" }),
    DescribeTable: operation("/", {
      input: "DescribeTableInput",
      output: "DescribeTableOutput",
      errors: ["ResourceNotFoundException"],
    }),
    PutItemInput: structure({
      TableName: member("String", required),
      Item: member("Attributes", required),
      ReturnValues: "ReturnValue",
    }),
    PutItemOutput: structure({ Attributes: "Attributes" }),
    GetItemInput: structure({
      TableName: member("String", required),
      Key: member("Attributes", required),
      ConsistentRead: "Boolean",
    }),
    GetItemOutput: structure({ Item: "Attributes" }),
    ListTablesInput: structure({
      ExclusiveStartTableName: "String",
      Limit: member("Integer", { range: { min: 1, max: 100 } }),
    }),
    ListTablesOutput: structure({ TableNames: "Strings", LastEvaluatedTableName: "String" }),
    DescribeTableInput: structure({ TableName: member("String", required) }),
    DescribeTableOutput: structure({ Table: "TableDescription" }),
    TableDescription: structure({
      TableName: "String",
      CreationDateTime: "Timestamp",
      ItemCount: "Long",
      DeletionProtectionEnabled: "Boolean",
    }),
    ConditionalCheckFailedException: structure(
      { message: "String", Item: "Attributes" },
      { error: "client" },
    ),
    ResourceNotFoundException: structure({ message: "String" }, { error: "client" }),
    Attributes: map("AttributeValue"),
    AttributeValue: union({
      S: "String",
      N: "String",
      B: "Blob",
      SS: "Strings",
      BS: "Blobs",
      M: "Attributes",
      L: "Values",
      NULL: "Boolean",
      BOOL: "Boolean",
    }),
    Values: list("AttributeValue"),
    Strings: list("String"),
    Blobs: list("Blob"),
    ReturnValue: enumeration({ NONE: "NONE", ALL_OLD: "ALL_OLD" }),
  },
  { traits: { "aws.protocols#awsJson1_0": {}, "aws.auth#sigv4": { name: "dynamodb" } } },
);

/** Keys: blobs, timestamps, maps, and errors that belong to all operations. */
const keys = model(
  {
    Encrypt: operation("/", { input: "EncryptRequest", output: "EncryptResponse" }),
    DescribeKey: operation("/", { input: "DescribeKeyRequest", output: "DescribeKeyResponse" }),
    ListKeys: operation("/", { input: "ListKeysRequest", output: "ListKeysResponse" }),
    EnableKey: operation("/", { input: "EnableKeyRequest" }),
    EncryptRequest: structure({
      KeyId: member("String", required),
      Plaintext: member("Blob", required),
      EncryptionContext: "Context",
      DryRun: "Boolean",
    }),
    EncryptResponse: structure({ CiphertextBlob: "Blob", KeyId: "String" }),
    DescribeKeyRequest: structure({ KeyId: member("String", required), GrantTokens: "Tokens" }),
    DescribeKeyResponse: structure({ KeyMetadata: "KeyMetadata" }),
    KeyMetadata: structure({
      KeyId: member("String", required),
      CreationDate: "Timestamp",
      Enabled: "Boolean",
      PendingDeletionWindowInDays: "Integer",
    }),
    ListKeysRequest: structure({ Limit: "Integer", Marker: "String" }),
    ListKeysResponse: structure({ Keys: "KeyList", NextMarker: "String", Truncated: "Boolean" }),
    EnableKeyRequest: structure({ KeyId: member("String", required) }),
    KeyList: list("KeyListEntry"),
    KeyListEntry: structure({ KeyId: "String", KeyArn: "String" }),
    Tokens: list("String"),
    Context: map("String"),
    DisabledException: structure({ message: "String" }, { error: "client", httpError: 409 }),
    KMSInternalException: structure({ message: "String" }, { error: "server" }),
  },
  {
    errors: ["DisabledException", "KMSInternalException"].map((name) => ({
      target: `test#${name}`,
    })),
    traits: { "aws.protocols#awsJson1_1": {}, "aws.auth#sigv4": { name: "kms" } },
  },
);

const name = "DynamoDB_20120810";
const openInJson: SdkService["open"] = (config) => new DynamoDB({ ...settings, ...config });
const openInCbor: SdkService["open"] = (config) =>
  new DynamoDB({
    ...settings,
    ...config,
    protocol: new SmithyRpcV2CborProtocol({ defaultNamespace: "com.amazonaws.dynamodb" }),
  });

/** Services in the protocols that have servers. */
export const sdkServices: readonly SdkService[] = [
  {
    protocol: "awsJson1_0",
    given: renamed(tables, name),
    open: openInJson,
  },
  {
    protocol: "awsJson1_1",
    given: renamed(keys, "TrentService"),
    open: (config) => new KMS({ ...settings, ...config }),
  },
  {
    protocol: "rpcv2Cbor",
    given: renamed(
      inProtocols(tables, "aws.protocols#awsJson1_0", "smithy.protocols#rpcv2Cbor"),
      name,
    ),
    open: openInCbor,
  },
  // One server, whose clients have different protocols: that of ours is the first.
  {
    protocol: "rpcv2Cbor of awsJson1_0, rpcv2Cbor",
    protocols: ["awsJson1_0", "rpcv2Cbor"],
    given: renamed(
      inProtocols(
        tables,
        "aws.protocols#awsJson1_0",
        "aws.protocols#awsJson1_0",
        "smithy.protocols#rpcv2Cbor",
      ),
      name,
    ),
    open: openInCbor,
  },
  {
    protocol: "awsJson1_0 of rpcv2Cbor, awsJson1_0",
    protocols: ["rpcv2Cbor", "awsJson1_0"],
    given: renamed(
      inProtocols(
        tables,
        "aws.protocols#awsJson1_0",
        "aws.protocols#awsJson1_0",
        "smithy.protocols#rpcv2Cbor",
      ),
      name,
    ),
    open: openInJson,
  },
  zones,
];
