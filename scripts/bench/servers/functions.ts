import type { Functions } from "../../../generated/src/server.js";

/** The functions of the service that servers are compared with. They keep nothing. */
export const functions: Pick<Functions, "CreateIntegrationResponse" | "GetIntegrationResponse"> = {
  GetIntegrationResponse: ({ IntegrationResponseId }) => ({
    IntegrationResponseId,
    IntegrationResponseKey: "$default",
  }),
  // Without a spread, which takes longer than the rest of a small request in V8 11.
  CreateIntegrationResponse: (input) => ({
    ContentHandlingStrategy: input.ContentHandlingStrategy,
    IntegrationResponseId: "r1b2c3d",
    IntegrationResponseKey: input.IntegrationResponseKey,
    ResponseParameters: input.ResponseParameters,
    ResponseTemplates: input.ResponseTemplates,
    TemplateSelectionExpression: input.TemplateSelectionExpression,
  }),
};
