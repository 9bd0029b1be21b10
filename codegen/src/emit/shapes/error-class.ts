import type { Member, Structure } from "../../ir/ir.js";
import { mayBeEmpty } from "../code/access.js";
import { code, identifier, lines, literal, nothing, type Code } from "../code/code.js";
import { docComment } from "../code/comment.js";
import type { ClassDeclaration, Property } from "../code/declarations.js";
import { inParts, needsParts } from "../code/parts.js";
import { runtime } from "../code/runtime.js";
import { memberDocs } from "./member-docs.js";
import { exceptionReference } from "../code/shape-references.js";
import { memberProperty, receivedType } from "./types.js";

/** Returns the class of an error. */
export function errorClass(shape: Structure, exceptionName: string): ClassDeclaration {
  const fault = shape.error?.fault ?? "client";
  const statusCode = shape.error?.statusCode ?? 400;
  const retryable = shape.error?.retryable;
  const message = messageMember(shape);
  const members = shape.members.filter(({ property }) => property !== "message");
  return {
    kind: "class",
    name: shape.symbol,
    docs: docComment(shape.documentation, {
      fallback: `The error ${shape.name}.`,
      notes: saysNumber(shape, statusCode) ? [] : [`HTTP status ${statusCode}.`],
    }),
    exported: true,
    base: code`${exceptionReference(exceptionName)}`,
    properties: [
      {
        name: "name",
        docs: "",
        readonly: true,
        optional: false,
        type: literal(shape.name),
      },
      {
        name: "$fault",
        docs: "",
        readonly: true,
        optional: false,
        type: literal(fault),
      },
      ...(retryable === undefined ? [] : [retryableProperty(retryable)]),
      ...members.map((member) => ({
        ...memberProperty(member, "received"),
        docs: memberDocs(member),
      })),
      ...(hasIssues(shape) ? [issuesProperty()] : []),
    ],
    constructorParameters: [
      {
        name: "options",
        type: code`${receivedType(shape)} & ${runtime("ServiceExceptionOptions")}`,
        ...(mayBeEmpty(shape.members) ? { initializer: code`{}` } : {}),
      },
    ],
    constructorBody: lines([
      message === undefined || message.property === "message"
        ? code`super(${literal(shape.name)}, ${literal(fault)}, ${literal(statusCode)}, options);`
        : code`super(${literal(shape.name)}, ${literal(fault)}, ${literal(statusCode)}, options, ${literal(message.property)});`,
      retryable === undefined
        ? nothing
        : code`this.$retryable = { throttling: ${literal(retryable === "throttling")} };`,
      setMembers(members, message),
    ]),
  };
}

function retryableProperty(
  kind: "transient" | "throttling",
): Property & { readonly readonly: true } {
  return {
    name: "$retryable",
    docs: "Clients retry calls that failed with the error.",
    readonly: true,
    optional: false,
    type: code`{ readonly throttling: ${literal(kind === "throttling")} }`,
  };
}

function issuesProperty(): Property & { readonly readonly: true } {
  return {
    name: "issues",
    docs: "The violated constraints, unless the error was read from a response.",
    readonly: true,
    optional: true,
    type: code`readonly ${runtime("ValidationIssue")}[] | undefined`,
  };
}

/**
 * Returns statements that set the members of an error from the options of its constructor. The
 * member with the message can also be given as `message`, as for every `Error`.
 */
function setMembers(members: readonly Member[], message: Member | undefined): Code {
  const isDivided = needsParts(members);
  // `this` is different in a local function.
  const error = isDivided ? code`error` : code`this`;
  const statements = members.map((member) => {
    const { property, present } = member;
    const given = code`options.${identifier(property)}`;
    const assign = (value: Code): Code => code`${error}.${identifier(property)} = ${value};`;
    if (present) return assign(given);
    return member === message
      ? code`const message = ${given} ?? options.message;
if (message != null) ${assign(code`message`)}`
      : code`if (${given} != null) ${assign(given)}`;
  });
  return lines([isDivided ? code`const error: this = this;` : nothing, inParts(statements)]);
}

/** Returns whether the documentation of an error mentions its status. */
function saysNumber({ documentation }: Structure, statusCode: number): boolean {
  return new RegExp(`\\b${statusCode}\\b`).test(documentation.text);
}

/** Returns the member that contains the message. Its name differs between models. */
export function messageMember(shape: Structure): Member | undefined {
  const isText = (member: Member): boolean => member.target.kind === "string";
  return ["message", "Message", "errorMessage"]
    .map((name) => shape.members.find((member) => member.property === name && isText(member)))
    .find((member) => member !== undefined);
}

/** Returns whether the property `issues` can be added to the class of the model. */
export function hasIssues({ name, members }: Structure): boolean {
  return name === "ValidationException" && members.every(({ property }) => property !== "issues");
}
