import { initTRPC } from "@trpc/server";
import { expect, expectTypeOf, it } from "vitest";
import { GetIntegrationResponseResponseSchema, CreateRouteRequestSchema } from "apigatewayv2-codec";
import type { CreateRouteRequest } from "apigatewayv2-codec";

const t = initTRPC.create();
const router = t.router({
  createRoute: t.procedure.input(CreateRouteRequestSchema).query(({ input }) => {
    expectTypeOf(input).toEqualTypeOf<CreateRouteRequest>();
    return input;
  }),
  getResponse: t.procedure
    .output(GetIntegrationResponseResponseSchema)
    // What a procedure returns is taken for wire JSON, as its input is.
    .query(() => ({ integrationResponseId: "r1" })),
});
const caller = t.createCallerFactory(router)({});

it("gives a tRPC procedure its typed input", async () => {
  const input = { ApiId: "a1", routeKey: "GET /pets", target: "integrations/i1" };
  expect(await caller.createRoute(input)).toEqual({
    ApiId: "a1",
    RouteKey: "GET /pets",
    Target: "integrations/i1",
  });
});

it("makes tRPC refuse an input, with the issues", async () => {
  // @ts-expect-error The input has the type of the JSON.
  await expect(caller.createRoute({ ApiId: "a1", target: 5 })).rejects.toMatchObject({
    code: "BAD_REQUEST",
    cause: {
      name: "ValidationException",
      issues: [
        { path: ["target"], message: "Expected a string at /target, received a number." },
        { path: ["routeKey"] },
      ],
    },
  });
});

it("turns a tRPC procedure's output into the typed value", async () => {
  expect(await caller.getResponse()).toEqual({ IntegrationResponseId: "r1" });
});
