import { describe } from "../json-schema/describe-text.js";
import type { JsonObject } from "../../runtime/types.js";
import type { Member, TimestampFormat } from "../ir/ir.js";
import type { Http, Operation } from "../ir/service.js";
import { inlineCode } from "../emit/code/comment.js";
import { stringTrait } from "../load/traits.js";
import { inDialect, type Context } from "./context.js";
import { memberExamples, type Examples } from "./examples.js";
import { tokenNote } from "./notes.js";

/** Headers that OpenAPI describes elsewhere, so that a parameter of that name has no effect ("Parameter Object"). */
const ignoredHeaders = new Set(["accept", "authorization", "content-type"]);

/**
 * Returns the parameters of an operation: of its path, then of its query, then of its headers.
 * @param labels the names of the labels in the path of the document, by those of their members
 */
export function parametersOf(
  { http, request }: Operation,
  labels: ReadonlyMap<string, string>,
  examples: Examples,
  context: Context,
): JsonObject[] {
  const { queryParams } = request;
  const parameter = (
    member: Member,
    place: string,
    name: string,
    format: TimestampFormat,
  ): JsonObject => ({
    name,
    in: place,
    ...valueObject(member, place, format, examples, context),
  });
  return [
    ...request.labels.map((member) =>
      parameter(member, "path", labels.get(member.name) ?? member.name, "date-time"),
    ),
    ...literalParameters(http),
    ...request.query.map((member) => parameter(member, "query", boundName(member), "date-time")),
    ...(queryParams === undefined
      ? []
      : [
          {
            ...parameter(queryParams, "query", queryParams.name, "date-time"),
            style: "form",
            explode: true,
          },
        ]),
    ...request.headers
      .filter((member) => !ignoredHeaders.has(boundName(member)))
      .map((member) => parameter(member, "header", headerName(member, context), "http-date")),
  ];
}

/** Returns the headers of a response by their names. */
export function headersOf(
  members: readonly Member[],
  examples: Examples,
  context: Context,
): Record<string, JsonObject> {
  const headers = members
    .filter((member) => boundName(member) !== "content-type")
    .map((member): [string, JsonObject] => [
      headerName(member, context),
      valueObject(member, "header", "http-date", examples, context),
    ]);
  return Object.fromEntries(headers);
}

/**
 * Describes headers whose names begin with a prefix, for which OpenAPI has no object, as an extension.
 */
export function prefixHeaders(
  member: Member | undefined,
  context: Context,
): { readonly "x-prefix-headers"?: JsonObject } {
  if (member?.target.kind !== "map") return {};
  const { value } = member.target;
  const schema = inDialect(context, context.schemas.parameter(value, "http-date"));
  const prefix = originalName(member, "smithy.api#httpPrefixHeaders", context);
  const { description } = describe(
    member.documentation,
    `Headers that begin with ${inlineCode(prefix)}.`,
  );
  return { "x-prefix-headers": { [prefix]: { ...(description && { description }), schema } } };
}

/** What parameters and headers of responses have in common. */
function valueObject(
  member: Member,
  place: string,
  defaultFormat: TimestampFormat,
  examples: Examples,
  context: Context,
): JsonObject {
  const format = member.timestampFormat ?? defaultFormat;
  const schema = context.schemas.parameter(member, format);
  // Text with a media type is base64 in headers (Smithy 2.0, "httpHeader trait").
  const isEncoded = place === "header" && schema["contentMediaType"] !== undefined;
  return {
    ...describe(member.documentation, tokenNote(member)),
    ...(place === "path" || (member.required && !member.idempotencyToken)
      ? { required: true }
      : {}),
    schema: inDialect(context, isEncoded ? { ...schema, contentEncoding: "base64" } : schema),
    ...memberExamples(examples, member, format),
  };
}

/** The literals of a URI's query are parameters with one value. */
function literalParameters({ query }: Http): JsonObject[] {
  return query.map(([name, value]) => ({
    name,
    in: "query",
    required: true,
    ...(value === "" ? { allowEmptyValue: true } : {}),
    schema: { type: "string", enum: [value] },
  }));
}

function boundName({ binding, name }: Member): string {
  return "name" in binding ? binding.name : name;
}

/** The name of a header as the model has it, since readers know it in that form. */
function headerName(member: Member, context: Context): string {
  return originalName(member, "smithy.api#httpHeader", context);
}

function originalName(member: Member, id: string, { model }: Context): string {
  const [shapeId = ""] = member.id.split("$");
  const shape = model.shapes.get(shapeId);
  const original =
    shape !== undefined && "members" in shape ? shape.members.get(member.name) : undefined;
  return (original && stringTrait(original, id)) ?? boundName(member);
}
