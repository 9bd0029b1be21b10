import { randomUUID } from "node:crypto";
import type { RequestListener } from "node:http";
import type { IntegrationResponse } from "../../../generated/src/index.js";
import { loadCodec } from "../setup/build-codec.js";
import { loadPeer } from "../setup/peer.js";

interface Context {
  readonly req: { readonly valid: (target: string) => unknown };
  readonly header: (name: string, value: string) => void;
  readonly json: (value: unknown, status: number) => unknown;
}

interface Hono {
  get(path: string, validator: unknown, answer: (context: Context) => unknown): Hono;
  post(path: string, validator: unknown, answer: (context: Context) => unknown): Hono;
  readonly fetch: unknown;
}

const { Hono } = (await loadPeer("hono")) as { Hono: new () => Hono };
const { getRequestListener } = (await loadPeer("@hono/node-server")) as {
  getRequestListener: (fetch: unknown) => RequestListener;
};
const { sValidator } = (await loadPeer("@hono/standard-validator")) as {
  sValidator: (target: string, schema: unknown) => unknown;
};
const { GetIntegrationResponseRequestSchema, IntegrationResponseSchema } = await loadCodec();

const path = "/v2/apis/:ApiId/integrations/:IntegrationId/integrationresponses";

const app = new Hono()
  .get(
    `${path}/:IntegrationResponseId`,
    sValidator("param", GetIntegrationResponseRequestSchema),
    (context) => {
      const { IntegrationResponseId } = context.req.valid("param") as IntegrationResponse;
      return answer(context, 200, {
        integrationResponseId: IntegrationResponseId,
        integrationResponseKey: "$default",
      });
    },
  )
  // The schema of the request wants the labels of the path, too, which are not in the body.
  .post(path, sValidator("json", IntegrationResponseSchema), (context) => {
    const value = context.req.valid("json") as IntegrationResponse;
    return answer(context, 201, {
      contentHandlingStrategy: value.ContentHandlingStrategy,
      integrationResponseId: "r1b2c3d",
      integrationResponseKey: value.IntegrationResponseKey,
      responseParameters: value.ResponseParameters,
      responseTemplates: value.ResponseTemplates,
      templateSelectionExpression: value.TemplateSelectionExpression,
    });
  });

/** The service by Hono, its Standard Schema validator, and the schemas of the codec. */
export const listener: RequestListener = getRequestListener(app.fetch);

function answer(context: Context, status: number, body: object): unknown {
  context.header("x-amzn-requestid", randomUUID());
  return context.json(body, status);
}
