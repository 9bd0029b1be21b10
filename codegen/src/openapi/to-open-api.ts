import { describe } from "../json-schema/describe-text.js";
import { compiledSources } from "../compiled-sources.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Diagnostics, SourceFile } from "../diagnostics/diagnostics.js";
import { buildService } from "../ir/build-service.js";
import type { ProtocolName } from "../ir/service.js";
import type { Model } from "../load/ast.js";
import { loadModel } from "../load/load-model.js";
import { selectService, type Selection } from "../load/select-service.js";
import { hasTrait, stringTrait } from "../load/traits.js";
import { Components } from "./components.js";
import { inDialect, type Context } from "./context.js";
import type { OpenApiDocument, OpenApiVersion, OperationObject } from "./document.js";
import { externalDocs } from "./notes.js";
import { operationObject } from "./operations.js";
import { placeOperations } from "./paths.js";
import { securityOf, securitySchemesOf } from "./security.js";
import { serversOf } from "./servers.js";
import { ShapeSchemas } from "./shape-schemas.js";
import { Tags } from "./tags.js";
import { usedSchemas } from "./used-schemas.js";

/** The input of `toOpenApi`: a model, and options. */
export interface OpenApiInput extends Selection {
  /** The model, in one file or several: in Smithy IDL, or as JSON AST. */
  readonly model: SourceFile | readonly SourceFile[];
  readonly overlays?: readonly SourceFile[];
  /** The version of OpenAPI: "3.1", the default, for 3.1.0, or "3.0" for 3.0.3. */
  readonly version?: OpenApiVersion | undefined;
}

/** The result of `toOpenApi`. */
export interface OpenApiResult {
  /** The document, which is JSON. */
  readonly document: OpenApiDocument;
  readonly warnings: readonly Diagnostic[];
}

/** The editions that tools accept: not all of them know later ones, which only clarify the text. */
const editions: Readonly<Record<OpenApiVersion, string>> = { "3.1": "3.1.0", "3.0": "3.0.3" };

/**
 * Converts a REST service, with the protocol restJson1 or restXml, to an OpenAPI document. Names of components are
 * those of Smithy's own converter (Smithy, "Converting Smithy to OpenAPI"). The same model and options give the same document.
 * @throws ModelError with every error in the model, or if the service has another protocol
 */
export async function toOpenApi(input: OpenApiInput): Promise<OpenApiResult> {
  const sources = await compiledSources(input.model);
  const { model, diagnostics } = loadModel(sources, input.overlays ?? []);
  const protocol = restProtocol(model, input, diagnostics);
  const service = buildService(model, { ...input, protocol }, [], diagnostics);
  const isXml = protocol === "restXml";
  const components = new Components(service.shapes.map(({ name }) => name));
  const context: Context = {
    model,
    service,
    version: input.version ?? "3.1",
    isXml,
    components,
    schemas: new ShapeSchemas(model, components, isXml),
    diagnostics,
  };
  return { document: documentOf(context), warnings: diagnostics.warnings };
}

/** The protocols whose messages OpenAPI can describe, the preferred one first. */
const rest = [
  ["restJson1", "aws.protocols#restJson1"],
  ["restXml", "aws.protocols#restXml"],
] as const;

function restProtocol(model: Model, selection: Selection, diagnostics: Diagnostics): ProtocolName {
  const { service } = selectService(model, selection, diagnostics);
  const [name] = rest.find(([, trait]) => hasTrait(service, trait)) ?? [];
  if (name !== undefined) return name;
  const found = Object.keys(service.traits).filter((id) => /^\w+\.protocols#/.test(id));
  return diagnostics.fail(
    "SC1308",
    service.id,
    `uses ${found.length === 0 ? "no protocol" : found.sort().join(", ")}; an OpenAPI document can be made for ${rest.map(([, trait]) => trait).join(" and ")}`,
  );
}

function documentOf(context: Context): OpenApiDocument {
  const { model, service, version, components } = context;
  const shape = model.shapes.get(service.id);
  const title = (shape && stringTrait(shape, "smithy.api#title")) ?? service.shapeName;
  const { description } = describe(service.documentation);
  const tags = new Tags(model, service.id);
  const paths: Record<string, Record<string, OperationObject>> = {};
  for (const placed of placeOperations(context)) {
    const item = (paths[placed.path] ??= {});
    item[placed.method] = operationObject(placed, tags, context);
  }
  const security = securityOf(context);
  const securitySchemes = securitySchemesOf(context);
  const converted = components
    .sorted()
    .map(([name, schema]) => [name, inDialect(context, schema)] as const);
  const schemas = usedSchemas(paths, Object.fromEntries(converted));
  const used = tags.used();
  const parts = {
    ...(isEmpty(schemas) ? {} : { schemas }),
    ...(isEmpty(securitySchemes) ? {} : { securitySchemes }),
  };
  return {
    openapi: editions[version],
    info: { title, version: service.version, ...(description && { description }) },
    ...externalDocs(service.documentation),
    servers: serversOf(context),
    ...(security === undefined ? {} : { security }),
    ...(used.length === 0 ? {} : { tags: used }),
    paths,
    ...(isEmpty(parts) ? {} : { components: parts }),
  };
}

function isEmpty(value: object): boolean {
  return Object.keys(value).length === 0;
}
