import { FormApi } from "@tanstack/form-core";
import { expect, it } from "vitest";
import { CreateRouteRequestSchema, type CreateRouteRequestWire } from "apigatewayv2-codec";

it("tells a TanStack form which fields are wrong", async () => {
  const defaultValues: CreateRouteRequestWire = {
    ApiId: "a1",
    routeKey: "GET /pets",
    operationName: "",
  };
  const form = new FormApi({ defaultValues, validators: { onChange: CreateRouteRequestSchema } });
  form.mount();
  await form.validate("change");
  expect(form.state.isValid).toBe(false);
  expect(Object.keys(form.state.errorMap.onChange ?? {})).toEqual(["operationName"]);
  form.setFieldValue("operationName", "listPets");
  await form.validate("change");
  expect(form.state.isValid).toBe(true);
});
