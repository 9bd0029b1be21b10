import { expect } from "vitest";
import type { Case } from "./cases.js";
import type { GeneratedSuite, HandlerFunction, IncomingMessage } from "./generated-suite.js";
import { expectBody } from "./malformed-cases.js";
import { expectResponse, toIncomingRequest } from "./messages.js";
import { requestOptions } from "./request-cases.js";
import type { Suite } from "./suites.js";
import { appliesTo, type ResponseTest } from "./test-format.js";
import { asRead, toValue } from "./values.js";

/** The tests of servers once more, as messages to the handler of the suite's generated server. */
export function handlerCases(suite: Suite, generated: GeneratedSuite): Case[] {
  const { model, malformed } = suite;
  return [
    ...Object.entries(model.shapes).flatMap(([id, shape]) => [
      ...(shape.traits?.["smithy.test#httpRequestTests"] ?? []).map((test): Case => ({
        kind: "handled request",
        side: "server",
        id: test.id,
        run: !appliesTo(test, "server")
          ? undefined
          : async () => {
              const inputs: unknown[] = [];
              await handle(id, toIncomingRequest(test), (input) => {
                inputs.push(input);
                throw new Error("The test needs no output.");
              });
              const input = shape.input?.target ?? "smithy.api#Unit";
              expect(inputs).toStrictEqual([asRead(model, input, test.params)]);
            },
      })),
      ...(shape.traits?.["smithy.test#httpResponseTests"] ?? []).map((test): Case => ({
        kind: shape.type === "operation" ? "handled response" : "handled error",
        side: "server",
        id: test.id,
        run: !appliesTo(test, "server")
          ? undefined
          : shape.type === "operation"
            ? () => answer(id, shape.output?.target ?? "smithy.api#Unit", test)
            : () => answerError(id, test),
      })),
    ]),
    ...Object.entries(malformed).flatMap(([operation, tests]) =>
      tests.map((test): Case => ({
        kind: "handled malformed request",
        side: "server",
        id: test.id,
        run: async () => {
          const response = await handle(operation, toIncomingRequest(test.request), () => {
            throw new Error("The request was not refused.");
          });
          const { body, ...rest } = test.response;
          expectResponse(response, rest);
          expectBody(response.body, body);
        },
      })),
    ),
  ];

  function handle(
    id: string,
    message: IncomingMessage,
    call: HandlerFunction,
  ): ReturnType<ReturnType<GeneratedSuite["createHandler"]>["handle"]> {
    return generated.createHandler({ [generated.symbol(id)]: call }).handle(message);
  }

  async function answer(id: string, output: string, test: ResponseTest): Promise<void> {
    const value = toValue(model, output, test.params ?? {});
    expectResponse(await handleValid(id, () => value), test);
  }

  async function answerError(error: string, test: ResponseTest): Promise<void> {
    const [operation] =
      Object.entries(model.shapes).find(([, { errors }]) =>
        errors?.some(({ target }) => target === error),
      ) ?? [];
    if (operation === undefined) throw new Error(`no operation has the error ${error}`);
    const ErrorClass = generated.errorClass(error);
    const members = toValue(model, error, test.params ?? {}) as object;
    const response = await handleValid(operation, () => {
      throw new ErrorClass(members);
    });
    expectResponse(response, test);
  }

  /** The least input of an operation: text for the labels of its path. */
  function labelsOf(input: string): Record<string, string> {
    const members = Object.entries(model.shapes[input]?.members ?? {});
    const labels = members.filter(
      ([, { traits }]) => traits?.["smithy.api#httpLabel"] !== undefined,
    );
    return Object.fromEntries(labels.map(([name]) => [name, "label"]));
  }

  /** Sends a request that the operation accepts: the first test's, or the least one. */
  async function handleValid(
    id: string,
    call: HandlerFunction,
  ): ReturnType<ReturnType<GeneratedSuite["createHandler"]>["handle"]> {
    const shape = model.shapes[id];
    const input = shape?.input?.target ?? "smithy.api#Unit";
    const tests = shape?.traits?.["smithy.test#httpRequestTests"] ?? [];
    let calls = 0;
    for (const params of [...tests.map((test) => test.params ?? {}), {}, labelsOf(input)]) {
      let message: IncomingMessage;
      try {
        const value = toValue(model, input, params);
        message = { ...generated.operation(id).serializeRequest(value, requestOptions) };
      } catch {
        continue;
      }
      const response = await handle(id, message, (read) => {
        calls++;
        return call(read);
      });
      if (calls > 0) return response;
    }
    throw new Error(`no request of the suite is accepted by ${id}`);
  }
}
