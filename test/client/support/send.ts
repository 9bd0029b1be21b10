import type { ApiGatewayV2Client } from "@aws-sdk/client-apigatewayv2";
import type { ApiGatewayV2 } from "apigatewayv2-codec/client";
import { sdkClass } from "../../differential/sdk.js";
import type { Value } from "../../properties/codec.js";
import type { AnyClient } from "./import-client.js";

/** Calls an operation by its name in the model. */
export async function sendByUs(client: ApiGatewayV2, name: string, input: Value): Promise<Value> {
  const method = (client as unknown as AnyClient)[name.slice(0, 1).toLowerCase() + name.slice(1)];
  if (method === undefined) throw new Error(`The client has no method for ${name}.`);
  return method(input);
}

/** Calls an operation by the published SDK. */
export async function sendBySdk(
  client: ApiGatewayV2Client,
  name: string,
  input: Value,
): Promise<Value> {
  const send = client.send.bind(client) as (command: object) => Promise<Value>;
  return send(new (sdkClass(`${name}Command`))(input));
}
