import { expect } from "vitest";
import { functionOf, operationOf } from "../codegen/support/generated.js";
import { member, model, operation, structure } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { check, error } from "./support/wants.js";

const names = [
  "ValidationException",
  "SerializationException",
  "ServiceException",
  "Error",
  "WeatherServiceException",
];
const headers = (name: string): Record<string, string> => ({
  "content-type": "application/json",
  "x-amzn-errortype": name,
});

/** Errors of the model with the names of those that generated code has of its own. */
export const feature: Feature = {
  given: model({
    Do: operation("/do", { input: "Message", errors: names.map((name) => `test#${name}`) }),
    Message: structure({ text: member("String", { length: { max: 1 } }) }),
    ...Object.fromEntries(
      names.map((name) => [
        name,
        structure({ message: "String", reason: "String" }, { error: "client" }),
      ]),
    ),
  }),
  want: [
    ...["ValidationException", "SerializationException", "ServiceException"].map((name) =>
      error("Do", name, { message: "m", reason: "r" }, 400, {
        headers: headers(name),
        body: { message: "m", reason: "r" },
      }),
    ),
    check("the names on the wire have no suffix", (exports) => {
      for (const name of ["Error", "WeatherServiceException"]) {
        const made = new (exports[`${name}$`] as new (members: object) => Error)({ message: "m" });
        expect(made.name).toBe(name);
        expect(functionOf(exports, "serializeError")(made)).toEqual({
          statusCode: 400,
          headers: headers(name),
          body: '{"message":"m"}',
        });
      }
    }),
    check("an input that breaks a constraint is the model's ValidationException", (exports) => {
      const { deserializeRequest } = operationOf(exports, "Do");
      const incoming = { method: "POST", path: "/do", headers: headers(""), body: '{"text":"ab"}' };
      let thrown: unknown;
      try {
        deserializeRequest(incoming);
      } catch (caught) {
        thrown = caught;
      }
      expect(thrown).toBeInstanceOf(exports["ValidationException"]);
      expect(exports).not.toHaveProperty("ValidationException$$");
      expect(functionOf(exports, "serializeError")(thrown)).toMatchObject({
        statusCode: 400,
        headers: headers("ValidationException"),
      });
    }),
    check("a request that cannot be read is the codec's SerializationException", (exports) => {
      const { deserializeRequest } = operationOf(exports, "Do");
      const incoming = { method: "POST", path: "/do", headers: headers(""), body: "[]" };
      let thrown: unknown;
      try {
        deserializeRequest(incoming);
      } catch (caught) {
        thrown = caught;
      }
      expect(thrown).toBeInstanceOf(exports["SerializationException$$"]);
      expect(thrown).not.toBeInstanceOf(exports["SerializationException"]);
      expect(functionOf(exports, "serializeError")(thrown)).toMatchObject({
        statusCode: 400,
        headers: headers("SerializationException"),
      });
    }),
  ],
};
