import type { Enum, List, MapShape, Member, NamedShape, Structure, Union } from "../ir/ir.js";
import { isInherited } from "../ir/identifiers.js";
import { bindingFact } from "./binding-fact.js";
import { adviceConstants, checkFunction, onRequestFunction, patternConstants } from "./check.js";
import { code, commas, comment, identifier, join, literal, nothing, type Code } from "./code.js";
import { describeConstraints, docComment, inlineCode } from "./comment.js";
import type {
  ConstDeclaration,
  Declaration,
  FunctionDeclaration,
  Module,
  Property,
} from "./declarations.js";
import { describeFunction } from "./describe.js";
import { errorClass, errorFunctions } from "./error.js";
import { eventFunctions } from "./event-stream.js";
import { propertyKey } from "./access.js";
import { hasPlainReader, readFunction } from "./read.js";
import { runtime } from "./runtime.js";
import { functionReference, typeReference } from "./shape-references.js";
import { dataType, typeOf } from "./types.js";
import { hasPlainWriter, serializeFunction, writeFunction } from "./write.js";

/** The file of a shape: its type, its codec, its validator and its schema. */
export function shapeModule(shape: NamedShape, exceptionName: string): Module {
  return { path: shape.file, source: shape.id, declarations: declarationsOf(shape, exceptionName) };
}

function declarationsOf(shape: NamedShape, exceptionName: string): Declaration[] {
  switch (shape.kind) {
    case "structure":
      return shape.error === undefined
        ? [structureInterface(shape, shape.symbol, true), ...codec(shape)]
        : [
            structureInterface(shape, `${shape.symbol}Members`, false),
            errorClass(shape, exceptionName),
            ...codec(shape),
            ...errorFunctions(shape),
          ];
    case "union":
      return [unionType(shape), ...codec(shape), ...(shape.streaming ? eventFunctions(shape) : [])];
    case "enum":
      return [...enumObject(shape), checkFunction(shape)];
    case "list":
    case "map":
      return collection(shape);
  }
}

function collection(shape: List | MapShape): Declaration[] {
  return [
    ...(hasPlainReader(shape) ? [] : [readFunction(shape)]),
    ...(hasPlainWriter(shape) ? [] : [writeFunction(shape)]),
    ...patternConstants(shape),
    checkFunction(shape),
  ];
}

function codec(shape: Structure | Union): Declaration[] {
  const isShared = shape.kind === "structure" && shape.codec !== shape;
  return [
    serializeFunction(shape),
    ...(isShared ? [] : [writeFunction(shape)]),
    deserializeFunction(shape),
    ...(isShared ? [] : [readFunction(shape)]),
    validateFunction(shape),
    ...(isShared
      ? []
      : [
          ...patternConstants(shape),
          ...adviceConstants(shape),
          checkFunction(shape),
          ...onRequestFunction(shape),
          describeFunction(shape),
        ]),
    schemaConstant(shape),
  ];
}

function structureInterface(shape: Structure, name: string, isDocumented: boolean): Declaration {
  return {
    kind: "interface",
    name,
    docs: isDocumented
      ? docComment(shape.documentation, { notes: notesOf(shape) })
      : `The members of {@link ${shape.symbol}}.`,
    exported: true,
    properties: shape.members.map(propertyOf),
  };
}

function notesOf(shape: Structure | Union): string[] {
  return shape.sensitive ? ["Sensitive: values are kept out of messages."] : [];
}

function propertyOf(member: Member): Property {
  const type = typeOf(member.target);
  return {
    name: member.property,
    docs: memberDocs(member),
    optional: !member.present,
    type: member.present ? type : code`${type} | undefined`,
  };
}

/** What is said of a member: the model's words, the name on the wire, constraints and default. */
export function memberDocs(member: Member): string {
  const facts = [
    ...(member.wireName === member.name || member.binding.location !== "body"
      ? []
      : [`JSON name: ${inlineCode(member.wireName)}.`]),
    ...(bindingFact(member) === "" ? [] : [bindingFact(member)]),
    ...(member.required && !member.present ? ["Required."] : []),
    ...describeConstraints(member.constraints, unitOf(member)),
    ...elementFacts(member),
    ...(member.defaultValue === undefined
      ? []
      : [`Default: ${inlineCode(JSON.stringify(member.defaultValue))}.`]),
    ...(member.idempotencyToken ? ["Idempotency token: made up where it is absent."] : []),
    ...(member.target.kind === "blob" && member.target.requiresLength
      ? ["Whoever sends it has to know its length: the service asks for `Content-Length`."]
      : []),
    ...(member.sensitive ? ["Sensitive: the value is kept out of messages."] : []),
  ];
  return docComment(member.documentation, { notes: facts.length === 0 ? [] : [facts.join(" ")] });
}

/** The constraints of a collection's elements, which have no documentation of their own. */
function elementFacts({ target }: Member): string[] {
  const parts: readonly (readonly [string, Member])[] =
    target.kind === "list"
      ? [["Each item", target.member]]
      : target.kind === "map"
        ? [
            ["Each key", target.key],
            ["Each value", target.value],
          ]
        : [];
  return parts.flatMap(([label, part]) =>
    describeConstraints(part.constraints, unitOf(part)).map(
      (fact) => `${label}: ${fact.slice(0, 1).toLowerCase()}${fact.slice(1)}`,
    ),
  );
}

