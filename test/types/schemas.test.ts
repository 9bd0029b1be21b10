import { sValidator } from "@hono/standard-validator";
import type { StandardJSONSchemaV1, StandardSchemaV1 } from "@standard-schema/spec";
import { FormApi } from "@tanstack/form-core";
import { initTRPC, type inferRouterInputs, type inferRouterOutputs } from "@trpc/server";
import { Hono } from "hono";
import type { ExtractSchema } from "hono/types";
import * as v from "valibot";
import { describe, expect, expectTypeOf, it } from "vitest";
import {
  CreateRouteRequestSchema,
  ValidationException,
  type CreateRouteRequest,
  type CreateRouteRequestWire,
  type JsonObject,
  type Schema,
  type ValidationIssue,
} from "apigatewayv2-codec";

type Of = typeof CreateRouteRequestSchema;
const json = { ApiId: "a1", routeKey: "GET /pets" };

describe("the types of a schema", () => {
  it("are those of Standard Schema, with the JSON as its input", () => {
    expectTypeOf<StandardSchemaV1.InferInput<Of>>().toEqualTypeOf<CreateRouteRequestWire>();
    expectTypeOf<StandardSchemaV1.InferOutput<Of>>().toEqualTypeOf<CreateRouteRequest>();
    expectTypeOf<StandardJSONSchemaV1.InferInput<Of>>().toEqualTypeOf<CreateRouteRequestWire>();
    expectTypeOf<StandardJSONSchemaV1.InferOutput<Of>>().toEqualTypeOf<CreateRouteRequest>();
  });

  it("are known where its functions are passed on", () => {
    expectTypeOf([json].map(CreateRouteRequestSchema.parse)).toEqualTypeOf<CreateRouteRequest[]>();
    const list: unknown[] = [];
    expectTypeOf(list.filter(CreateRouteRequestSchema.is)).toEqualTypeOf<CreateRouteRequest[]>();
    expectTypeOf(CreateRouteRequestSchema.toJsonSchema()).toEqualTypeOf<JsonObject>();
  });

  it("are those of the value or of the error", () => {
    const result = CreateRouteRequestSchema.safeParse(json);
    if (result.success) {
      expectTypeOf(result.data).toEqualTypeOf<CreateRouteRequest>();
      expectTypeOf(result).not.toHaveProperty("error");
    } else {
      expectTypeOf(result.error).toEqualTypeOf<ValidationException>();
      expectTypeOf(result.issues).toEqualTypeOf<readonly ValidationIssue[]>();
      expectTypeOf(result.error.issues).toEqualTypeOf<readonly ValidationIssue[]>();
    }
    expectTypeOf<ValidationIssue>().toExtend<StandardSchemaV1.Issue>();
  });

  it("fit functions that take the schema of any shape", () => {
    const parse = <Value>(schema: Schema<Value>): Value => schema.parse(json);
    expectTypeOf(parse(CreateRouteRequestSchema)).toEqualTypeOf<CreateRouteRequest>();
    // @ts-expect-error The options of drafts and sides are closed.
    expect(() => CreateRouteRequestSchema.toJsonSchema({ target: "draft-04" })).toThrow();
  });
});

describe("the type of JSON", () => {
  it("has the names on the wire, and refuses others", () => {
    const wire: CreateRouteRequestWire = { ...json, target: null, operationName: undefined };
    // @ts-expect-error This is the name of the member in memory.
    const named: CreateRouteRequestWire = { ...json, OperationName: "a" };
    // @ts-expect-error The enum has no such value.
    const known: CreateRouteRequestWire = { ...json, authorizationType: "AWS" };
    // @ts-expect-error The member is required.
    const whole: CreateRouteRequestWire = { ApiId: "a1" };
    expect([wire, named, known, whole]).toHaveLength(4);
  });
});

describe("libraries infer both types", () => {
  it("tRPC", () => {
    const t = initTRPC.create();
    const router = t.router({
      create: t.procedure.input(CreateRouteRequestSchema).mutation(({ input }) => input.RouteKey),
      get: t.procedure.output(CreateRouteRequestSchema).query(() => json),
    });
    expect(router.create).toBeDefined();
    type Inputs = inferRouterInputs<typeof router>;
    type Outputs = inferRouterOutputs<typeof router>;
    expectTypeOf<Inputs["create"]>().toEqualTypeOf<CreateRouteRequestWire>();
    expectTypeOf<Outputs["get"]["RouteKey"]>().toEqualTypeOf<string>();
  });

  it("Hono", () => {
    const app = new Hono().post("/", sValidator("json", CreateRouteRequestSchema), (context) => {
      expectTypeOf(context.req.valid("json")).toEqualTypeOf<CreateRouteRequest>();
      return context.json({});
    });
    expect(app.routes).toHaveLength(2);
    type Input = ExtractSchema<typeof app>["/"]["$post"]["input"];
    expectTypeOf<Input["json"]>().toEqualTypeOf<CreateRouteRequestWire>();
  });

  it("TanStack Form", () => {
    const defaultValues: CreateRouteRequestWire = json;
    const form = new FormApi({ defaultValues, validators: { onChange: CreateRouteRequestSchema } });
    expectTypeOf(form.state.values).toEqualTypeOf<CreateRouteRequestWire>();
  });

  it("valibot, by functions of the schema", () => {
    const fromJson = v.pipe(
      v.custom<CreateRouteRequestWire>(() => true),
      v.transform((wire) => CreateRouteRequestSchema.parse(wire)),
    );
    expectTypeOf<v.InferInput<typeof fromJson>>().toEqualTypeOf<CreateRouteRequestWire>();
    expectTypeOf<v.InferOutput<typeof fromJson>>().toEqualTypeOf<CreateRouteRequest>();
    expect(v.parse(fromJson, json)).toEqual({ ApiId: "a1", RouteKey: "GET /pets" });
    const inMemory = v.custom<CreateRouteRequest>(CreateRouteRequestSchema.is);
    expectTypeOf<v.InferOutput<typeof inMemory>>().toEqualTypeOf<CreateRouteRequest>();
    expect(v.is(inMemory, { ApiId: "a1" })).toBe(false);
  });
});
