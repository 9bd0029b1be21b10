import { Collection, type StoredApi } from "./store.js";

/** Adds a WebSocket API with one integration that has one integration response. */
export function addExample(apis: Collection<StoredApi>): void {
  const { integrations } = apis.add("a1b2c3d4e5", {
    ApiId: "a1b2c3d4e5",
    Name: "chat",
    ProtocolType: "WEBSOCKET",
    RouteSelectionExpression: "$request.body.action",
    integrations: new Collection("Integration"),
  });
  const { responses } = integrations.add("f6g7h8i", {
    IntegrationId: "f6g7h8i",
    IntegrationType: "MOCK",
    responses: new Collection("IntegrationResponse"),
  });
  responses.add("j9k0l1m", {
    IntegrationResponseId: "j9k0l1m",
    IntegrationResponseKey: "$default",
  });
}
