import type { StandardSchemaV1 } from "@standard-schema/spec";
import { FormApi } from "@tanstack/form-core";
import { expect, it } from "vitest";
import { CreateRouteRequestSchema } from "apigatewayv2-codec";

it("tells a TanStack form which fields are wrong", async () => {
  const defaultValues = { ApiId: "a1", routeKey: "GET /pets", operationName: "" };
  // The schema takes any JSON, which the form wants to know to be its own.
  const schema = CreateRouteRequestSchema as StandardSchemaV1<typeof defaultValues>;
  const form = new FormApi({ defaultValues, validators: { onChange: schema } });
  form.mount();
  await form.validate("change");
  expect(form.state.isValid).toBe(false);
  expect(Object.keys(form.state.errorMap.onChange ?? {})).toEqual(["operationName"]);
  form.setFieldValue("operationName", "listPets");
  await form.validate("change");
  expect(form.state.isValid).toBe(true);
});
