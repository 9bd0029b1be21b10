import type { Member } from "../../ir/ir.js";
import type { Operation, Service } from "../../ir/service.js";
import { code, commas, literal, type Code } from "../code/code.js";
import { propertyKey } from "../code/access.js";
import type { ConstDeclaration } from "../code/declarations.js";
import { runtime } from "../code/runtime.js";
import { authSchemes, authTraits } from "./auth.js";
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

/** Returns whether a member that must not be logged is in the URL. */
function isSecretInUrl({ sensitive, binding, hostLabel }: Member): boolean {
  return sensitive && (binding.location === "label" || hostLabel);
}

/** Returns the properties of an operation that differs from most. */
function traitsOf(operation: Operation, service: Service): Code[] {
  const { response } = operation;
  const pages = pagesTraitOf(operation);
  const endpoint = endpointTraitOf(operation);
  const hasSecrets = operation.input?.members.some(isSecretInUrl) === true;
  return [
    ...(endpoint === undefined ? [] : [code`endpoint: ${endpoint}`]),
    ...(hasSecrets ? [code`sensitiveUrl: true`] : []),
    ...(pages === undefined ? [] : [code`pages: ${pages}`]),
    ...(response.isStreaming ? [code`streaming: true`] : []),
    ...authTraits(operation, service),
  ];
}
