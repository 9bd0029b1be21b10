import { expect } from "vitest";
import { operationOf } from "../../codegen/support/generated.js";
import {
  list,
  map,
  member,
  model,
  operation,
  simple,
  structure,
  union,
  type Json,
} from "../../codegen/support/models.js";
import type { Want } from "./feature.js";
import { absent, check, refusesInput } from "./wants.js";

/** A model with every kind of parameter. */
export const given = (protocol: string): Json =>
  model(
    {
      Do: operation("/", { input: "In", output: "Out", errors: ["Gone"] }),
      Rest: operation("/rest"),
      In: structure({
        text: "String",
        when: "Timestamp",
        data: "Blob",
        renamed: member("String", { xmlName: "other" }),
        named: member("String", { "aws.protocols#ec2QueryName": "exactName" }),
        items: "Items",
        flat: member("Items", { xmlFlattened: {} }),
        tags: "Tags",
        flatTags: member("Tags", { xmlFlattened: {} }),
        nested: "Nested",
        choice: "Choice",
        token: member("String", { idempotencyToken: {} }),
      }),
      Out: structure({ text: "String", items: "Items", tags: "Tags" }),
      Items: list("String", {}, { xmlName: "item" }),
      Tags: map("Integer", {}, member("String", { xmlName: "K" })),
      Nested: structure({ lists: "Lists" }),
      Lists: list("Items"),
      Choice: union({ a: "String", b: "Nested" }),
      Gone: structure(
        { text: "String" },
        {
          error: "client",
          httpError: 410,
          "aws.protocols#awsQueryError": { code: "Custom.Gone", httpResponseCode: 402 },
        },
      ),
      Plain: simple("string"),
    },
    { traits: { [protocol]: {} } },
  );

/** An input with all members but the token. */
export const input: Json = {
  text: "a b&c=d",
  when: new Date(0),
  data: new Uint8Array([255]),
  renamed: "r",
  named: "n",
  items: ["x", "y"],
  flat: ["z"],
  tags: { one: 1, "t w/o": 2 },
  flatTags: { f: 3 },
  nested: { lists: [["p"], ["q", "r"]] },
  choice: { b: { lists: [] } },
};

/** What a client sends, as names and values in their order. */
export function sends(parameters: string, value: Json = input): Want {
  return check(`a client sends ${parameters.slice(0, 30)}`, (exports) => {
    const { serializeRequest } = operationOf(exports, "Do");
    const message = serializeRequest(value, { idempotencyToken: () => "T" });
    expect(message).toMatchObject({
      method: "POST",
      path: "/",
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
    // The order of members has no meaning.
    const sorted = (form: unknown): string[] => String(form).replace(/\s+/g, "").split("&").sort();
    expect(sorted(message["body"])).toEqual(sorted(parameters));
  });
}

/** What holds of both protocols. */
export const clientOnly: readonly Want[] = [
  check("there is nothing for servers", (exports) => {
    expect(Object.keys(operationOf(exports, "Do")).sort()).toEqual([
      ...["deserializeResponse", "serializeRequest", "validateInput"],
    ]);
    expect(exports).not.toHaveProperty("serializeError");
    expect(exports).not.toHaveProperty("matchOperation");
  }),
  absent("matchOperation"),
  refusesInput("Do", { text: 5 }, { name: "SerializationException", path: "/text" }),
  refusesInput("Do", { items: {} }, { name: "SerializationException", path: "/items" }),
  refusesInput("Do", { tags: { a: "b" } }, { name: "SerializationException" }),
  refusesInput("Do", { text: "\ud800" }, { name: "SerializationException" }),
];
