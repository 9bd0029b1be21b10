import type { Member, Structure } from "../ir/ir.js";
import { mayBeEmpty } from "./access.js";
import { code, commas, identifier, lines, literal, mentions, nothing, type Code } from "./code.js";
import { docComment } from "./comment.js";
import type { ClassDeclaration, FunctionDeclaration, Property } from "./declarations.js";
import { bindingsOf, isAllBody, needsExactJson } from "./message.js";
import { inParts, needsParts } from "./parts.js";
import { readOutputMembers, writeMessage } from "./response.js";
import { runtime } from "./runtime.js";
import { memberDocs } from "./shape-module.js";
import { functionReference } from "./shape-references.js";
import { memberProperty, receivedType } from "./types.js";
import { hasIssues } from "./validation-exception.js";

/** Returns a reference to the base class of a service's errors. */
export function exceptionReference(exceptionName: string): {
  name: string;
  module: string;
  typeOnly: false;
} {
  return { name: exceptionName, module: "service-exception", typeOnly: false };
}

/** Returns the class of an error. */
export function errorClass(shape: Structure, exceptionName: string): ClassDeclaration {
  const fault = shape.error?.fault ?? "client";
  const statusCode = shape.error?.statusCode ?? 400;
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
      setMembers(members),
    ]),
  };
}

function issuesProperty(): Property & { readonly readonly: true } {
  return {
    name: "issues",
    docs: "The violated constraints of an input, if `deserializeRequest` threw the error.",
    readonly: true,
    optional: true,
    type: code`readonly ${runtime("Issue")}[] | undefined`,
  };
}

/** Returns statements that set the members of an error from the options of its constructor. */
function setMembers(members: readonly Member[]): Code {
  const isDivided = needsParts(members);
  // `this` is different in a local function.
  const error = isDivided ? code`error` : code`this`;
  const statements = members.map(({ property, present }) => {
    const given = code`options.${identifier(property)}`;
    const assignment = code`${error}.${identifier(property)} = ${given};`;
    return present ? assignment : code`if (${given} != null) ${assignment}`;
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

/** Returns the functions that read an error from a response and write it to one. */
export function errorFunctions(shape: Structure): FunctionDeclaration[] {
  const statusCode = shape.error?.statusCode ?? 400;
  const written = writeMessage(shape, statusCode, code`"x-amzn-errortype": ${literal(shape.name)}`);
  const isPlain = isAllBody(shape, bindingsOf(shape, "response"));
  const isExact = needsExactJson(bindingsOf(shape, "response").body);
  const read = isPlain
    ? code`const value = ${functionReference(shape, "read")}(wire, here);`
    : readOutputMembers(shape);
  return [
    {
      kind: "function",
      name: `read${shape.symbol}Response`,
      docs: "@internal",
      exported: true,
      parameters: [{ name: "failure", type: code`${runtime("Failure")}` }],
      returnType: code`${identifier(shape.symbol)}`,
      body: code`${unpack(read, isExact)}${read}
return new ${identifier(shape.symbol)}({ ...options, ...value });`,
    },
    {
      kind: "function",
      name: `write${shape.symbol}Response`,
      docs: "@internal",
      exported: true,
      parameters: [
        {
          name: mentions(written, "value") ? "value" : "_value",
          type: code`${identifier(shape.symbol)}`,
        },
      ],
      returnType: code`${runtime("HttpResponse")}`,
      body: written,
    },
  ];
}

/** Unpacks the parts of a failure that code refers to. */
function unpack(read: Code, isExact: boolean): Code {
  const names = isExact ? ["response", "here"] : ["response", "here", "wire"];
  const parts = names.filter((part) => mentions(read, part));
  const wire = isExact ? code`const wire = ${runtime("readExactErrorBody")}(failure);\n` : nothing;
  return code`const { ${commas([...parts, "options"].map(identifier))} } = failure;\n${wire}`;
}
