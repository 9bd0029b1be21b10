import type { JsonObject } from "../../runtime/types.js";
import { inlineCode } from "../emit/code/comment.js";
import type { Structure } from "../ir/ir.js";
import { messageOf, type Message } from "../ir/message.js";
import type { Operation } from "../ir/service.js";
import { describeText } from "../json-schema/describe-text.js";
import { bodyOf, contentOf, unwrappedBody, type Body } from "./bodies.js";
import type { Context } from "./context.js";
import { wrapError } from "./error-documents.js";
import type { Examples, OperationExamples } from "./examples.js";
import { headersOf, prefixHeaders } from "./parameters.js";

/** Returns the responses of an operation by status, in its order: that of the output, and those of the errors. */
export function responsesOf(
  operation: Operation,
  examples: OperationExamples,
  context: Context,
): Record<string, JsonObject> {
  const { name, http, response, errors } = operation;
  const success = {
    description: `${name} ${http.code} response`,
    ...partsOf([outputOf(operation, examples.output, context)], {}, context),
  };
  const statuses = new Map<number, Structure[]>();
  for (const error of errors) {
    const status = error.error?.statusCode ?? 500;
    statuses.set(status, [...(statuses.get(status) ?? []), error]);
  }
  return {
    [http.code]: success,
    // The member that is the status can have others than that of the trait.
    ...(response.responseCode === undefined ? {} : { "2XX": success }),
    ...Object.fromEntries(
      [...statuses]
        .filter(([status]) => status !== http.code)
        .map(([status, same]) => [status, errorResponse(status, same, examples, context)]),
    ),
  };
}

/** A structure that is a response, with its message and body. */
interface Part {
  readonly message: Message;
  readonly body: Body | undefined;
  readonly examples: Examples;
}

function outputOf(
  { name, output, response, unwrappedOutput }: Operation,
  examples: Examples,
  context: Context,
): Part {
  const names = {
    owner: response,
    content: `${name}ResponseContent`,
    payload: `${name}OutputPayload`,
  };
  const body = unwrappedOutput
    ? unwrappedBody(output, context)
    : output && bodyOf(output, response, names, examples, context);
  return { message: response, body, examples };
}

/** Returns the response of the errors with a status. */
function errorResponse(
  status: number,
  errors: readonly Structure[],
  examples: OperationExamples,
  context: Context,
): JsonObject {
  const parts = errors.map((error) => {
    const type = context.isXml ? "application/xml" : "application/json";
    const message = messageOf(error, "response", status, type);
    const side = examples.errors.get(error.id) ?? [];
    const names = {
      owner: error,
      content: `${error.name}ResponseContent`,
      payload: `${error.name}ErrorPayload`,
    };
    const body =
      context.isXml && message.payload === undefined
        ? wrapError(error, message.body, names.content, context)
        : bodyOf(error, message, names, side, context);
    return { message, body, examples: side };
  });
  return {
    description: errors.map((error) => errorText(error, status, errors.length > 1)).join("\n\n"),
    ...partsOf(parts, context.isXml ? {} : errorTypeHeader(errors), context),
  };
}

function errorText({ name, documentation }: Structure, status: number, isNamed: boolean): string {
  const text = describeText(documentation);
  if (text === "") return `${name} ${status} response`;
  return isNamed ? `${inlineCode(name)}: ${text}` : text;
}

/** The name of an error is in a header (AWS restJson1, "Operation error serialization"). */
function errorTypeHeader(errors: readonly Structure[]): Record<string, JsonObject> {
  const names = errors.map(({ name }) => inlineCode(name)).join(" or ");
  return {
    "X-Amzn-Errortype": {
      description: `The error: ${names}.`,
      schema: { type: "string" },
      example: errors[0]?.name ?? "",
    },
  };
}

function partsOf(
  parts: readonly Part[],
  more: Record<string, JsonObject>,
  context: Context,
): JsonObject {
  const headers: Record<string, JsonObject> = { ...more };
  for (const { message, examples } of parts)
    for (const [name, header] of Object.entries(headersOf(message.headers, examples, context)))
      // A header of one of several errors is absent from the others.
      headers[name] = parts.length === 1 ? header : optional(header);
  const bodies = parts.flatMap(({ body }) => (body === undefined ? [] : [body]));
  const [prefixed] = parts.flatMap(({ message }) => message.prefixHeaders ?? []);
  return {
    ...(Object.keys(headers).length === 0 ? {} : { headers }),
    ...(bodies.length === 0 ? {} : { content: contentOf(bodies, context) }),
    ...prefixHeaders(prefixed, context),
  };
}

function optional(header: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(header).filter(([key]) => key !== "required"));
}
