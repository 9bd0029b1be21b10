import { describe, expect, it } from "vitest";
import { messageOf, type Message } from "../../../codegen/src/ir/message.js";
import { list, member, model, operation, structure } from "../support/models.js";
import { build } from "../support/problems.js";

const service = build(
  model({
    All: operation("/all/{label}", { method: "PUT", input: "In", output: "Out", errors: ["Oops"] }),
    None: operation("/none", { code: 204 }),
    Raw: operation("/raw", { method: "PUT", input: "Stream", output: "Exact" }),
    In: structure({
      label: member("String", { httpLabel: {}, required: {} }),
      query: member("Strings", { httpQuery: "q" }),
      header: member("String", { httpHeader: "x-header" }),
      code: member("Integer", { httpResponseCode: {} }),
      body: "String",
    }),
    Out: structure({
      code: member("Integer", { httpResponseCode: {} }),
      header: member("String", { httpHeader: "x-header" }),
      payload: member("Out2", { httpPayload: {} }),
    }),
    Out2: structure({ text: "String" }),
    Oops: structure({ message: "String" }, { error: "client" }),
    Stream: structure({ bytes: member("Bytes", { httpPayload: {}, required: {} }) }),
    Bytes: { type: "blob", traits: { "smithy.api#streaming": {} } },
    Exact: structure({ number: "Big" }),
    Big: { type: "bigDecimal" },
    Strings: list("String"),
  }),
);

/** A message with the names of its members. */
function shown({ payloadType, isExact, isStreaming, hasBody, ...carriers }: Message): object {
  const names = Object.entries(carriers).flatMap(([carrier, members]) => {
    const all = [members].flat() as ({ readonly name: string } | undefined)[];
    const given = all.flatMap((found) => found?.name ?? []);
    return given.length === 0 ? [] : [[carrier, given.join()] as const];
  });
  return { ...Object.fromEntries(names), payloadType, isExact, isStreaming, hasBody };
}

const operationOf = (name: string): (typeof service.operations)[number] => {
  const found = service.operations.find((given) => given.name === name);
  if (found === undefined) throw new Error(`no operation ${name}`);
  return found;
};

const plain = { payloadType: undefined, isExact: false, isStreaming: false };

describe("the messages of an operation", () => {
  it.each<[string, Message, object]>([
    [
      "a request, in whose body is what only a response has elsewhere",
      operationOf("All").request,
      {
        labels: "label",
        query: "query",
        headers: "header",
        body: "body,code",
        ...plain,
        hasBody: true,
      },
    ],
    [
      "a response with a payload",
      operationOf("All").response,
      {
        headers: "header",
        payload: "payload",
        responseCode: "code",
        ...plain,
        payloadType: { type: "application/json", isFixed: true },
        hasBody: true,
      },
    ],
    ["a request without input", operationOf("None").request, { ...plain, hasBody: false }],
    ["a response of status 204", operationOf("None").response, { ...plain, hasBody: false }],
    [
      "a request with a stream",
      operationOf("Raw").request,
      {
        payload: "bytes",
        ...plain,
        payloadType: { type: "application/octet-stream", isFixed: false },
        isStreaming: true,
        hasBody: true,
      },
    ],
    [
      "a response with exact numbers",
      operationOf("Raw").response,
      { body: "number", ...plain, isExact: true, hasBody: true },
    ],
    [
      "an error",
      messageOf(operationOf("All").errors[0], "response", 400),
      { body: "message", ...plain, hasBody: true },
    ],
  ])("are %s", (_, message, want) => {
    expect(shown(message)).toEqual(want);
  });
});
