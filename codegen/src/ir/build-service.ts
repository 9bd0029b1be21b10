import type { Operation, Service, ProtocolName } from "./service.js";
import { messageOf } from "./message.js";
import type {
  AstMemberedShape,
  AstOperationShape,
  AstServiceShape,
  AstShape,
  Model,
  ShapeId,
} from "../load/ast.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { nameOf } from "../load/names.js";
import { unitId } from "../load/prelude.js";
import { compare, selectService, type Selection } from "../load/select-service.js";
import { hasTrait, traitProperty } from "../load/traits.js";
import { authOfOperation, authOfService, type ServiceAuth } from "./auth.js";
import { buildShapes } from "./build-shapes.js";
import { checkTraits } from "./check-traits.js";
import { collectClosure } from "./collect-closure.js";
import { customizationOf } from "./customizations.js";
import { documentationOf } from "./documentation.js";
import { endpointParametersOf } from "./endpoint-bindings.js";
import type { EndpointRuleSet } from "./endpoints.js";
import { examplesOf } from "./examples.js";
import { checkBindings, checkLabels, hostPrefixOf, httpOf, rpcHttp } from "./http.js";
import { httpChecksumOf } from "./http-checksum.js";
import { Names } from "./identifiers.js";
import type { LongType, NamedShape, Shape, Structure } from "./ir.js";
import { protocolOf, protocolRules, type ProtocolRules } from "./protocol.js";
import { endpointRulesOf } from "./read-endpoint-rules.js";
import { placeShapes } from "./place-shapes.js";
import { shareCodecs } from "./share-codecs.js";
import { paginationOf } from "./paginated.js";
import { reportEndless } from "./recursion.js";
import { xmlNamespaceOf } from "./xml.js";
import { reportEqualNames, waitersOf } from "./waiters.js";

/** The part of a model to use, and how. */
export interface ServiceOptions extends Selection {
  /** The TypeScript type of Smithy's `long`; "number" by default. */
  readonly long?: LongType | undefined;
  /** The protocol to use; by default, the preferred one of those that the service has. */
  readonly protocol?: ProtocolName | undefined;
}

/**
 * Converts the selected part of a model to the IR.
 * @param reserved names that the output exports in addition to those of the model
 * @throws ModelError with every error that was found, each with its shape
 */
export function buildService(
  model: Model,
  selection: ServiceOptions,
  reserved: readonly string[],
  diagnostics: Diagnostics,
): Service {
  const selected = selectService(model, selection, diagnostics);
  const { service } = selected;
  const protocol = protocolOf(service, selection.protocol, diagnostics);
  const rules = protocolRules[protocol];
  const closure = collectClosure(model, selected, diagnostics);
  checkTraits(
    new Map([
      ...closure,
      [service.id, service],
      ...selected.operations.map((operation) => [operation.id, operation] as const),
    ]),
    model,
    diagnostics,
  );
  reportEndless(closure, diagnostics);
  reportRenamedErrors(service, closure, diagnostics);
  diagnostics.throwIfErrors();

  const name = sdkNameOf(service);
  const exported = new Names({ reserved });
  const exceptionName = exported.claim(`${name}ServiceException`);
  const files = new Names({ ignoreCase: true });
  const operationNames = new Map(
    selected.operations.map(({ id }) => [
      id,
      { symbol: exported.claim(nameOf(id)), file: `operations/${files.claim(nameOf(id))}` },
    ]),
  );
  const shapes = buildShapes(
    closure,
    service.rename,
    exported,
    selection.long ?? "number",
    rules,
    rules.xml ? xmlNamespaceOf(service, service.id, diagnostics) : undefined,
    diagnostics,
  );
  shareCodecs(shapes.values());
  const auth = authOfService(service, model, diagnostics);
  const endpoints = endpointRulesOf(service, diagnostics);
  const surroundings = { service, rules, model, shapes, names: operationNames, auth, endpoints };
  const operations = selected.operations
    .map((operation) => buildOperation(operation, surroundings, diagnostics))
    .filter((operation) => operation !== undefined);
  reportEqualNames(operations, diagnostics);
  diagnostics.throwIfErrors();
  const named = [...shapes.values()].filter(isNamed);
  placeShapes(named, operations);

  return {
    id: service.id,
    shapeName: nameOf(service.id),
    name,
    version: service.version,
    protocol,
    noErrorWrapping: traitProperty(service, rules.trait, "noErrorWrapping") === true,
    hasServers: rules.servers,
    queryCompatible: hasTrait(service, "aws.protocols#awsQueryCompatible"),
    exceptionName,
    documentation: documentationOf(service),
    auth: auth.effective,
    operations,
    shapes: named,
    errors: sortByName(new Set(operations.flatMap(({ errors }) => errors))),
    endpoints,
  };
}

