import type * as codec from "apigatewayv2-codec";
import { createHandler, type Functions, type OperationContext } from "apigatewayv2-codec/server";
import { expectTypeOf, it } from "vitest";

it("types inputs, outputs and the context of functions", () => {
  createHandler<{ user: string }>({
    GetIntegrationResponse: (input, context) => {
      expectTypeOf(input).toEqualTypeOf<codec.GetIntegrationResponse.Input>();
      expectTypeOf(context.user).toEqualTypeOf<string>();
      expectTypeOf(context.operation).toEqualTypeOf<string>();
      expectTypeOf(context).toExtend<OperationContext>();
      return { IntegrationResponseKey: "k" };
    },
    GetApi: async () => Promise.resolve({}),
    DeleteApi: () => undefined,
    DeleteStage: async () => {
      await Promise.resolve();
    },
  });
  createHandler({
    // @ts-expect-error an output of another type
    GetIntegrationResponse: () => ({ IntegrationResponseKey: 5 }),
  });
  createHandler({
    // @ts-expect-error the context of the user has no such member
    GetIntegrationResponse: (_, context) => ({ IntegrationResponseKey: context.user as string }),
  });
});

it("asks for all functions only if they are to be complete", () => {
  createHandler({});
  createHandler({}, { complete: false });
  createHandler({ GetApi: undefined });
  // @ts-expect-error functions are missing
  createHandler({}, { complete: true });
  const all = {} as Functions;
  createHandler(all, { complete: true });
  expectTypeOf<keyof Functions>().toEqualTypeOf<
    keyof {
      [
        Name in keyof typeof codec as (typeof codec)[Name] extends {
          readonly serializeRequest: unknown;
        }
          ? Name
          : never
      ]: 0;
    }
  >();
});

it("types the context of the user in interceptors, and by fetch and handle", () => {
  const handler = createHandler<{ user: string }>(
    {},
    {
      use: [
        ({ user, operation }, next) => {
          expectTypeOf(user).toEqualTypeOf<string>();
          expectTypeOf(operation).toEqualTypeOf<string | undefined>();
          return next();
        },
      ],
    },
  );
  // @ts-expect-error the context of another type
  void handler.handle({ method: "GET", path: "/", headers: {} }, { context: { user: 5 } });
});
