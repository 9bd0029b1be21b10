import { describe } from "../json-schema/describe-text.js";
import type { JsonObject } from "../../runtime/types.js";
import { elementOf, payloadElementOf, rootElementOf } from "../emit/wire/xml/elements.js";
import { inlineCode } from "../emit/code/comment.js";
import type { Member, Structure } from "../ir/ir.js";
import type { Message } from "../ir/message.js";
import type { Operation } from "../ir/service.js";
import { presenceOf } from "../ir/wire.js";
import { inDialect, type Context } from "./context.js";
import { bodyExamples, memberExamples, type Examples } from "./examples.js";
import { componentNotes, memberNotes } from "./notes.js";
import { rootXml, withXml } from "./xml-objects.js";

/** A body: its media type, its schema and its examples. */
export interface Body {
  readonly mediaType: string;
  /** In JSON Schema 2020-12, whatever the version. */
  readonly schema: JsonObject;
  readonly examples: { readonly examples?: JsonObject };
}

/** The names that Smithy's converter gives to the schemas of bodies. */
export interface BodyNames {
  /** What the names belong to: a message or an error. */
  readonly owner: object;
  /** For members: `CreateThingRequestContent`. */
  readonly content: string;
  /** For a payload that is no structure: `CreateThingInputPayload`. */
  readonly payload: string;
}

/** Returns the request body of an operation, if it has one. */
export function requestBodyOf(
  { name, input, request }: Operation,
  examples: Examples,
  context: Context,
): { readonly requestBody?: JsonObject } {
  const names = {
    owner: request,
    content: `${name}RequestContent`,
    payload: `${name}InputPayload`,
  };
  const body = input && bodyOf(input, request, names, examples, context);
  if (body === undefined) return {};
  const { payload } = request;
  const isRequired = (payload === undefined ? request.body : [payload]).some(
    (member) => presenceOf(member) === "required",
  );
  const { description } = payload === undefined ? {} : describe(payload.documentation);
  return {
    requestBody: {
      ...(description === undefined ? {} : { description }),
      content: contentOf([body], context),
      ...(isRequired ? { required: true } : {}),
    },
  };
}

/**
 * Returns the body of a structure's message; `undefined` if no member is in it.
 */
export function bodyOf(
  structure: Structure,
  message: Message,
  names: BodyNames,
  examples: Examples,
  context: Context,
): Body | undefined {
  const { payload, body } = message;
  if (payload !== undefined) return payloadBody(payload, message, names, examples, context);
  if (body.length === 0) return undefined;
  const { schemas, components, isXml } = context;
  const make = (): JsonObject => {
    const object = { ...componentNotes(structure), ...schemas.object(body) };
    return isXml ? withXml(object, rootXml(rootElementOf(structure))) : object;
  };
  return {
    mediaType: isXml ? "application/xml" : "application/json",
    schema: components.content(names.owner, names.content, make),
    examples: isXml ? {} : bodyExamples(examples, body),
  };
}

/** Returns the body of an output whose only member is the root element (AWS, "s3UnwrappedXmlOutput trait"). */
export function unwrappedBody(
  output: Structure | undefined,
  { schemas }: Context,
): Body | undefined {
  const [member] = output?.members ?? [];
  if (output === undefined || member === undefined) return undefined;
  const { name, namespace = output.xml.namespace } = elementOf(member);
  const schema = withXml(schemas.payload(member), rootXml({ name, namespace }));
  return { mediaType: "application/xml", schema, examples: {} };
}

function payloadBody(
  payload: Member,
  message: Message,
  names: BodyNames,
  examples: Examples,
  { schemas, components, isXml }: Context,
): Body {
  const { target } = payload;
  const mediaType = mediaTypeOf(message);
  if (message.isStreaming || target.kind === "blob") {
    const make = (): JsonObject => ({
      type: "string",
      format: "binary",
      ...memberNotes(payload),
      ...eventsNote(payload),
    });
    return {
      mediaType,
      schema: components.content(names.owner, names.payload, make),
      examples: {},
    };
  }
  const isShape = target.kind === "structure" || target.kind === "union" || target.kind === "map";
  const schema = isShape
    ? schemas.payload(payload)
    : components.content(names.owner, names.payload, () => schemas.payload(payload));
  const isDocument = mediaType === "application/xml" && isXml;
  return {
    mediaType,
    schema: isDocument ? withXml(schema, rootXml(payloadElementOf(payload))) : schema,
    examples: isDocument ? {} : memberExamples(examples, payload),
  };
}

/** A payload of bytes can have any type if a member says which. */
function mediaTypeOf({ payloadType, headers }: Message): string {
  const { type, isFixed } = payloadType ?? { type: "application/octet-stream", isFixed: false };
  const isBound = headers.some(
    ({ binding }) => "name" in binding && binding.name === "content-type",
  );
  return !isFixed && isBound ? "*/*" : type;
}

/** OpenAPI has no event streams. */
function eventsNote({ target, documentation }: Member): JsonObject {
  if (target.kind !== "union") return {};
  const names = target.members.map(({ name }) => inlineCode(name)).join(", ");
  const { description } = describe(documentation, `A stream of events: ${names}.`);
  return description === undefined ? {} : { description };
}

/** Returns a content object (OpenAPI 3.1, "Media Type Object"). Bodies of one type have the schema of any of them. */
export function contentOf(bodies: readonly Body[], context: Context): JsonObject {
  const types = new Map<string, Body[]>();
  for (const body of bodies)
    types.set(body.mediaType, [...(types.get(body.mediaType) ?? []), body]);
  return Object.fromEntries(
    [...types].map(([type, same]): [string, JsonObject] => {
      const [first] = same;
      const schema =
        same.length === 1 && first !== undefined
          ? first.schema
          : { anyOf: same.map((body) => body.schema) };
      const examples = same.flatMap((body) => Object.entries(body.examples.examples ?? {}));
      return [
        type,
        {
          schema: inDialect(context, schema),
          ...(examples.length === 0 ? {} : { examples: Object.fromEntries(examples) }),
        },
      ];
    }),
  );
}
