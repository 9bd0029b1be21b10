import type { JsonObject } from "../../runtime/types.js";
import type { AuthScheme } from "../ir/auth.js";
import type { Operation } from "../ir/service.js";
import type { ShapeId } from "../load/ast.js";
import { compare } from "../load/select-service.js";
import type { Context } from "./context.js";
import type { SecurityRequirement } from "./document.js";

/** Returns the security schemes that operations need, by their names. */
export function securitySchemesOf({ service, diagnostics }: Context): Record<string, JsonObject> {
  const schemes = new Map<string, JsonObject>();
  const unknown = new Set<ShapeId>();
  for (const scheme of [service, ...service.operations].flatMap(({ auth }) => auth)) {
    const found = schemeOf(scheme);
    if (found !== undefined) schemes.set(nameOf(idOf(scheme)), found);
    else if (scheme.kind === "unsupported") unknown.add(scheme.id);
  }
  for (const id of [...unknown].sort())
    diagnostics.warn(
      "SC1619",
      service.id,
      `has the authentication scheme ${id}, which OpenAPI cannot describe; it is not in the document`,
    );
  return Object.fromEntries([...schemes].sort(([left], [right]) => compare(left, right)));
}

/** Returns the requirements of most operations. */
export function securityOf({ service }: Context): readonly SecurityRequirement[] | undefined {
  const requirements = requirementsOf(service.auth);
  return requirements.length === 0 ? undefined : requirements;
}

/** Returns the requirements of an operation, if they are not those of the service. */
export function operationSecurity(
  { auth }: Operation,
  { service }: Context,
): { readonly security?: readonly SecurityRequirement[] } {
  const own = requirementsOf(auth);
  return JSON.stringify(own) === JSON.stringify(requirementsOf(service.auth))
    ? {}
    : { security: own };
}

/** Any of the schemes is enough. Without any other, none is an empty list. */
function requirementsOf(auth: readonly AuthScheme[]): readonly SecurityRequirement[] {
  const requirements = auth.flatMap((scheme): SecurityRequirement[] => {
    if (scheme.kind === "none") return [{}];
    return schemeOf(scheme) === undefined ? [] : [{ [nameOf(idOf(scheme))]: [] }];
  });
  return requirements.every((requirement) => Object.keys(requirement).length === 0)
    ? []
    : requirements;
}

function idOf(scheme: AuthScheme): ShapeId {
  switch (scheme.kind) {
    case "sigv4":
      return "aws.auth#sigv4";
    case "bearer":
      return "smithy.api#httpBearerAuth";
    case "basic":
      return "smithy.api#httpBasicAuth";
    case "apiKey":
      return "smithy.api#httpApiKeyAuth";
    case "none":
      return "smithy.api#noAuth";
    case "unsupported":
      return scheme.id;
  }
}

/** The name of a component has no `#`; Smithy's converter puts a dot in its place. */
function nameOf(id: ShapeId): string {
  return id.replace("#", ".");
}

function schemeOf(scheme: AuthScheme): JsonObject | undefined {
  switch (scheme.kind) {
    case "sigv4":
      return authorization("AWS Signature Version 4 authentication", "awsSigv4");
    case "bearer":
      return http("HTTP Bearer authentication", "Bearer");
    case "basic":
      return http("HTTP Basic authentication", "Basic");
    case "apiKey": {
      const { name, in: place, prefix } = scheme;
      const description = `API key authentication via the '${name}' ${place === "query" ? "query string parameter" : "header"}`;
      // A word before the key is the scheme of HTTP authentication.
      if (prefix !== undefined && name.toLowerCase() === "authorization")
        return http(description, prefix);
      const start = prefix === undefined ? "" : `, after the word "${prefix}" and a space`;
      return { type: "apiKey", description: `${description}${start}`, name, in: place };
    }
    case "none":
      return undefined;
    case "unsupported":
      return unsupportedScheme(scheme.id);
  }
}

/** Schemes that clients of generated code do not support, but that OpenAPI can describe. */
function unsupportedScheme(id: ShapeId): JsonObject | undefined {
  switch (id) {
    case "smithy.api#httpDigestAuth":
      return http("HTTP Digest authentication", "Digest");
    case "aws.auth#sigv4a":
      return authorization("AWS Signature Version 4A authentication", "awsSigv4");
    case "aws.auth#cognitoUserPools":
      return authorization("Amazon Cognito User Pools authentication", "cognito_user_pools");
    default:
      return undefined;
  }
}

function http(description: string, scheme: string): JsonObject {
  return { type: "http", description, scheme };
}

/** The extension is that of Amazon API Gateway, as Smithy's converter has it. */
function authorization(description: string, type: string): JsonObject {
  return {
    type: "apiKey",
    description,
    name: "Authorization",
    in: "header",
    "x-amazon-apigateway-authtype": type,
  };
}