/** Reports renamed errors: their names are sent over the wire. */
function reportRenamedErrors(
  { rename }: AstServiceShape,
  closure: ReadonlyMap<ShapeId, AstShape>,
  diagnostics: Diagnostics,
): void {
  for (const id of Object.keys(rename)) {
    const shape = closure.get(id);
    if (shape !== undefined && hasTrait(shape, "smithy.api#error"))
      diagnostics.error(
        "SC1412",
        id,
        'is an error and cannot be renamed, since its name is sent over the wire; remove it from "rename"',
      );
  }
}

/** Returns whether a shape has its own file. */
export function isNamed(shape: Shape): shape is NamedShape {
  return "symbol" in shape;
}

/** Returns the service's name in SDKs (AWS, "sdkId") as an identifier, for the names of error classes. */
function sdkNameOf(service: AstServiceShape): string {
  const sdkId = traitProperty(service, "aws.api#service", "sdkId");
  const words = (typeof sdkId === "string" ? sdkId : nameOf(service.id)).split(/[^A-Za-z0-9]+/);
  const name = words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join("");
  return /^[A-Za-z]/.test(name) ? name : `Service${name}`;
}

/** What the IR of an operation depends on. */
interface Surroundings {
  readonly service: AstServiceShape;
  readonly rules: ProtocolRules;
  readonly model: Model;
  readonly shapes: ReadonlyMap<ShapeId, Shape>;
  readonly names: ReadonlyMap<ShapeId, { symbol: string; file: string }>;
  readonly auth: ServiceAuth;
  readonly endpoints: EndpointRuleSet | undefined;
}

function buildOperation(
  operation: AstOperationShape,
  { service, rules, model, shapes, names, auth, endpoints }: Surroundings,
  diagnostics: Diagnostics,
): Operation | undefined {
  const { id } = operation;
  const http = rules.httpBindings
    ? httpOf(operation, diagnostics)
    : rpcHttp(rules.path(nameOf(service.id), nameOf(id)));
  const input = shapeOf(operation.input);
  const output = shapeOf(operation.output);
  const errors = [...new Set([...operation.errors, ...service.errors])];
  if (http === undefined) return undefined;
  if (rules.httpBindings) {
    checkLabels(operation, http, input, diagnostics);
    const messages = [input, output, ...errors.map(shapeOf)];
    for (const message of messages) if (message !== undefined) checkBindings(message, diagnostics);
  }
  const built = { input: structureOf(input), output: structureOf(output) };
  const checksum = httpChecksumOf(operation, built.input, diagnostics);
  const documentType = rules.xml ? "application/xml" : "application/json";
  const faults = errors.map((error) => structureOf(shapeOf(error)));
  return {
    id,
    name: nameOf(id),
    ...(names.get(id) ?? { symbol: nameOf(id), file: "" }),
    documentation: documentationOf(operation),
    http,
    input: built.input,
    output: built.output,
    request: messageOf(built.input, "request", undefined, documentType),
    response: messageOf(built.output, "response", http.code, documentType),
    errors: sortByName(faults),
    hostPrefix: hostPrefixOf(operation, input, diagnostics),
    auth: authOfOperation(operation, auth, diagnostics),
    unsignedPayload: hasTrait(operation, "aws.auth#unsignedPayload"),
    checksumRequired:
      checksum?.inRequest !== true && hasTrait(operation, "smithy.api#httpChecksumRequired"),
    checksum,
    gzip: isCompressed(operation),
    unwrappedOutput: rules.xml && hasTrait(operation, "aws.customizations#s3UnwrappedXmlOutput"),
    pages: paginationOf(operation, service, built, diagnostics),
    waiters: waitersOf(operation, { ...built, errors: faults }, diagnostics),
    examples: examplesOf(operation),
    customization: customizationOf(service),
    endpointParameters: endpointParametersOf(operation, input, built.input, endpoints, diagnostics),
  };

  function shapeOf(target: ShapeId): AstMemberedShape | undefined {
    const shape = target === unitId ? undefined : model.shapes.get(target);
    return shape?.type === "structure" ? shape : undefined;
  }

  function structureOf(shape: AstMemberedShape | undefined): Structure | undefined {
    const built = shape === undefined ? undefined : shapes.get(shape.id);
    return built?.kind === "structure" ? built : undefined;
  }
}

function isCompressed(operation: AstOperationShape): boolean {
  const encodings = traitProperty(operation, "smithy.api#requestCompression", "encodings");
  return Array.isArray(encodings) && encodings.includes("gzip");
}

function sortByName(shapes: Iterable<Structure | undefined>): Structure[] {
  return [...shapes]
    .filter((shape) => shape !== undefined)
    .sort((left, right) => compare(left.name, right.name));
}
