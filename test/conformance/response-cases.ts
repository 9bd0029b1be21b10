import { expect } from "vitest";
import type { Case } from "./cases.js";
import type { GeneratedSuite } from "./generated-suite.js";
import { expectResponse, toIncomingResponse } from "./messages.js";
import type { Suite } from "./suites.js";
import { appliesTo, type ResponseTest } from "./test-format.js";
import { asRead, toValue } from "./values.js";

/** The tests of responses: what a server writes, and what a client reads of the same message. */
export function responseCases({ model }: Suite, generated: GeneratedSuite): Case[] {
  return Object.entries(model.shapes).flatMap(([id, shape]) =>
    (shape.traits?.["smithy.test#httpResponseTests"] ?? []).flatMap((test) =>
      shape.type === "operation"
        ? outputCases(id, shape.output?.target ?? "smithy.api#Unit", test)
        : errorCases(id, test),
    ),
  );

  function outputCases(operation: string, output: string, test: ResponseTest): Case[] {
    const base = { kind: "response", id: test.id } as const;
    return [
      {
        ...base,
        side: "client",
        run: !appliesTo(test, "client")
          ? undefined
          : () => {
              const { deserializeResponse } = generated.operation(operation);
              const read = deserializeResponse(toIncomingResponse(test));
              expect(read).toStrictEqual(asRead(model, output, test.params));
            },
      },
      {
        ...base,
        side: "server",
        run: !appliesTo(test, "server")
          ? undefined
          : () => {
              const { serializeResponse } = generated.operation(operation);
              const value = toValue(model, output, test.params ?? {});
              expectResponse(serializeResponse(value, {}), test);
            },
      },
    ];
  }

  function errorCases(error: string, test: ResponseTest): Case[] {
    const base = { kind: "error", id: test.id } as const;
    const value = (): Record<string, unknown> =>
      toValue(model, error, test.params ?? {}) as Record<string, unknown>;
    return [
      {
        ...base,
        side: "client",
        run: !appliesTo(test, "client")
          ? undefined
          : () => {
              const { deserializeResponse } = generated.operation(operationWith(error));
              const thrown = catchError(() => deserializeResponse(toIncomingResponse(test)));
              expectError(thrown, error, value());
              expect(thrown).toHaveProperty("$metadata.httpStatusCode", test.code);
            },
      },
      {
        ...base,
        side: "server",
        run: !appliesTo(test, "server")
          ? undefined
          : () => {
              const ErrorClass = generated.errorClass(error);
              expectResponse(generated.serializeError(new ErrorClass(value())), test);
            },
      },
    ];
  }

  function expectError(thrown: unknown, error: string, members: Record<string, unknown>): void {
    expect(thrown).toBeInstanceOf(generated.errorClass(error));
    for (const name of Object.keys(model.shapes[error]?.members ?? {})) {
      // Every error has a message, also where its model or the response has none.
      if (name === "message" && members[name] === undefined) continue;
      expect((thrown as Record<string, unknown>)[name], name).toStrictEqual(members[name]);
    }
  }

  function operationWith(error: string): string {
    const found = Object.entries(model.shapes).find(([, { errors }]) =>
      errors?.some(({ target }) => target === error),
    );
    if (found === undefined) throw new Error(`no operation has the error ${error}`);
    return found[0];
  }
}

/** What a call throws. */
export function catchError(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}
