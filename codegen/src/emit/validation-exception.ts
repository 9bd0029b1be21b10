import type { Member, Service, Structure } from "../ir/ir.js";
import { code, commas, literal, nothing, type Code, type Reference } from "./code.js";
import { propertyKey } from "./access.js";
import type { ClassDeclaration, FunctionDeclaration, Module } from "./declarations.js";
import { exceptionReference, messageMember } from "./error.js";
import { runtime } from "./runtime.js";
import { membersReference, valueReference } from "./shape-references.js";

/*
 * A service has one class of the name `ValidationException`: that of its model, if the model has an
 * error of this name, and one that is made here otherwise. It is thrown where an input does not
 * satisfy its constraints, and it is what a client reads from a response with this code.
 */

const name = "ValidationException";
const path = "validation-exception";

/** The model's own error of the name, if it has one. */
export function modelledValidationException({ errors }: Service): Structure | undefined {
  return errors.find((error) => error.name === name);
}

/** The class that is generated where the model has none. */
export const ownValidationException: Reference = { name, module: path, typeOnly: false };

/** Refers to the function that makes the exception of what a check has found. */
export const toValidationException: Reference = {
  name: "toValidationException",
  module: path,
  typeOnly: false,
};

/** The case of a response with the exception's code; none if the operation has an error of that code. */
export function validationExceptionCase(errors: readonly Structure[]): Code {
  const codes = errors.flatMap((error) => [error.name, error.error?.queryCode]);
  if (codes.includes(name)) return nothing;
  const read: Reference = { name: "readValidationException", module: path, typeOnly: false };
  return code`case ${literal(name)}:\n  return ${read}(failure);`;
}

/** The file of the exception. */
export function validationExceptionModule(service: Service): Module {
  const modelled = modelledValidationException(service);
  return {
    path,
    source: service.id,
    declarations:
      modelled === undefined
        ? [ownClass(service.exceptionName), ...functions(code`${ownValidationException}`, ownParts)]
        : functions(code`${valueReference(modelled)}`, partsOf(modelled)),
  };
}

interface Parts {
  /** An expression that makes the exception of `invalid`. */
  readonly made: Code;
  /** An expression that reads the exception from `failure`. */
  readonly read: Code;
}

function functions(type: Code, { made, read }: Parts): FunctionDeclaration[] {
  const base = { kind: "function", docs: "@internal", exported: true, returnType: type } as const;
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
    docs: `An input that does not satisfy its constraints (Smithy, \`smithy.framework#ValidationException\`). A server's
\`deserializeRequest\` throws it, and a client's \`deserializeResponse\` where a response has this code. Status 400.`,
    exported: true,
    base: code`${exceptionReference(exceptionName)}`,
    properties: [
      { name: "name", docs: "", readonly: true, optional: false, type: literal(name) },
      { name: "$fault", docs: "", readonly: true, optional: false, type: literal("client") },
      {
        name: "fieldList",
        docs: "Each field that does not satisfy a constraint. Empty where a response does not list them.",
        readonly: true,
        optional: false,
        type: code`readonly ${runtime("ValidationExceptionField")}[]`,
      },
      {
        name: "issues",
        docs: "The same as data. Empty where the error was read from a response.",
        readonly: true,
        optional: false,
        type: code`readonly ${runtime("Issue")}[]`,
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

/** How the model's own exception is made: members that nothing is known of are left out. */
function partsOf(shape: Structure): Parts {
  const message = messageMember(shape);
  const fields = shape.members.find((member) => member.name === "fieldList");
  const given = commas([
    ...(message === undefined ? [] : [code`${propertyKey(message.property)}: invalid.message`]),
    ...(message?.property === "message" ? [] : [code`message: invalid.message`]),
    ...(fields === undefined ? [] : fieldListOf(fields)),
  ]);
  const read: Reference = {
    name: `read${shape.symbol}Response`,
    module: shape.file,
    typeOnly: false,
  };
  const type = code`${membersReference(shape)} & ${runtime("ServiceExceptionOptions")}`;
  const made = code`new ${valueReference(shape)}({ ${given} } as ${type})`;
  return {
    made: hasIssues(shape) ? code`${runtime("withIssues")}(${made}, invalid.issues)` : made,
    read: code`${read}(failure)`,
  };
}

/** Whether the class of the model has room for the issues as data. */
export function hasIssues(shape: Structure): boolean {
  return shape.name === name && shape.members.every(({ property }) => property !== "issues");
}

/** The fields of the model's own exception, if all that it requires of one can be filled in. */
function fieldListOf({ property, target }: Member): Code[] {
  if (target.kind !== "list" || target.member.target.kind !== "structure") return [];
  const { members } = target.member.target;
  const sources: Readonly<Record<string, Code>> = {
    path: code`field.path`,
    // What AWS's services call the path.
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
