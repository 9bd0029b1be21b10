import {
  BadRequestException,
  ConflictException,
  type IntegrationResponse,
  type UpdateApi,
} from "../../generated/src/index.js";
import type { Functions } from "../../generated/src/server.js";
import { Collection, newId, type StoredApi, type StoredIntegration } from "./store.js";

/** Returns the functions of the operations on APIs, and on what belongs to them. */
export function createOperations(apis: Collection<StoredApi>): Partial<Functions> {
  type Integrations = Collection<StoredIntegration>;
  type Responses = Collection<IntegrationResponse>;
  const integrationsOf = (input: { ApiId: string }): Integrations =>
    apis.get(input.ApiId).integrations;
  const responsesOf = (input: { ApiId: string; IntegrationId: string }): Responses =>
    integrationsOf(input).get(input.IntegrationId).responses;

  return {
    CreateApi(input) {
      const isHttp = input.ProtocolType === "HTTP";
      const { RouteSelectionExpression = isHttp ? "$request.method $request.path" : "" } = input;
      check(RouteSelectionExpression !== "", "WebSocket APIs need a RouteSelectionExpression.");
      checkApi(input, isHttp);
      const ApiId = newId(10);
      return apis.add(ApiId, {
        ApiKeySelectionExpression: "$request.header.x-api-key",
        DisableExecuteApiEndpoint: false,
        IpAddressType: "ipv4",
        ...input,
        RouteSelectionExpression,
        ApiId,
        ApiEndpoint: `${isHttp ? "https" : "wss"}://${ApiId}.execute-api.us-east-1.amazonaws.com`,
        CreatedDate: new Date(),
        integrations: new Collection("Integration"),
      });
    },
    GetApi: ({ ApiId }) => apis.get(ApiId),
    GetApis: (input) => apis.page(input),
    UpdateApi(input) {
      checkApi(input, apis.get(input.ApiId).ProtocolType === "HTTP");
      return apis.update(input.ApiId, input);
    },
    DeleteApi: ({ ApiId }) => apis.delete(ApiId),

    CreateIntegration(input) {
      const isHttp = apis.get(input.ApiId).ProtocolType === "HTTP";
      const isProxy = input.IntegrationType.endsWith("_PROXY");
      check(isProxy || !isHttp, "HTTP APIs have only integrations of the proxy types.");
      const IntegrationId = newId(7);
      return integrationsOf(input).add(IntegrationId, {
        ConnectionType: "INTERNET",
        PayloadFormatVersion: "1.0",
        ...(isHttp ? { TimeoutInMillis: 30_000 } : webSocketDefaults),
        ...input,
        IntegrationId,
        responses: new Collection("IntegrationResponse"),
      });
    },
    GetIntegration: (input) => integrationsOf(input).get(input.IntegrationId),
    GetIntegrations: (input) => integrationsOf(input).page(input),
    UpdateIntegration: (input) => integrationsOf(input).update(input.IntegrationId, input),
    DeleteIntegration: (input) => integrationsOf(input).delete(input.IntegrationId),

    CreateIntegrationResponse(input) {
      const isHttp = apis.get(input.ApiId).ProtocolType === "HTTP";
      check(!isHttp, "Only integrations of WebSocket APIs have integration responses.");
      const IntegrationResponseId = newId(7);
      checkNewKey(responsesOf(input).all(), input.IntegrationResponseKey);
      return responsesOf(input).add(IntegrationResponseId, { ...input, IntegrationResponseId });
    },
    GetIntegrationResponse: (input) => responsesOf(input).get(input.IntegrationResponseId),
    GetIntegrationResponses: (input) => responsesOf(input).page(input),
    UpdateIntegrationResponse(input) {
      const { IntegrationResponseKey: key, IntegrationResponseId: id } = input;
      checkNewKey(responsesOf(input).all(), key, id);
      return responsesOf(input).update(input.IntegrationResponseId, input);
    },
    DeleteIntegrationResponse: (input) => responsesOf(input).delete(input.IntegrationResponseId),
  };
}

/** As in the example of `create-integration` in the AWS CLI's reference. */
const webSocketDefaults = {
  IntegrationResponseSelectionExpression: "${integration.response.statuscode}",
  PassthroughBehavior: "WHEN_NO_MATCH",
  TimeoutInMillis: 29_000,
} as const;

function checkApi(input: Omit<UpdateApi.Input, "ApiId">, isHttp: boolean): void {
  check(isHttp || !input.CorsConfiguration, "WebSocket APIs have no CorsConfiguration.");
  check(!input.Target, "The emulator has no quick create: leave out the Target.");
}

function check(condition: boolean, Message: string): void {
  if (!condition) throw new BadRequestException({ Message });
}

/** Checks that no other response of the integration has the key. */
function checkNewKey(all: readonly IntegrationResponse[], key?: string, id?: string): void {
  const same = all.find((other) => other.IntegrationResponseKey === key);
  if (same !== undefined && same.IntegrationResponseId !== id)
    throw new ConflictException({ Message: `The integration has a response with the key ${key}.` });
}