function unitOf(member: Member): string {
  switch (member.target.kind) {
    case "blob":
      return "bytes";
    case "list":
      return "items";
    case "map":
      return "entries";
    default:
      return "code points";
  }
}

function unionType(shape: Union): Declaration {
  // Every object has the inherited ones, so that no value could be without them.
  const all = shape.members.map(({ property }) => property).filter((name) => !isInherited(name));
  const variants = shape.members.map((member) => {
    const others = all
      .filter((name) => name !== member.property)
      .map((name) => code`${propertyKey(name)}?: never;`);
    return code`{ ${propertyKey(member.property)}: ${variantType(shape, member)}; ${join([...others, code`$unknown?: never;`], code` `)} }`;
  });
  const none = all.map((name) => code`${propertyKey(name)}?: never;`);
  const unknown = code`{ ${join([...none, code`$unknown: ${runtime("UnknownMember")};`], code` `)} }`;
  return {
    kind: "type",
    name: shape.symbol,
    docs: docComment(shape.documentation, {
      notes: [
        ...notesOf(shape),
        ...shape.members.map((member) => {
          const docs = memberDocs(member).replace(/\n+/g, " ");
          return `- ${inlineCode(member.name)}${docs === "" ? "" : `: ${docs}`}`;
        }),
      ],
      fallback: "A union: exactly one member is set.",
    }),
    exported: true,
    type: join([...variants, unknown].map((variant) => code`\n| ${variant}`)),
  };
}

/** In a stream an error is not told of but thrown, and so is an instance of its class. */
function variantType(shape: Union, { target }: Member): Code {
  const isThrown = shape.streaming && target.kind === "structure" && target.error !== undefined;
  return isThrown ? code`${typeReference(target)}` : typeOf(target);
}

function enumObject(shape: Enum): Declaration[] {
  const values = shape.values.map(({ key, value, documentation }) => {
    const docs = docComment(documentation);
    return code`${docs === "" ? nothing : comment(docs)}${propertyKey(key)}: ${literal(value)},`;
  });
  const open = shape.type === "string" ? code`(string & {})` : code`(number & {})`;
  return [
    {
      kind: "const",
      name: shape.symbol,
      docs: docComment(shape.documentation, { fallback: `The known values of ${shape.name}.` }),
      exported: true,
      type: undefined,
      value: code`{\n${join(values, code`\n`)}\n} as const`,
    },
    {
      kind: "type",
      name: shape.symbol,
      docs: `A value of {@link ${shape.symbol}}, or one that the model does not know yet.`,
      exported: true,
      type: code`(typeof ${identifier(shape.symbol)})[keyof typeof ${identifier(shape.symbol)}] | ${open}`,
    },
  ];
}

function deserializeFunction(shape: Structure | Union): FunctionDeclaration {
  const read = code`${functionReference(shape, "read")}(json, ${runtime("root")}(${runtime("valueReader")}()))`;
  const isError = shape.kind === "structure" && shape.error !== undefined;
  return {
    kind: "function",
    name: `deserialize${shape.symbol}`,
    docs: `Reads the JSON form of {@link ${shape.symbol}}, as a service sends it: unknown members are ignored.

@throws SerializationException where a value is not of its type, with a JSON pointer to it.`,
    exported: true,
    parameters: [{ name: "json", type: code`unknown` }],
    returnType: code`${identifier(shape.symbol)}`,
    body: isError ? code`return new ${identifier(shape.symbol)}(${read});` : code`return ${read};`,
  };
}

function validateFunction(shape: Structure | Union): FunctionDeclaration {
  return {
    kind: "function",
    name: `validate${shape.symbol}`,
    docs: `Checks a value in memory against {@link ${shape.symbol}}: types, required members and constraints. Every issue is found.`,
    exported: true,
    parameters: [
      { name: "value", type: code`unknown` },
      { name: "options", type: code`${runtime("ValidateOptions")}`, optional: true },
    ],
    returnType: code`${runtime("ValidationResult")}<${dataType(shape)}>`,
    body: code`const here = ${runtime("startValidation")}(options);
${functionReference(shape, "check")}(value, here);
return ${runtime("finishValidation")}(here, value);`,
  };
}

function schemaConstant(shape: Structure | Union): ConstDeclaration {
  const functions = (["read", "check", "describe"] as const).map(
    (prefix) => code`${functionReference(shape, prefix)}`,
  );
  return {
    kind: "const",
    name: `${shape.symbol}Schema`,
    docs: `Standard Schema of {@link ${shape.symbol}}: takes JSON as it is on the wire, gives the value or every issue, and describes itself in JSON Schema.`,
    exported: true,
    type: code`${runtime("StandardSchema")}<${dataType(shape)}>`,
    // A getter, so that the file declares and does nothing: what is not used can be left out of bundles.
    value: code`{
  get "~standard"() {
    return ${runtime("standardProperties")}(${commas(functions)});
  },
}`,
  };
}
