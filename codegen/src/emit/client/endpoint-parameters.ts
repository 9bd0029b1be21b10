import type { InputPath, ParameterType } from "../../ir/endpoints.js";
import { isInherited } from "../../ir/identifiers.js";
import type { Operation, Service } from "../../ir/service.js";
import { propertyKey } from "../code/access.js";
import { code, commas, identifier, literal, type Code } from "../code/code.js";
import { docComment } from "../code/comment.js";
import { dataLiteral } from "../code/data.js";
import type { Property } from "../code/declarations.js";
import { runtime } from "../code/runtime.js";
import { typeReference } from "../code/shape-references.js";

/**
 * Returns the property `endpoint` of an operation's traits: the function that returns the endpoint
 * parameters of the operation; `undefined` if it sets none.
 */
export function endpointTraitOf({ endpointParameters, input }: Operation): Code | undefined {
  if (endpointParameters.length === 0) return undefined;
  const needsInput = endpointParameters.some(({ kind }) => kind === "path");
  const parameter =
    needsInput && input !== undefined ? code`input: ${typeReference(input)}` : code``;
  const properties = endpointParameters.map((given) => {
    const value =
      given.kind === "static" ? dataLiteral(given.value) : pathCode(given.path, "input");
    return code`${propertyKey(given.name)}: ${value}`;
  });
  return code`(${parameter}) => ({ ${commas(properties)} })`;
}

/** @param root the variable of the value that the path starts at */
function pathCode(path: InputPath, root: "input" | "item"): Code {
  switch (path.kind) {
    case "input":
      return identifier(root);
    case "member": {
      const { of, property } = path;
      const value = pathCode(of, root);
      // Only a member of the input itself can have such a name.
      if (isInherited(property))
        return code`${runtime("own")}(${value}, ${literal(property)}) as never`;
      return code`${value}${of.kind === "input" && root === "input" ? code`.` : code`?.`}${identifier(property)}`;
    }
    case "keys":
      return code`${runtime("namesOf")}(${pathCode(path.of, root)})`;
    case "projection":
      return code`${runtime("project")}(${pathCode(path.of, root)}, (item) => ${pathCode(path.each, "item")})`;
    case "flatten":
      return code`${runtime("flatten")}(${pathCode(path.of, root)})`;
    case "list":
      return code`${runtime("flatten")}([${commas(path.items.map((item) => pathCode(item, root)))}])`;
  }
}

/** The TypeScript types of endpoint parameters. */
export const parameterTypes: Readonly<Record<ParameterType, Code>> = {
  string: code`string`,
  boolean: code`boolean`,
  strings: code`readonly string[]`,
};

/** The properties of `ClientConfig`, which every client has. */
const common: ReadonlySet<string> = new Set([
  ...["region", "endpoint", "useDualstackEndpoint", "useFipsEndpoint", "credentials", "signer"],
  ...["token", "apiKey", "username", "password", "requestHandler", "maxAttempts", "timeout"],
  ...["validate", "eventStreamMarshaller", "hooks", "onRequest", "onResponse", "onRetry"],
  ...["idempotencyToken", "gzip", "minCompressionSize"],
]);

/** Returns the properties that the endpoint rules add to the configuration of a client. */
export function clientContextProperties({ endpoints }: Pick<Service, "endpoints">): Property[] {
  return (endpoints?.parameters ?? []).flatMap(({ config }) => {
    if (config === undefined || common.has(config.name)) return [];
    const documentation = {
      ...{ text: config.documentation, deprecated: undefined, since: undefined },
      ...{ internal: false, unstable: false, links: [] },
    };
    return [
      {
        name: config.name,
        docs: docComment(documentation, { fallback: "A parameter of the endpoint rules." }),
        optional: true,
        type: code`${parameterTypes[config.type]} | undefined`,
      },
    ];
  });
}
