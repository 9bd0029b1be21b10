import { sValidator } from "@hono/standard-validator";
import { Hono } from "hono";
import { expect, expectTypeOf, it } from "vitest";
import { CreateRouteRequestSchema, type CreateRouteRequest } from "apigatewayv2-codec";

const app = new Hono().post("/routes", sValidator("json", CreateRouteRequestSchema), (context) => {
  const route = context.req.valid("json");
  expectTypeOf(route).toEqualTypeOf<CreateRouteRequest>();
  return context.json({ key: route.RouteKey });
});

function post(body: unknown): Response | Promise<Response> {
  return app.request("/routes", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

it("gives a Hono handler the typed value of wire JSON", async () => {
  const response = await post({ ApiId: "a1", routeKey: "GET /pets" });
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ key: "GET /pets" });
});

it("makes Hono answer with every issue", async () => {
  const response = await post({ ApiId: "a1", routeKey: "k", operationName: "", target: "" });
  expect(response.status).toBe(400);
  const { error } = (await response.json()) as { error: { path: string[] }[] };
  expect(error.map(({ path }) => path)).toEqual([["operationName"], ["target"]]);
});
