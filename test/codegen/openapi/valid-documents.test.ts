import { Validator } from "@seriousme/openapi-schema-validator";
import { ModelError, type OpenApiVersion } from "smithy-codec";
import { describe, expect, it } from "vitest";
import { allFeatures } from "../../features/support/all-features.js";
import { ownModels } from "../../models/support/own-models.js";
import { featuresSource } from "../../support/features.js";
import { protocolsOf } from "../../support/protocols-of.js";
import { bytesOf, type Json } from "../support/models.js";
import { convert, gatewayDocument, versions } from "./support.js";

/*
 * Documents are valid by the schemas of OpenAPI itself, in a validator that others wrote, and all references
 * lead somewhere.
 */

/** One for all documents, since it compiles the schemas of OpenAPI once. */
const validator = new Validator();

async function check(document: object): Promise<void> {
  const json = JSON.parse(JSON.stringify(document)) as Json;
  const { valid, errors } = await validator.validate(json);
  expect(errors ?? []).toEqual([]);
  expect(valid).toBe(true);
  expect(danglingReferences(json)).toEqual([]);
}

function danglingReferences(document: Json): string[] {
  const { components } = document as { components?: { schemas?: Record<string, unknown> } };
  const references = JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g);
  const names = [...references].map(([, name = ""]) => name);
  return names.filter((name) => !Object.hasOwn(components?.schemas ?? {}, name));
}

function isRest(bytes: Uint8Array): boolean {
  return protocolsOf(bytes).some((name) => name === "restJson1" || name === "restXml");
}

/** The document of a model, unless the model has errors on purpose. */
async function checkModel(given: unknown, version: OpenApiVersion): Promise<boolean> {
  try {
    await check((await convert(given, { version })).document);
    return true;
  } catch (error) {
    if (error instanceof ModelError) return false;
    throw error;
  }
}

describe.each(versions)("OpenAPI %s", (version) => {
  it("has a valid document of all operations of API Gateway V2", async () => {
    const document = await gatewayDocument(version);
    const operations = Object.values(document.paths).flatMap((item) => Object.values(item));
    expect(operations).toHaveLength(103);
    await check(document);
  });

  it("has a valid document of every REST model of our own", async () => {
    const models = ownModels().filter(({ bytes }) => isRest(bytes));
    for (const { name, bytes } of models) expect(await checkModel(bytes, version), name).toBe(true);
    expect(models.length).toBeGreaterThanOrEqual(4);
  });

  it("has a valid document of the model with every kind of shape, and of every feature", async () => {
    expect(await checkModel(featuresSource.bytes, version)).toBe(true);
    const refused: string[] = [];
    const features = (await allFeatures()).filter(([, { given }]) => isRest(bytesOf(given)));
    for (const [name, { given }] of features)
      if (!(await checkModel(given, version))) refused.push(name);
    expect(refused).toEqual([]);
    expect(features.length).toBeGreaterThan(40);
  });
});
