import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { shown } from "../diagnostics/text.js";
import type { AstOperationShape, AstServiceShape, Model, ShapeId } from "../load/ast.js";
import { hasTrait, trait, traitProperty } from "../load/traits.js";

/** How to authenticate (Smithy 2.0, "Authentication traits"). */
export type AuthScheme =
  /** `name` is the signing name. */
  | { readonly kind: "sigv4"; readonly name: string }
  | { readonly kind: "bearer" }
  | { readonly kind: "basic" }
  | {
      readonly kind: "apiKey";
      readonly in: "header" | "query";
      readonly name: string;
      /** What precedes the key in the header. */
      readonly prefix: string | undefined;
    }
  /** No authentication is needed. */
  | { readonly kind: "none" }
  /** A scheme that only a signer of the user can support; `name` is a signing name. */
  | { readonly kind: "unsupported"; readonly id: ShapeId; readonly name: string | undefined };

/** The traits of schemes in Smithy's and AWS's packages. */
const schemes: ReadonlySet<ShapeId> = new Set([
  "aws.auth#cognitoUserPools",
  "aws.auth#sigv4",
  "aws.auth#sigv4a",
  "smithy.api#httpApiKeyAuth",
  "smithy.api#httpBasicAuth",
  "smithy.api#httpBearerAuth",
  "smithy.api#httpDigestAuth",
]);

/** The schemes of a service, by which those of operations are chosen. */
export interface ServiceAuth {
  /** Those of operations without the trait `smithy.api#auth`; none: unauthenticated. */
  readonly effective: readonly AuthScheme[];
  /** All of the service. */
  readonly byId: ReadonlyMap<ShapeId, AuthScheme>;
}

/** Returns the schemes of a service: by its trait `smithy.api#auth`, else all sorted by shape id. */
export function authOfService(
  service: AstServiceShape,
  model: Model,
  diagnostics: Diagnostics,
): ServiceAuth {
  const ids = Object.keys(service.traits).filter((id) => isScheme(id, model));
  const byId = new Map(ids.sort().map((id) => [id, schemeOf(id, service, diagnostics)]));
  return { effective: chosen(service, byId, diagnostics) ?? [...byId.values()], byId };
}

/**
 * Returns the schemes of an operation, the preferred one first: those of its trait `smithy.api#auth`,
 * else those of the service, and none if it has `smithy.api#optionalAuth`.
 */
export function authOfOperation(
  operation: AstOperationShape,
  { effective, byId }: ServiceAuth,
  diagnostics: Diagnostics,
): readonly AuthScheme[] {
  const found = chosen(operation, byId, diagnostics) ?? effective;
  const isOptional = hasTrait(operation, "smithy.api#optionalAuth") && found.length > 0;
  return isOptional ? [...found, { kind: "none" }] : found;
}

/** Whether a trait is a scheme: its definition has the trait `smithy.api#authDefinition`. */
function isScheme(id: ShapeId, { shapes }: Model): boolean {
  const definition = shapes.get(id);
  return (
    schemes.has(id) ||
    (definition !== undefined && hasTrait(definition, "smithy.api#authDefinition"))
  );
}

/** Returns the schemes in the trait `smithy.api#auth` in the trait's order. */
function chosen(
  holder: AstServiceShape | AstOperationShape,
  byId: ReadonlyMap<ShapeId, AuthScheme>,
  diagnostics: Diagnostics,
): readonly AuthScheme[] | undefined {
  const ids = trait(holder, "smithy.api#auth");
  if (ids === undefined) return undefined;
  if (!Array.isArray(ids) || !ids.every((id) => typeof id === "string")) {
    const message = `the trait smithy.api#auth must be a list of shape ids, but is ${shown(ids)}`;
    diagnostics.error("SC1403", holder.id, message);
    return undefined;
  }
  return [...new Set<string>(ids)].flatMap((id) => {
    const scheme = id === "smithy.api#noAuth" ? ({ kind: "none" } as const) : byId.get(id);
    if (scheme !== undefined) return [scheme];
    const message = `the trait smithy.api#auth contains ${shown(id)}, but the service has no such authentication trait`;
    diagnostics.error("SC1415", holder.id, message);
    return [];
  });
}

function schemeOf(id: ShapeId, service: AstServiceShape, diagnostics: Diagnostics): AuthScheme {
  switch (id) {
    case "aws.auth#sigv4":
      return { kind: "sigv4", name: textOf(service, id, "name", diagnostics) };
    case "smithy.api#httpBearerAuth":
      return { kind: "bearer" };
    case "smithy.api#httpBasicAuth":
      return { kind: "basic" };
    case "smithy.api#httpApiKeyAuth":
      return apiKeyOf(service, id, diagnostics);
    case "aws.auth#sigv4a":
      return { kind: "unsupported", id, name: textOf(service, id, "name", diagnostics) };
    default:
      return { kind: "unsupported", id, name: undefined };
  }
}

function apiKeyOf(service: AstServiceShape, id: ShapeId, diagnostics: Diagnostics): AuthScheme {
  const name = textOf(service, id, "name", diagnostics);
  const location = textOf(service, id, "in", diagnostics);
  const prefix =
    traitProperty(service, id, "scheme") === undefined
      ? undefined
      : textOf(service, id, "scheme", diagnostics);
  const isQuery = location === "query";
  const report = (problem: string): void => {
    diagnostics.error("SC1403", service.id, `the trait ${id} ${problem}`);
  };
  if (!isQuery && location !== "header" && location !== "")
    report(`must have "in" as "header" or "query", but it is ${shown(location)}`);
  if (isQuery && prefix !== undefined) report('cannot have "scheme", which is for headers');
  // A token (RFC 9110, section 5.6.2).
  if (!isQuery && name !== "" && !/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name))
    report(`must have the name of a header as "name", but it is ${shown(name)}`);
  if (prefix !== undefined && !/^[!-~]*$/.test(prefix))
    report(`must have a word in ASCII as "scheme", but it is ${shown(prefix)}`);
  return { kind: "apiKey", in: isQuery ? "query" : "header", name, prefix };
}

/** Returns a property of a trait that must be a text. */
function textOf(
  service: AstServiceShape,
  id: ShapeId,
  name: string,
  diagnostics: Diagnostics,
): string {
  const value = traitProperty(service, id, name);
  if (typeof value === "string" && value !== "") return value;
  const problem = value === undefined ? "it has none" : `it is ${shown(value)}`;
  diagnostics.error(
    "SC1403",
    service.id,
    `the trait ${id} must have a text "${name}", but ${problem}`,
  );
  return "";
}
