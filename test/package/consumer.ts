/** What a consumer does with the package; compiled against the tarball by every promised compiler, and run. */
import {
  AuthorizationType,
  ExportApi,
  GetApi,
  GetIntegrationResponse,
  IntegrationResponseSchema,
  NotFoundException,
  serializeError,
  validateIntegrationResponse,
  type IntegrationResponse,
} from "apigatewayv2-codec";
import {
  ApiGatewayV2,
  createClient,
  metadataOf,
  type ClientConfig,
  type HttpHandler,
} from "apigatewayv2-codec/client";
import * as GetIntegrationResponseAlone from "apigatewayv2-codec/operations/GetIntegrationResponse";
import type { Api, GetApi as GetApiTypes, Received } from "apigatewayv2-codec/types";

const ids: GetIntegrationResponse.Input = {
  ApiId: "a1",
  IntegrationId: "i1",
  IntegrationResponseId: "r1",
};
const request = GetIntegrationResponse.serializeRequest(ids);
const rule: IntegrationResponse = { IntegrationResponseKey: "$default" };
const output: GetIntegrationResponse.Output = GetIntegrationResponse.deserializeResponse(
  GetIntegrationResponse.serializeResponse(rule),
);
// @ts-expect-error -- a map of strings has no numbers
const wrong: IntegrationResponse = { ResponseParameters: { key: 1 } };
// @ts-expect-error -- a label is required
const incomplete: GetIntegrationResponse.Input = { ApiId: "a1" };
/** Is not called: it is about what compiles. */
export function values(): unknown {
  // @ts-expect-error -- the model has no such value
  const typo: AuthorizationType = "JTW";
  // @ts-expect-error -- the entry of types has no values
  return [typo, GetApiTypes.serializeRequest];
}

const api = GetApi.deserializeResponse({
  statusCode: 200,
  body: '{"name":"n","createdDate":"2020-01-01T00:00:00Z"}',
}) satisfies GetApiTypes.Output;
const created: Date | undefined = api.CreatedDate;
const type: AuthorizationType = AuthorizationType.JWT;
const open: Api<Received>["ProtocolType"] = "SOMETHING_NEW";

function failureOf(action: () => unknown): unknown {
  try {
    return action();
  } catch (error) {
    return error;
  }
}

const gone = serializeError(new NotFoundException({ Message: "gone" }));
const failure = failureOf(() => GetIntegrationResponseAlone.deserializeResponse(gone));
const standard = IntegrationResponseSchema["~standard"].validate({ responseParameters: { a: 1 } });
const checked = validateIntegrationResponse(wrong);

const bytes = Uint8Array.of(0, 255, 128);
const exported = ExportApi.deserializeResponse({ statusCode: 200, body: bytes });
const named = GetApi.serializeResponse({ Name: "Bücher 🛒 \u2028" });
const encoded = new TextEncoder().encode(String(named.body));

/** Answers as the service, and keeps what it is sent. */
const sent: string[] = [];
const requestHandler: HttpHandler = {
  handle({ headers }) {
    sent.push(headers["authorization"] ?? "");
    const body = '{"integrationResponseId":"r1","integrationResponseKey":"$default"}';
    const response = { statusCode: 200, headers: { "x-amzn-requestid": "id-1" }, body };
    return Promise.resolve({ response });
  },
};
const config: ClientConfig = {
  region: "eu-central-1",
  credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" },
};
/** Is not called: it is about what compiles. */
export function calls(client: ApiGatewayV2): unknown {
  // @ts-expect-error -- a label is required
  const without = client.getIntegrationResponse({ ApiId: "a1" });
  // @ts-expect-error -- the client has only the operation that it was given
  return [without, createClient({ GetApi }).getApis];
}

/** Calls an operation by a client. */
async function call(client: Pick<ApiGatewayV2, "getIntegrationResponse">): Promise<unknown> {
  const result = await client.getIntegrationResponse.safe(ids, { timeout: 10_000 });
  if (result.ok) return [result.output, metadataOf(result.output)?.requestId];
  // A name that the model does not have would not compile here.
  return result.error.name === "NotFoundException"
    ? result.error.ResourceType
    : String(result.error);
}

const made = {
  request,
  output,
  received: GetIntegrationResponseAlone.deserializeRequest(request),
  bytes: [...(exported.body ?? [])],
  text: GetApi.deserializeResponse({ statusCode: 200, body: encoded }).Name,
  label: GetApi.serializeRequest({ ApiId: "ö/🛒 '" }).path,
  created: created?.toISOString(),
  types: [type, open],
  failure: failure instanceof NotFoundException ? failure.Message : "not of the class",
  standard: standard.issues?.map(({ path }) => path.join("/")),
  checked: checked.ok ? [] : checked.issues.map(({ path }) => path),
  incomplete: failureOf(() => GetIntegrationResponse.serializeRequest(incomplete)) instanceof Error,
};

/**
 * What the platform makes of it all. It has to be called, since some platforms permit calls only then.
 * @param endpoint a server that answers as the handler above does, called by `fetch`
 */
export async function results(endpoint: string | undefined): Promise<object> {
  const stubbed = await call(new ApiGatewayV2({ ...config, requestHandler }));
  const fetching = createClient(
    { GetIntegrationResponse },
    endpoint === undefined ? { ...config, requestHandler } : { ...config, endpoint },
  );
  const authorization =
    /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/eu-central-1\/apigateway\/aws4_request, SignedHeaders=[\w;-]*\bhost;[\w;-]+, Signature=[0-9a-f]{64}$/;
  return {
    ...made,
    stubbed,
    signed: sent.length > 0 && sent.every((text) => authorization.test(text)),
    called: await call(fetching),
  };
}
