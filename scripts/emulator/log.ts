import { colors } from "../../codegen/src/cli/colors.js";
import { escapeControls } from "../../codegen/src/diagnostics/text.js";
import type { Interceptor } from "../../generated/src/server.js";

/** Prints a line for each call: the time, the operation, how it ended, and how long it took. */
export const logCall: Interceptor<object> = async ({ operation, request }, next) => {
  const start = performance.now();
  const response = await next();
  const milliseconds = (performance.now() - start).toFixed(1);

  const { statusCode, headers } = response;
  const paint = statusCode < 400 ? colors.green : statusCode < 500 ? colors.yellow : colors.red;
  const time = colors.dim(new Date().toTimeString().slice(0, 8));
  const name = operation ?? escapeControls(`${request.method ?? ""} ${request.path}`);
  const status = paint([statusCode, headers["x-amzn-errortype"]].join(" ").trimEnd());
  console.log(`${time} ${name} ${status} ${colors.dim(`${milliseconds} ms`)}`);
  return response;
};

/** Prints where the emulator is, and how to point clients at it. */
export function logStart(url: string): void {
  console.log(`API Gateway V2 at ${colors.cyan(url)}, for any region and any credentials:
  boto3       boto3.client("apigatewayv2", endpoint_url="${url}")
  AWS CLI     aws apigatewayv2 get-apis --endpoint-url ${url}
  AWS SDK     new ApiGatewayV2Client({ endpoint: "${url}" })
  our client  new ApiGatewayV2({ endpoint: "${url}" })
Press Ctrl+C to stop.`);
}
