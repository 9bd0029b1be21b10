import type { JsonObject } from "../../runtime/types.js";

/** The supported versions of OpenAPI. The first is the default. */
export const openApiVersions = ["3.1", "3.0"] as const;

export type OpenApiVersion = (typeof openApiVersions)[number];

/** An OpenAPI document as JSON: the parts that every document has. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: {
    readonly title: string;
    readonly version: string;
    readonly description?: string;
  };
  readonly externalDocs?: JsonObject;
  readonly servers: readonly JsonObject[];
  readonly security?: readonly SecurityRequirement[];
  readonly tags?: readonly JsonObject[];
  /** Operations by path and method. */
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly components?: {
    readonly schemas?: Readonly<Record<string, JsonObject>>;
    readonly securitySchemes?: Readonly<Record<string, JsonObject>>;
  };
}

/** The operations of a path by their methods in lower case. */
export type PathItem = Readonly<Partial<Record<Method, OperationObject>>>;

/** The methods that a path can have (OpenAPI 3.1, "Path Item Object"), in the order of the document. */
export const methods = [
  "get",
  "put",
  "post",
  "delete",
  "options",
  "head",
  "patch",
  "trace",
] as const;

export type Method = (typeof methods)[number];

/** An operation. */
export interface OperationObject {
  readonly tags?: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly externalDocs?: JsonObject;
  readonly operationId: string;
  readonly parameters?: readonly JsonObject[];
  readonly requestBody?: JsonObject;
  readonly responses: Readonly<Record<string, JsonObject>>;
  readonly deprecated?: boolean;
  readonly security?: readonly SecurityRequirement[];
}

/** The security schemes that a request needs, by their names. */
export type SecurityRequirement = Readonly<Record<string, readonly string[]>>;
