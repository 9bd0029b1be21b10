import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, it } from "vitest";
import { ownModels } from "../../models/support/own-models.js";
import type { Json } from "../support/models.js";
import { at } from "./at.js";
import { readXml } from "./read-xml.js";
import { documentOf } from "./support.js";

/*
 * The XML that a person wrote for our own models of restXml is what the XML objects of their documents say, and
 * its values are valid.
 */

interface TestCase {
  readonly id: string;
  readonly body?: string;
  readonly code?: number;
}

/** XML that clients and servers take, but do not write: with an unknown element, or another root. */
const readOnly = /Read$|Any$/;

for (const { name, bytes, model } of ownModels().filter(({ name }) =>
  name.startsWith("rest-xml"),
)) {
  const document = await documentOf(bytes);
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema(document, "api");

  const operations = Object.values(document["paths"] as Json).flatMap((item) =>
    Object.values(item as Json),
  ) as Json[];
  for (const [id, { traits = {} }] of Object.entries(model.shapes)) {
    for (const kind of ["Request", "Response"]) {
      const cases = (traits[`smithy.test#http${kind}Tests`] ?? []) as TestCase[];
      for (const { id: test, body = "", code = 200 } of cases) {
        if (!body.startsWith("<") || readOnly.test(test)) continue;
        it(`${name} has the XML of ${test}`, () => {
          const shape = id.slice(id.indexOf("#") + 1);
          const operation =
            operations.find(({ operationId }) => operationId === shape) ??
            operations.find(({ responses }) => Object.hasOwn(responses as object, code)) ??
            {};
          const place = kind === "Request" ? "requestBody" : `responses ${code}`;
          const schema = at(operation, `${place} content application/xml schema`) as Json;
          const choices = (schema["anyOf"] ?? [schema]) as Json[];
          const named = choices.find(({ $ref }) => String($ref).includes(`/${shape}Res`));
          const chosen = named ?? choices[0] ?? {};
          const value = readXml(body, chosen, document);
          const { $ref } = chosen as { $ref?: string };
          const check = ajv.compile($ref === undefined ? chosen : { $ref: `api${$ref}` });
          const isValid = check(value);
          expect(isValid, JSON.stringify({ value, errors: check.errors })).toBe(true);
        });
      }
    }
  }
}
