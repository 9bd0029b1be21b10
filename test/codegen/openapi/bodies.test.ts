import { fullFormats } from "ajv-formats/dist/formats.js";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { OpenAPIRouter, type Document } from "openapi-backend";
import { describe, expect, it } from "vitest";
import type { Json } from "../support/models.js";
import { generateFrom, importFiles, operationOf } from "../support/generated.js";
import { model, operationNames } from "../../properties/every-binding-model.js";
import { documentOf } from "./support.js";

/*
 * A service with a member of every type at every place of a message: bodies that generated code writes are
 * valid by the schemas of the document, as ajv sees them, and requests lead to their operations.
 */

const document = await documentOf(model);
const ajv = new Ajv2020({
  strict: true,
  strictTypes: false,
  ownProperties: true,
  formats: {
    "date-time": fullFormats["date-time"],
    ...Object.fromEntries(
      ["int32", "int64", "float", "double", "binary"].map((name) => [name, true]),
    ),
  },
});
ajv.addVocabulary([...Object.keys(document), "example"]);
ajv.addSchema(document, "api");
const router = new OpenAPIRouter({ definition: document as unknown as Document });

const folder = "openapi-every-binding";
const codec = await importFiles(folder, (await generateFrom(model, { arbitraries: true })).files);
const arbitraries = (await import(
  new URL(`../../.generated/${folder}/arbitraries.ts`, import.meta.url).href
)) as Readonly<Record<string, () => fc.Arbitrary<unknown>>>;

/** Checks a body by the component with a name, if there is one. */
function checkBody(name: string, { body, headers }: Record<string, unknown>): boolean {
  const { schemas } = document["components"] as { schemas: Json };
  const type = (headers as Record<string, string>)["content-type"];
  if (!Object.hasOwn(schemas, name) || type !== "application/json") return false;
  const check = ajv.getSchema(`api#/components/schemas/${name}`);
  const isValid = check?.(JSON.parse(String(body)));
  expect(isValid, ajv.errorsText(check?.errors)).toBe(true);
  return true;
}

describe("the document of a service with every kind of member", () => {
  it.each(operationNames)("%s: has its requests", (name) => {
    const { serializeRequest } = operationOf(codec, name);
    fc.assert(
      fc.property(arbitraries[`inputOf${name}`]?.() ?? fc.constant({}), (input) => {
        // In OpenAPI, a parameter of the path is one segment, also where the label is greedy.
        const rest = name === "Everything" ? { rest: "one" } : {};
        const request = serializeRequest({ ...(input as object), ...rest });
        const { method, path } = request as { method: string; path: string };
        const found = router.matchOperation({ method, path, headers: {} });
        expect(found?.operationId).toBe(name);
        checkBody(`${name}RequestContent`, request);
      }),
    );
  });

  it.each(operationNames)("%s: has its responses", (name) => {
    const { serializeResponse } = operationOf(codec, name);
    fc.assert(
      fc.property(arbitraries[`outputOf${name}`]?.() ?? fc.constant({}), (output) => {
        checkBody(`${name}ResponseContent`, serializeResponse(output));
      }),
    );
  });

  it("describes the bodies that have members", () => {
    const smallest = { treeInBody: { name: "ab" } };
    const labels = { word: "ab", text: "t", day: new Date(0), number: 1, flag: true, rest: "a/b" };
    const request = operationOf(codec, "Everything").serializeRequest({ ...labels, ...smallest });
    expect(checkBody("EverythingRequestContent", request)).toBe(true);
    const response = operationOf(codec, "Everything").serializeResponse({ tree: { name: "ab" } });
    expect(checkBody("EverythingResponseContent", response)).toBe(true);
  });
});
