import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { DynamoDB } from "@aws-sdk/client-dynamodb";
import dynalite from "dynalite";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  importClient,
  type AnyMethod,
  type GeneratedClient,
} from "../client/support/import-client.js";
import { expectSame } from "../properties/same.js";
import { liveTables } from "./support/live-tables.js";
import { withPlainBytes } from "./support/plain-bytes.js";

/*
 * A conversation in awsJson with dynalite, an emulator of DynamoDB that is not part of this project.
 */

type Method = AnyMethod & { readonly items: (input: object) => AsyncIterable<unknown> };

type Name = "createTable" | "putItem" | "getItem" | "query" | "describeTable" | "deleteTable";

type Client = Readonly<Record<Name, Method>> & {
  readonly waitUntilTableExists: (input: object, options: object) => Promise<unknown>;
};

const TableName = "orders";
const settings = {
  region: "us-east-1",
  credentials: { accessKeyId: "a", secretAccessKey: "s" },
  maxAttempts: 1,
};

describe("dynalite", () => {
  let server: Server;
  let generated: GeneratedClient;
  let client: Client;
  let sdk: DynamoDB;

  beforeAll(async () => {
    server = dynalite({ createTableMs: 100, deleteTableMs: 0 });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    generated = await importClient("dynalite", liveTables);
    client = generated.open({ ...settings, endpoint }) as unknown as Client;
    sdk = new DynamoDB({ ...settings, endpoint });
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it("creates a table, and has it waited for", async () => {
    const created = await client.createTable({
      TableName,
      AttributeDefinitions: [
        { AttributeName: "customer", AttributeType: "S" },
        { AttributeName: "number", AttributeType: "N" },
      ],
      KeySchema: [
        { AttributeName: "customer", KeyType: "HASH" },
        { AttributeName: "number", KeyType: "RANGE" },
      ],
      ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 5 },
    });
    expect(created).toMatchObject({
      TableDescription: { TableName, TableStatus: "CREATING", ItemCount: 0 },
    });
    expect(await client.waitUntilTableExists({ TableName }, { maxWaitTime: 30 })).toMatchObject({
      state: "success",
      output: { Table: { TableStatus: "ACTIVE", CreationDateTime: expect.any(Date) as Date } },
    });
  });

  it("keeps items as they were, for our client and the SDK's", async () => {
    await fc.assert(
      fc.asyncProperty(attributes, fc.nat(), async (drawn, number) => {
        const key = { customer: { S: "random" }, number: { N: String(number) } };
        const item = { ...drawn, ...key };
        await client.putItem({ TableName, Item: item });
        const request = { TableName, Key: key, ConsistentRead: true };
        expectSame(await client.getItem(request), { Item: item });
        expectSame(withPlainBytes((await sdk.getItem(request)).Item), item);
        await sdk.putItem({ TableName, Item: { ...item, by: { S: "the SDK" } } });
        expectSame(await client.getItem(request), { Item: { ...item, by: { S: "the SDK" } } });
      }),
      { numRuns: 30 },
    );
  });

  it("returns pages", async () => {
    for (let number = 0; number < 7; number++) {
      const Item = { customer: { S: "paged" }, number: { N: String(number) } };
      await client.putItem({ TableName, Item });
    }
    const query = {
      TableName,
      KeyConditionExpression: "customer = :c",
      ExpressionAttributeValues: { ":c": { S: "paged" } },
      Limit: 3,
    };
    expect(await client.query(query)).toMatchObject({
      Count: 3,
      LastEvaluatedKey: { number: { N: "2" } },
    });
    const numbers: unknown[] = [];
    for await (const item of client.query.items(query)) numbers.push(item);
    expect(numbers).toMatchObject([0, 1, 2, 3, 4, 5, 6].map((n) => ({ number: { N: String(n) } })));
  });

  it("fails with the errors of the model, and others by their names", async () => {
    const Item = { customer: { S: "once" }, number: { N: "1" } };
    const ConditionExpression = "attribute_not_exists(customer)";
    await client.putItem({ TableName, Item, ConditionExpression });
    const again = await client.putItem.safe({ TableName, Item, ConditionExpression });
    expect(again.error).toBeInstanceOf(generated.index["ConditionalCheckFailedException"]);
    expect(again.error).toMatchObject({
      message: "The conditional request failed",
      $fault: "client",
      $metadata: { httpStatusCode: 400, requestId: expect.stringMatching(/^\w+$/) as string },
    });
    const missing = await client.describeTable.safe({ TableName: "missing" });
    expect(missing.error).toBeInstanceOf(generated.index["ResourceNotFoundException"]);
    const unmodelled = await client.putItem.safe({ TableName, Item: { customer: { N: "x" } } });
    expect(unmodelled.error).toMatchObject({ name: "ValidationException", $fault: "client" });
  });

  it("deletes the table", async () => {
    expect(await client.deleteTable({ TableName })).toMatchObject({
      TableDescription: { TableStatus: "DELETING" },
    });
  });
});

const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 });

/** Attributes that DynamoDB keeps: no empty sets, numbers in their normal form, and no lone surrogates. */
const { value } = fc.letrec<{ value: object }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    text.map((S) => ({ S })),
    fc.integer().map((N) => ({ N: String(N) })),
    fc.uint8Array({ minLength: 1, maxLength: 8 }).map((B) => ({ B: new Uint8Array(B) })),
    fc.boolean().map((BOOL) => ({ BOOL })),
    fc.constant({ NULL: true }),
    fc.array(tie("value"), { maxLength: 3 }).map((L) => ({ L })),
    dictionaryOf(tie("value")).map((M) => ({ M })),
  ),
}));
const attributes = dictionaryOf(value);

function dictionaryOf(values: fc.Arbitrary<object>): fc.Arbitrary<Record<string, object>> {
  return fc.dictionary(text, values, { maxKeys: 3, noNullPrototype: true });
}
