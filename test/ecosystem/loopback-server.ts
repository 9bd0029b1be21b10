import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import {
  CreateIntegrationResponse,
  GetApi,
  matchOperation,
  NotFoundException,
  serializeError,
  type HttpResponse,
  type IncomingRequest,
} from "apigatewayv2-codec";

/** A server on this machine, made of the server's side of the codec. */
export interface LoopbackServer {
  readonly port: number;
  /** The headers of the last request. */
  readonly lastHeaders: () => IncomingMessage["headers"];
  readonly close: () => Promise<void>;
}

/** Starts a server that knows two operations and one API, `a1`. */
export async function startLoopbackServer(): Promise<LoopbackServer> {
  let headers: IncomingMessage["headers"] = {};
  const server = createServer((message, reply) => {
    headers = message.headers;
    void readRequest(message).then((request) => {
      const response = answer(request);
      reply.writeHead(response.statusCode, response.headers).end(response.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    lastHeaders: () => headers,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readRequest(message: IncomingMessage): Promise<IncomingRequest> {
  const url = new URL(message.url ?? "/", "http://localhost");
  const names = [...new Set(url.searchParams.keys())];
  return {
    method: message.method ?? "",
    path: url.pathname,
    query: Object.fromEntries(names.map((name) => [name, url.searchParams.getAll(name)])),
    headers: message.headers,
    body: await buffer(message),
  };
}

function answer(request: IncomingRequest): HttpResponse {
  try {
    switch (matchOperation(request)) {
      case "GetApi": {
        const { ApiId } = GetApi.deserializeRequest(request);
        if (ApiId !== "a1") throw new NotFoundException({ Message: `no API ${ApiId}` });
        return GetApi.serializeResponse({
          ApiId,
          Name: "orders 🛒",
          CreatedDate: new Date("2024-05-01T00:00:00Z"),
        });
      }
      case "CreateIntegrationResponse": {
        const { ApiId, IntegrationId, ...rule } =
          CreateIntegrationResponse.deserializeRequest(request);
        return CreateIntegrationResponse.serializeResponse({
          ...rule,
          IntegrationResponseId: `${ApiId}-${IntegrationId}`,
        });
      }
      default:
        throw new Error("an operation that the server does not know");
    }
  } catch (error) {
    return serializeError(error);
  }
}
