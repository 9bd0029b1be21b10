import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { toNodeListener, type NodeRequest } from "apigatewayv2-codec/server/node";
import { beforeAll, describe, expect, it } from "vitest";
import { expectedOf, exchangeAll, type Outcome } from "./exchanges-run.js";
import { answer, handler } from "./exchanges-service.js";
import { exchanges } from "./exchanges.js";

/* Other platforms make the same exchanges by `npm run platforms`. */

it("are forty, with a name each", () => {
  expect(new Set(exchanges.map(({ name }) => name)).size).toBe(40);
  expect(exchanges).toHaveLength(40);
});

describe("by fetch", () => {
  let outcomes: Record<string, Outcome>;
  beforeAll(async () => {
    outcomes = await exchangeAll(answer);
  });

  it.each(exchanges)("$name", (exchange) => {
    expect(outcomes[exchange.name]).toEqual(expectedOf(exchange));
  });
});

describe("by a server of node:http", () => {
  let outcomes: Record<string, Outcome>;
  beforeAll(async () => {
    const context = ({ headers }: NodeRequest): { user: string } => ({
      user: String(headers["x-user"] ?? "nobody"),
    });
    const server = createServer(toNodeListener(handler, { context }));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      outcomes = await exchangeAll(fetch, base);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  it.each(exchanges)("$name", (exchange) => {
    expect(outcomes[exchange.name]).toEqual(expectedOf(exchange, true));
  });
});
