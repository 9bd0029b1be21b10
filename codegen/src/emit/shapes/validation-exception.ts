import type { Service } from "../../ir/service.js";
import { hasIssues, messageMember } from "./error-class.js";
import type { Member, Structure } from "../../ir/ir.js";
import { code, commas, literal, nothing, type Code, type Reference } from "../code/code.js";
import { propertyKey } from "../code/access.js";
import type { ClassDeclaration, FunctionDeclaration, Module } from "../code/declarations.js";
import {
  exceptionReference,
  errorFunction,
  membersReference,
  valueReference,
} from "../code/shape-references.js";
import { runtime } from "../code/runtime.js";

/*
 * Every service has a class `ValidationException`: the error of the model with this name, or else
 * the class that is generated here. It is thrown if an input does not satisfy its constraints, and
 * when a client reads a response with this code.
 */

const name = "ValidationException";

/** Returns the error of the model with this name, if there is one. */
export function modelledValidationException({ errors }: Service): Structure | undefined {
  return errors.find((error) => error.name === name);
}

/** The class that is generated if the model has none. */
export const ownValidationException: Reference = {
  name,
  module: "validation-exception",
  typeOnly: false,
};

/** The function that creates the exception from the issues of a check. */
export const toValidationException: Reference = errorFunction("toValidationException");

/** Returns the entry that reads the exception, unless the operation has an error with its code. */
export function validationExceptionReader(errors: readonly Structure[]): Code[] {
  const codes = errors.flatMap((error) => [error.name, error.error?.queryCode]);
  if (codes.includes(name)) return [];
  return [code`${propertyKey(name)}: ${errorFunction("readValidationException")}`];
}

/** Returns the module of the exception's class, unless the model has one. */
export function validationExceptionModules(service: Service): Module[] {
  if (modelledValidationException(service) !== undefined) return [];
  const { module } = ownValidationException;
  return [{ path: module, source: service.id, declarations: [ownClass(service.exceptionName)] }];
}

/** Returns the type of the exception. */
export function exceptionType(service: Service): Reference {
  const modelled = modelledValidationException(service);
  const exception = modelled === undefined ? ownValidationException : valueReference(modelled);
  return { ...exception, typeOnly: true };
}

/** Returns the functions that create and read the exception. */
export function validationExceptionFunctions(service: Service): FunctionDeclaration[] {
  const modelled = modelledValidationException(service);
  return modelled === undefined
    ? functions(code`${exceptionType(service)}`, ownParts)
    : functions(code`${exceptionType(service)}`, partsOf(modelled));
}

interface Parts {
  /** An expression that creates the exception from `invalid`. */
  readonly made: Code;
  /** An expression that reads the exception from `failure`. */
  readonly read: Code;
}

function functions(type: Code, { made, read }: Parts): FunctionDeclaration[] {
  const base = { kind: "function", docs: "", exported: true, returnType: type } as const;
  return [
    {
      ...base,
      name: "toValidationException",
      parameters: [{ name: "invalid", type: code`${runtime("InvalidInput")}` }],
      body: code`return ${made};`,
    },
    {
      ...base,
      name: "readValidationException",
      parameters: [{ name: "failure", type: code`${runtime("Failure")}` }],
      body: code`return ${read};`,
    },
  ];
}

const ownParts: Parts = {
  made: code`new ${ownValidationException}(invalid)`,
  read: code`new ${ownValidationException}({ ...failure.options, fieldList: ${runtime("readFieldList")}(failure.wire) })`,
};

function ownClass(exceptionName: string): ClassDeclaration {
  return {
    kind: "class",
    name,
    docs: `An input does not satisfy its constraints (Smithy, \`smithy.framework#ValidationException\`). Status 400. Thrown
by \`deserializeRequest\` on a server, and by \`deserializeResponse\` on a client if a response has this code.`,
    exported: true,
    base: code`${exceptionReference(exceptionName)}`,
    properties: [
      { name: "name", docs: "", readonly: true, optional: false, type: literal(name) },
      { name: "$fault", docs: "", readonly: true, optional: false, type: literal("client") },
      {
        name: "fieldList",
        docs: "The fields that do not satisfy a constraint. Empty if a response does not list them.",
        readonly: true,
        optional: false,
        type: code`readonly ${runtime("ValidationExceptionField")}[]`,
      },
      {
        name: "issues",
        docs: "The violated constraints as data. Empty if the error was read from a response.",
        readonly: true,
        optional: false,
        type: code`readonly ${runtime("ValidationIssue")}[]`,
      },
    ],
    constructorParameters: [
      {
        name: "options",
        type: code`${runtime("ValidationExceptionMembers")} & ${runtime("ServiceExceptionOptions")}`,
        initializer: code`{}`,
      },
    ],
    constructorBody: code`super(${literal(name)}, "client", 400, options);
this.fieldList = options.fieldList ?? [];
this.issues = options.issues ?? [];`,
  };
}

/**
 * Returns how the exception of the model is created. Members that cannot be filled in are omitted.
 */
function partsOf(shape: Structure): Parts {
  const message = messageMember(shape);
  const fields = shape.members.find((member) => member.name === "fieldList");
  const given = commas([
    ...(message === undefined ? [] : [code`${propertyKey(message.property)}: invalid.message`]),
    ...(message?.property === "message" ? [] : [code`message: invalid.message`]),
    ...(fields === undefined ? [] : fieldListOf(fields)),
  ]);
  const read = errorFunction(`read${shape.symbol}Response`);
  const type = code`${membersReference(shape)} & ${runtime("ServiceExceptionOptions")}`;
  const made = code`new ${valueReference(shape)}({ ${given} } as ${type})`;
  return {
    made: hasIssues(shape) ? code`${runtime("withIssues")}(${made}, invalid.issues)` : made,
    read: code`${read}(failure)`,
  };
}

/**
 * Returns the fields of the exception of the model, if all required members of a field can be
 * filled in.
 */
function fieldListOf({ property, target }: Member): Code[] {
  if (target.kind !== "list" || target.member.target.kind !== "structure") return [];
  const { members } = target.member.target;
  const sources: Readonly<Record<string, Code>> = {
    path: code`field.path`,
    // The name of the path in AWS services.
    name: code`field.path`,
    message: code`field.message`,
  };
  const known = members.filter(
    (member) => member.target.kind === "string" && Object.hasOwn(sources, member.name),
  );
  if (members.some((member) => member.required && !known.includes(member))) return [];
  const entries = known.map(
    (member) => code`${propertyKey(member.property)}: ${sources[member.name] ?? nothing}`,
  );
  return [
    code`${propertyKey(property)}: invalid.fieldList.map((field) => ({ ${commas(entries)} }))`,
  ];
}
