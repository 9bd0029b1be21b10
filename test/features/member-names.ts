import { expect } from "vitest";
import type { StandardSchema } from "../../codegen/runtime/types.js";
import { functionOf, operationOf } from "../codegen/support/generated.js";
import { member, model, operation, structure, union } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { check, error, text } from "./support/wants.js";

const names = `_id __typename __proto__ constructor prototype toString valueOf hasOwnProperty length
  then toJSON class default delete new value wire json here name message`.split(/\s+/);

const all = <T>(of: T): Record<string, T> => Object.fromEntries(names.map((name) => [name, of]));

/** Members with leading underscores, with the names of what every object has, and reserved words. */
export const feature: Feature = {
  given: model({
    Do: operation("/do", { input: "Thing", output: "Thing", errors: ["Oops"] }),
    Thing: structure({ ...all("String"), choice: "Choice" }),
    Choice: union(all("String")),
    Oops: structure(
      { name: member("String", { length: { max: 2 } }), stack: "String", constructor: "String" },
      { error: "client" },
    ),
  }),
  want: [
    text("shapes/Thing.ts", "__proto__?: string | undefined;"),
    text("shapes/Thing.ts", "class?: string | undefined;"),
    text("shapes/Thing.ts", "_id?: string | undefined;"),
    check("every member is sent and read back", (exports) => {
      const { serializeRequest, deserializeRequest, serializeResponse, deserializeResponse } =
        operationOf(exports, "Do");
      // As text, since comparisons of objects have their own ideas of `__proto__`.
      const sent = serializeRequest(all("x"))["body"] as string;
      const want = JSON.stringify(all("x"), [...names].sort());
      expect(JSON.stringify(JSON.parse(sent), [...names].sort())).toBe(want);
      const incoming = { ...serializeRequest({}), body: want };
      expect(Object.entries(deserializeRequest(incoming) as object).sort()).toEqual(
        Object.entries(all("x")).sort(),
      );
      const response = serializeResponse(all("y"));
      expect(Object.entries(deserializeResponse(response) as object).sort()).toEqual(
        Object.entries(all("y")).sort(),
      );
    }),
    check("an absent member is not found on the prototype", (exports) => {
      const { serializeRequest, deserializeResponse } = operationOf(exports, "Do");
      expect(serializeRequest({})["body"]).toBe("{}");
      expect(
        Reflect.ownKeys(deserializeResponse({ statusCode: 200, body: "{}" }) as object),
      ).toEqual([]);
    }),
    check("so in a union", (exports) => {
      const { serializeRequest, deserializeRequest } = operationOf(exports, "Do");
      for (const name of names) {
        const choice = Object.fromEntries([[name, "x"]]);
        const request = serializeRequest({ choice });
        expect(request["body"]).toBe(`{"choice":{${JSON.stringify(name)}:"x"}}`);
        const read = deserializeRequest(request) as { choice: object };
        expect(Object.entries(read.choice)).toEqual([[name, "x"]]);
      }
    }),
    // What an error has already gives its name away to nobody.
    error("Do", "Oops", { name$: "n", stack$: "s", constructor$: "c" }, 400, {
      headers: { "content-type": "application/json", "x-amzn-errortype": "Oops" },
      body: { name: "n", stack: "s", constructor: "c" },
    }),
    check("an issue goes by the name in memory, or on the wire", (exports) => {
      const inMemory = functionOf(exports, "validateOops")({ name$: "long" });
      expect(inMemory).toMatchObject({ issues: [{ path: "/name$", constraint: "length" }] });
      const schema = exports["OopsSchema"] as StandardSchema<unknown>;
      const onWire = schema["~standard"].validate({ name: "long" });
      expect(onWire).toMatchObject({
        issues: [
          { path: ["name"], message: expect.stringContaining("at '/name' failed") as string },
        ],
      });
    }),
  ],
};
