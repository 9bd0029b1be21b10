import type { Member, Structure } from "../ir/ir.js";
import { mayBeEmpty } from "./access.js";
import { code, commas, identifier, lines, literal, mentions, type Code } from "./code.js";
import { docComment } from "./comment.js";
import type { ClassDeclaration, FunctionDeclaration } from "./declarations.js";
import { bindingsOf, isAllBody } from "./message.js";
import { readOutputMembers, writeMessage } from "./response.js";
import { runtime } from "./runtime.js";
import { memberDocs } from "./shape-module.js";
import { functionReference, membersReference } from "./shape-references.js";
import { typeOf } from "./types.js";

/** Where the base class of a service's errors is declared. */
export function exceptionReference(exceptionName: string): {
  name: string;
  module: string;
  typeOnly: false;
} {
  return { name: exceptionName, module: "service-exception", typeOnly: false };
}

/** The class of an error. */
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
      notes: [`Status ${statusCode}.`],
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
        name: member.property,
        docs: memberDocs(member),
        optional: !member.present,
        type: member.present ? typeOf(member.target) : code`${typeOf(member.target)} | undefined`,
      })),
    ],
    constructorParameters: [
      {
        name: "options",
        type: code`${membersReference(shape)} & ${runtime("ServiceExceptionOptions")}`,
        ...(mayBeEmpty(shape.members) ? { initializer: code`{}` } : {}),
      },
    ],
    constructorBody: lines([
      message === undefined || message.property === "message"
        ? code`super(${literal(shape.name)}, ${literal(fault)}, ${literal(statusCode)}, options);`
        : code`super(${literal(shape.name)}, ${literal(fault)}, ${literal(statusCode)}, options, ${literal(message.property)});`,
      ...members.map(({ property, present }) =>
        present
          ? code`this.${identifier(property)} = options.${identifier(property)};`
          : code`if (options.${identifier(property)} != null) this.${identifier(property)} = options.${identifier(property)};`,
      ),
    ]),
  };
}

/** The member that an error's message is read from: models write it with or without a capital. */
function messageMember(shape: Structure): Member | undefined {
  const isText = (member: Member): boolean => member.target.kind === "string";
  return ["message", "Message", "errorMessage"]
    .map((name) => shape.members.find((member) => member.property === name && isText(member)))
    .find((member) => member !== undefined);
}

/** How an error is read from a response and written to one. */
export function errorFunctions(shape: Structure): FunctionDeclaration[] {
  const statusCode = shape.error?.statusCode ?? 400;
  const written = writeMessage(shape, statusCode, code`"x-amzn-errortype": ${literal(shape.name)}`);
  const isPlain = isAllBody(shape, bindingsOf(shape, "response"));
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
      body: code`${unpack(read)}${read}
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

/** Takes those parts of a failure that code refers to. */
function unpack(read: Code): Code {
  const parts = ["response", "here", "wire"].filter((part) => mentions(read, part));
  return code`const { ${commas([...parts, "options"].map(identifier))} } = failure;\n`;
}
