/** The JSON Schema of an IntegrationResponse in memory, with the constraints of the model. */
export const integrationResponseSchema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  type: "object",
  required: ["IntegrationResponseKey"],
  properties: {
    ContentHandlingStrategy: { type: "string", enum: ["CONVERT_TO_BINARY", "CONVERT_TO_TEXT"] },
    IntegrationResponseId: { type: "string" },
    IntegrationResponseKey: { type: "string" },
    ResponseParameters: {
      type: "object",
      additionalProperties: { type: "string", minLength: 1, maxLength: 512 },
    },
    ResponseTemplates: {
      type: "object",
      additionalProperties: { type: "string", maxLength: 32768 },
    },
    TemplateSelectionExpression: { type: "string" },
  },
};
