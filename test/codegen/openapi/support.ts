import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  toOpenApi,
  type OpenApiDocument,
  type OpenApiInput,
  type OpenApiResult,
  type OpenApiVersion,
} from "smithy-codec";
import { bytesOf, type Json } from "../support/models.js";
import { repository } from "../support/generated.js";

/** Both versions. */
export const versions: readonly OpenApiVersion[] = ["3.1", "3.0"];

/** Converts a model; its file is called `model.json`. */
export async function convert(
  json: unknown,
  options: Partial<OpenApiInput> = {},
): Promise<OpenApiResult> {
  return toOpenApi({
    model: { name: "model.json", bytes: json instanceof Uint8Array ? json : bytesOf(json) },
    ...options,
  });
}

/** Converts a model, and returns the document as any JSON. */
export async function documentOf(
  json: unknown,
  options: Partial<OpenApiInput> = {},
): Promise<Json> {
  const { document } = await convert(json, options);
  return JSON.parse(JSON.stringify(document)) as Json;
}

/** The document of API Gateway V2, all operations. */
export async function gatewayDocument(version: OpenApiVersion): Promise<OpenApiDocument> {
  const sources = ["apigatewayv2.json", "constraints.json"].map((name) => ({
    name,
    bytes: new Uint8Array(readFileSync(join(repository, "model", name))),
  }));
  const [model, overlay] = sources;
  if (model === undefined || overlay === undefined) throw new Error("There is no model.");
  return (await toOpenApi({ model, overlays: [overlay], version })).document;
}
