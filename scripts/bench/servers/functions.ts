import type { Functions } from "../../../generated/src/server.js";

/** The functions of the service that servers are compared with. They keep nothing. */
export const functions: Pick<Functions, "CreateIntegrationResponse" | "GetIntegrationResponse"> = {
  GetIntegrationResponse: ({ IntegrationResponseId }) => ({
    IntegrationResponseId,
    IntegrationResponseKey: "$default",
  }),
  CreateIntegrationResponse: (input) => ({ ...input, IntegrationResponseId: "r1b2c3d" }),
};
