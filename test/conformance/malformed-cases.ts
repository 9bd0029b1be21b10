import { expect } from "vitest";
import type { Case } from "./cases.js";
import type { GeneratedSuite } from "./generated-suite.js";
import { expectResponse, isJson, toIncomingRequest } from "./messages.js";
import { catchError } from "./response-cases.js";
import type { Suite } from "./suites.js";
import type { MalformedTest } from "./test-format.js";

/** The tests of requests that a server must refuse, and of what it answers. */
export function malformedCases({ malformed }: Suite, generated: GeneratedSuite): Case[] {
  return Object.entries(malformed).flatMap(([operation, tests]) =>
    tests.map((test): Case => ({
      kind: "malformed request",
      side: "server",
      id: test.id,
      run: () => {
        const { deserializeRequest } = generated.operation(operation);
        const error = catchError(() => deserializeRequest(toIncomingRequest(test.request)));
        const response = generated.serializeError(error);
        const { body, ...rest } = test.response;
        expectResponse(response, rest);
        expectBody(response.body, body);
      },
    })),
  );
}

/** Compares the body of a response with what a test asserts. */
export function expectBody(actual: unknown, expected: MalformedTest["response"]["body"]): void {
  if (expected === undefined) return;
  const { contents, messageRegex } = expected.assertion;
  expect(typeof actual).toBe("string");
  if (contents !== undefined && isJson(expected.mediaType)) {
    expect(JSON.parse(String(actual))).toStrictEqual(JSON.parse(contents));
  } else if (contents !== undefined) {
    expect(actual).toBe(contents);
  }
  if (messageRegex !== undefined) {
    const { message } = JSON.parse(String(actual)) as { message: string };
    expect(message).toMatch(new RegExp(messageRegex));
  }
}
