import type { Service } from "../../ir/service.js";
import { code, type Code, type Reference } from "../code/code.js";
import type { FunctionDeclaration, Module } from "../code/declarations.js";
import { runtime } from "../code/runtime.js";
import { exceptionType, toValidationException } from "../shapes/validation-exception.js";

/*
 * What the schemas of all shapes have in common. It is not in the module of errors, whose declarations
 * refer to all of the runtime: those of shapes should need only public types.
 */

/** The type of the schemas of the service's shapes. */
export const serviceSchema: Reference = { ...inModule("Schema"), typeOnly: true };

/** The functions of schemas that create the exception. */
export const schemaFunctions: Readonly<Record<"parse" | "safeParse", Reference>> = {
  parse: inModule("parse"),
  safeParse: inModule("safeParse"),
};

/** Returns the module of the type of schemas, and of their functions that create the exception. */
export function schemasModule(service: Service): Module {
  return {
    path: serviceSchema.module,
    source: service.id,
    declarations: [
      {
        kind: "type",
        name: serviceSchema.name,
        docs: "The schema of a shape of the service.",
        exported: true,
        typeParameter: code`Value, Wire = unknown`,
        type: code`${runtime("Schema")}<Value, Wire, ${exceptionType(service)}>`,
      },
      delegate("parse", code`never`),
      delegate("safeParse", code`${runtime("SafeParseResult")}<never, never>`),
    ],
  };
}

function delegate(name: "parse" | "safeParse", returnType: Code): FunctionDeclaration {
  return {
    kind: "function",
    name,
    docs: "",
    exported: true,
    parameters: [
      { name: "json", type: code`unknown` },
      { name: "schema", type: code`${runtime("StandardSchema")}<unknown>` },
    ],
    returnType,
    body: code`return ${runtime(name)}(json, schema, ${toValidationException});`,
  };
}

function inModule(name: string): Reference {
  return { name, module: "schemas", typeOnly: false, namespace: "schemas" };
}
