import { makeSample, type IntegrationResponseValue } from "./integration-response.js";

/** Returns a value with a number of issues that every validator reports. */
export function invalidValue(issues: number): IntegrationResponseValue {
  const { value } = makeSample("M", 12, 8, 550);
  const parameters: Record<string, unknown> = { ...value.ResponseParameters };
  for (let index = 0; index < issues - 3; index++) {
    parameters[`method.response.header.x-wrong-${index}`] =
      index % 2 === 0 ? index : "x".repeat(1025);
  }
  return {
    ...value,
    ContentHandlingStrategy: "CONVERT_TO_NOTHING",
    IntegrationResponseKey: 200 as unknown as string,
    TemplateSelectionExpression: true as unknown as string,
    ResponseParameters: parameters as Record<string, string>,
  };
}
