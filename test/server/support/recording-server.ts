import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createHandler } from "apigatewayv2-codec/server";
import { toNodeListener } from "apigatewayv2-codec/server/node";
import { operationsByName } from "../../properties/service.js";

/** A server of all operations on loopback, which records what it is asked. */
export interface RecordingServer {
  readonly endpoint: string;
  readonly received: { readonly operation: string; readonly input: unknown }[];
  /** What was answered by an opaque 500. */
  readonly failures: unknown[];
  /** Returns the output of the call that was recorded last, or throws its error. */
  next: () => unknown;
  /** Forgets what was recorded. */
  readonly clear: () => void;
  readonly close: () => Promise<void>;
}

/** Starts a server on a free port. */
export async function startRecordingServer(): Promise<RecordingServer> {
  const functions = Object.fromEntries(
    operationsByName.map(([operation]) => [
      operation,
      (input: unknown): unknown => {
        recording.received.push({ operation, input });
        return recording.next();
      },
    ]),
  );
  const handler = createHandler(functions, { onError: (error) => recording.failures.push(error) });
  const server = createServer(toNodeListener(handler));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const recording: RecordingServer = {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: [],
    failures: [],
    next: () => ({}),
    clear: () => {
      recording.received.length = 0;
      recording.failures.length = 0;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return recording;
}
