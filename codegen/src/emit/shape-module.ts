import { defaultText } from "../ir/default-text.js";
import type { Enum, List, MapShape, Member, NamedShape, Structure, Union } from "../ir/ir.js";
import { isInherited } from "../ir/identifiers.js";
import { bindingFact } from "./binding-fact.js";
import { hasForms, mayBeMissing } from "./forms.js";
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
import { dataType, formParameters, memberProperty, receivedType, typeOf } from "./types.js";
import { hasPlainWriter, serializeFunction, writeFunction } from "./write.js";

/** Returns the module of a shape: its type, codec, validator and schema. */
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
    ...formParameters(shape),
    properties: shape.members.map(propertyOf),
  };
}

function notesOf(shape: Structure | Union): string[] {
  return shape.sensitive ? ["Sensitive: error messages never contain values."] : [];
}

function propertyOf(member: Member): Property {
  return { ...memberProperty(member, "parameter"), docs: memberDocs(member) };
}

/**
 * Returns the TSDoc of a member: its documentation in the model, JSON name, constraints and
 * default.
 */
export function memberDocs(member: Member): string {
  const facts = [
    ...(member.wireName === member.name || member.binding.location !== "body"
      ? []
      : [`JSON name: ${inlineCode(member.wireName)}.`]),
    ...(bindingFact(member) === "" ? [] : [bindingFact(member)]),
    ...requirement(member),
    ...describeConstraints(member.constraints, unitOf(member)),
    ...elementFacts(member),
    ...(member.defaultValue === undefined
      ? []
      : [`Default: ${inlineCode(defaultText(member.defaultValue))}.`]),
    ...(member.target.kind === "blob" && member.target.requiresLength
      ? ["The length must be known: the service requires `Content-Length`."]
      : []),
    ...(member.sensitive ? ["Sensitive: error messages never contain the value."] : []),
  ];
  return docComment(member.documentation, { notes: facts.length === 0 ? [] : [facts.join(" ")] });
}

/** Says who requires a member if its type does not show it. */
function requirement(member: Member): string[] {
  if (mayBeMissing(member)) return ["Required, but a service may omit it."];
  if (!member.idempotencyToken) return [];
  return member.required
    ? ["Required in requests: `serializeRequest` generates it if absent (idempotency token)."]
    : ["Idempotency token: `serializeRequest` generates it if absent."];
}

/** Describes the constraints of the elements of a collection. */
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

/** The maximum number of members of a union whose type has one variant for each member. */
const maxVariants = 100;

function unionType(shape: Union): Declaration {
  if (shape.members.length > maxVariants) return looseUnionType(shape);
  // All objects inherit these names, so a value without them is not possible.
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
    ...formParameters(shape),
    type: join([...variants, unknown].map((variant) => code`\n| ${variant}`)),
  };
}

/**
 * Returns the type of a union with many members. Variants that exclude all other members would need
 * text and compile time quadratic in their number.
 */
function looseUnionType(shape: Union): Declaration {
  return {
    kind: "interface",
    name: shape.symbol,
    docs: docComment(shape.documentation, {
      notes: [
        ...notesOf(shape),
        "A union: exactly one member is set. The type does not enforce this because it has too many members; reading and validation do.",
      ],
    }),
    exported: true,
    properties: [
      ...shape.members.map((member) => ({
        name: member.property,
        docs: memberDocs(member),
        optional: true,
        type: code`${variantType(shape, member)} | undefined`,
      })),
      {
        name: "$unknown",
        docs: "A member that the model does not define: its name and its JSON value.",
        optional: true,
        type: code`${runtime("UnknownMember")} | undefined`,
      },
    ],
  };
}

/**
 * Returns the type of a member. An error in a stream is thrown, so it is an instance of its class.
 */
function variantType(shape: Union, { target }: Member): Code {
  const isThrown = shape.streaming && target.kind === "structure" && target.error !== undefined;
  return isThrown ? code`${typeReference(target)}` : typeOf(target, "parameter");
}

function enumObject(shape: Enum): Declaration[] {
  const values = shape.values.map(({ key, value, documentation }) => {
    const docs = docComment(documentation);
    return code`${docs === "" ? nothing : comment(docs)}${propertyKey(key)}: ${literal(value)},`;
  });
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
      docs: `A value of {@link ${shape.symbol}}.`,
      exported: true,
      type: code`(typeof ${identifier(shape.symbol)})[keyof typeof ${identifier(shape.symbol)}]`,
    },
  ];
}

function deserializeFunction(shape: Structure | Union): FunctionDeclaration {
  const read = code`${functionReference(shape, "read")}(json, ${runtime("root")}(${runtime("valueReader")}()))`;
  const isError = shape.kind === "structure" && shape.error !== undefined;
  const received = hasForms(shape) ? " Unknown enum values are kept." : "";
  return {
    kind: "function",
    name: `deserialize${shape.symbol}`,
    docs: `Converts JSON to {@link ${shape.symbol}}. Checks types but not constraints. Unknown members are ignored.${received}

@throws SerializationException if a value has the wrong type; its \`path\` is a JSON pointer to the value.`,
    exported: true,
    parameters: [{ name: "json", type: code`unknown` }],
    returnType: isError ? code`${identifier(shape.symbol)}` : receivedType(shape),
    body: isError ? code`return new ${identifier(shape.symbol)}(${read});` : code`return ${read};`,
  };
}

function validateFunction(shape: Structure | Union): FunctionDeclaration {
  return {
    kind: "function",
    name: `validate${shape.symbol}`,
    docs: `Checks whether a value is a valid {@link ${shape.symbol}}: types, required members and constraints. Returns all issues.`,
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
    docs: `Standard Schema of {@link ${shape.symbol}}. Accepts JSON from the wire, returns the value or all issues, and provides a JSON Schema.`,
    exported: true,
    type: code`${runtime("StandardSchema")}<${dataType(shape)}>`,
    // A getter, so that the module has no side effects and bundlers can remove unused schemas.
    value: code`{
  get "~standard"() {
    return ${runtime("standardProperties")}<${dataType(shape)}>(${commas(functions)});
  },
}`,
  };
}
