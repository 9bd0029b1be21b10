import type { InputPath } from "../../ir/endpoints.js";
import type { Member } from "../../ir/ir.js";
import type { Operation, Service } from "../../ir/service.js";
import { code, commas, literal, type Code } from "../code/code.js";
import { propertyKey } from "../code/access.js";
import type { ConstDeclaration } from "../code/declarations.js";
import { runtime } from "../code/runtime.js";
import { authSchemes, authTraits, isEventStream } from "./auth.js";
import { checksumTraits } from "./checksums.js";
import { endpointTraitOf } from "./endpoint-parameters.js";
import { endpointRules } from "./endpoint-rules-module.js";
import { pagesTraitOf } from "./pagination.js";
import { waiterMethods } from "./waiters-module.js";
import { toValidationException } from "../shapes/validation-exception.js";

/** Returns the constant with what a client knows of a service, apart from its operations' functions. */
export function serviceConstant(service: Service): ConstDeclaration {
  const operations = service.operations.flatMap((operation) => {
    const traits = traitsOf(operation, service);
    return traits.length === 0
      ? []
      : [code`${propertyKey(operation.symbol)}: { ${commas(traits)} }`];
  });
  const waiters = waiterMethods(service).map(
    ({ method, operation, constant }) =>
      code`${propertyKey(method)}: [${literal(operation.symbol)}, ${constant}]`,
  );
  return {
    kind: "const",
    name: "service",
    docs: "",
    exported: false,
    type: code`${runtime("ClientService")}`,
    value: code`{ ${commas([
      code`name: ${literal(service.name)}`,
      code`auth: ${authSchemes(service.auth)}`,
      ...(service.endpoints === undefined ? [] : [code`endpoints: ${endpointRules}`]),
      code`toValidationException: ${toValidationException}`,
      ...(service.operations.some(hasEvents)
        ? [code`withMarshaller: ${runtime("withMarshaller")}`, code`receive: ${runtime("receive")}`]
        : []),
      ...(service.operations.some(({ pages }) => pages !== undefined)
        ? [code`paginate: ${runtime("paginate")}`]
        : []),
      ...(waiters.length === 0
        ? []
        : [code`waitUntil: ${runtime("waitUntil")}`, code`waiters: { ${commas(waiters)} }`]),
      code`operations: { ${commas(operations)} }`,
    ])} }`,
  };
}

function hasEvents({ request, response }: Operation): boolean {
  return [request, response].some(({ payload }) => isEventStream(payload));
}

/** Returns the first part of the URL that must not be logged. */
function sensitivePart({
  input,
  auth,
  endpointParameters,
}: Operation): "host" | "path" | "query" | undefined {
  const members = (input?.members ?? []).filter(({ sensitive }) => sensitive);
  const inEndpoint = endpointParameters.flatMap((given) =>
    given.kind === "path" ? membersIn(given.path) : [],
  );
  if (members.some(({ hostLabel, property }) => hostLabel || inEndpoint.includes(property)))
    return "host";
  const isBound = (...locations: Member["binding"]["location"][]): boolean =>
    members.some(({ binding }) => locations.includes(binding.location));
  if (isBound("label")) return "path";
  const hasKey = auth.some((scheme) => scheme.kind === "apiKey" && scheme.in === "query");
  return hasKey || isBound("query", "queryParams") ? "query" : undefined;
}

/** Returns the members of an input that a path starts with. */
function membersIn(path: InputPath): string[] {
  if (path.kind === "input") return [];
  if (path.kind === "list") return path.items.flatMap(membersIn);
  return path.kind === "member" && path.of.kind === "input" ? [path.property] : membersIn(path.of);
}

/** Returns the properties of an operation that differs from most. */
function traitsOf(operation: Operation, service: Service): Code[] {
  const { response } = operation;
  const pages = pagesTraitOf(operation);
  const endpoint = endpointTraitOf(operation);
  const sensitive = sensitivePart(operation);
  return [
    ...(endpoint === undefined ? [] : [code`endpoint: ${endpoint}`]),
    ...editPath(operation),
    ...(sensitive === undefined ? [] : [code`sensitiveUrl: ${literal(sensitive)}`]),
    ...(pages === undefined ? [] : [code`pages: ${pages}`]),
    ...(response.isStreaming ? [code`endStream: ${runtime("endOnAbort")}`] : []),
    ...checksumTraits(operation),
    ...authTraits(operation, service),
  ];
}

/** Returns the property with what changes paths: a bucket that the endpoint has, and keys with dots. */
function editPath(operation: Operation): Code[] {
  if (hasLabelInEndpoint(operation)) return [code`editPath: ${runtime("withoutBucket")}`];
  const { http, customization } = operation;
  const hasKey = customization.dotSegments && http.segments.some(({ kind }) => kind === "greedy");
  return hasKey ? [code`editPath: ${runtime("keyPath")}`] : [];
}

/** Returns whether the rules of endpoints put what is the first label of the path in the URL. */
function hasLabelInEndpoint({
  http,
  input,
  customization,
  endpointParameters,
}: Operation): boolean {
  const [first] = http.segments;
  if (first?.kind !== "label" || first.member !== customization.endpointLabel) return false;
  const property = input?.members.find(({ name }) => name === first.member)?.property;
  return endpointParameters.some(
    (given) => given.kind === "path" && membersIn(given.path).some((name) => name === property),
  );
}
