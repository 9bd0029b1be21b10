import {
  enumeration,
  list,
  map,
  member,
  model,
  operation,
  structure,
  union,
  type Json,
} from "../../codegen/support/models.js";
import { renamed } from "./aws-service.js";

const required = { required: {} };
const pages = (items: string): Json => ({
  inputToken: "ExclusiveStartKey",
  outputToken: "LastEvaluatedKey",
  pageSize: "Limit",
  items,
});

/** A part of DynamoDB that holds a conversation: tables, items, conditions, pages and a waiter. */
export const liveTables: Json = renamed(
  model(
    {
      CreateTable: operation("/", {
        input: "CreateTableInput",
        output: "CreateTableOutput",
        errors: ["ResourceInUseException"],
      }),
      DescribeTable: operation("/", {
        input: "DescribeTableInput",
        output: "DescribeTableOutput",
        errors: ["ResourceNotFoundException"],
        traits: {
          "smithy.waiters#waitable": {
            TableExists: {
              minDelay: 1,
              acceptors: [
                {
                  state: "success",
                  matcher: {
                    output: {
                      path: "Table.TableStatus",
                      comparator: "stringEquals",
                      expected: "ACTIVE",
                    },
                  },
                },
                { state: "retry", matcher: { errorType: "ResourceNotFoundException" } },
              ],
            },
          },
        },
      }),
      PutItem: operation("/", {
        input: "PutItemInput",
        output: "PutItemOutput",
        errors: ["ConditionalCheckFailedException", "ResourceNotFoundException"],
      }),
      GetItem: operation("/", { input: "GetItemInput", output: "GetItemOutput" }),
      Query: operation("/", {
        input: "QueryInput",
        output: "QueryOutput",
        traits: { paginated: pages("Items") },
      }),
      DeleteTable: operation("/", {
        input: "DeleteTableInput",
        output: "DeleteTableOutput",
        errors: ["ResourceNotFoundException"],
      }),
      CreateTableInput: structure({
        TableName: member("String", required),
        AttributeDefinitions: member("Definitions", required),
        KeySchema: member("KeySchema", required),
        ProvisionedThroughput: "Throughput",
      }),
      CreateTableOutput: structure({ TableDescription: "TableDescription" }),
      DescribeTableInput: structure({ TableName: member("String", required) }),
      DescribeTableOutput: structure({ Table: "TableDescription" }),
      DeleteTableInput: structure({ TableName: member("String", required) }),
      DeleteTableOutput: structure({ TableDescription: "TableDescription" }),
      TableDescription: structure({
        TableName: "String",
        TableStatus: "TableStatus",
        CreationDateTime: "Timestamp",
        ItemCount: "Long",
      }),
      TableStatus: enumeration({ CREATING: "CREATING", ACTIVE: "ACTIVE", DELETING: "DELETING" }),
      PutItemInput: structure({
        TableName: member("String", required),
        Item: member("Attributes", required),
        ConditionExpression: "String",
        ReturnValues: "String",
      }),
      PutItemOutput: structure({ Attributes: "Attributes" }),
      GetItemInput: structure({
        TableName: member("String", required),
        Key: member("Attributes", required),
        ConsistentRead: "Boolean",
      }),
      GetItemOutput: structure({ Item: "Attributes" }),
      QueryInput: structure({
        TableName: member("String", required),
        KeyConditionExpression: "String",
        ExpressionAttributeValues: "Attributes",
        ExclusiveStartKey: "Attributes",
        Limit: "Integer",
      }),
      QueryOutput: structure({
        Items: "Items",
        Count: "Integer",
        LastEvaluatedKey: "Attributes",
      }),
      Definitions: list("Definition"),
      Definition: structure({
        AttributeName: member("String", required),
        AttributeType: member("String", required),
      }),
      KeySchema: list("KeyElement"),
      KeyElement: structure({
        AttributeName: member("String", required),
        KeyType: member("String", required),
      }),
      Throughput: structure({
        ReadCapacityUnits: member("Long", required),
        WriteCapacityUnits: member("Long", required),
      }),
      Items: list("Attributes"),
      Attributes: map("Attribute"),
      Attribute: union({
        S: "String",
        N: "String",
        B: "Blob",
        SS: "Strings",
        M: "Attributes",
        L: "Values",
        NULL: "Boolean",
        BOOL: "Boolean",
      }),
      Values: list("Attribute"),
      Strings: list("String"),
      ResourceInUseException: structure({ message: "String" }, { error: "client" }),
      ResourceNotFoundException: structure({ message: "String" }, { error: "client" }),
      ConditionalCheckFailedException: structure({ message: "String" }, { error: "client" }),
    },
    { traits: { "aws.protocols#awsJson1_0": {}, "aws.auth#sigv4": { name: "dynamodb" } } },
  ),
  "DynamoDB_20120810",
);
