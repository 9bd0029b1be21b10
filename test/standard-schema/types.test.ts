import type { StandardJSONSchemaV1, StandardSchemaV1 } from "@standard-schema/spec";
import { expectTypeOf, it } from "vitest";
import { CreateRouteRequestSchema, type CreateRouteRequest } from "apigatewayv2-codec";

it("is a Standard Schema, and one that describes itself in JSON Schema", () => {
  expectTypeOf(CreateRouteRequestSchema).toExtend<StandardSchemaV1<unknown, CreateRouteRequest>>();
  expectTypeOf(CreateRouteRequestSchema).toExtend<
    StandardJSONSchemaV1<unknown, CreateRouteRequest>
  >();
});

it("tells its output's type", () => {
  type Output = StandardSchemaV1.InferOutput<typeof CreateRouteRequestSchema>;
  expectTypeOf<Output>().toEqualTypeOf<CreateRouteRequest>();
});

it("gives its result at once", () => {
  const result = CreateRouteRequestSchema["~standard"].validate({});
  expectTypeOf(result).not.toExtend<Promise<unknown>>();
});
