import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/** A request as it was on the wire. */
export interface RecordedRequest {
  readonly method: string;
  /** The path with its query, as sent. */
  readonly target: string;
  /** Names as sent, in their order, also repeated ones. */
  readonly rawHeaders: readonly (readonly [name: string, value: string])[];
  /** The same by names in lower case; repeated ones are joined by commas. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** What the recorder answers. */
export interface RecorderAnswer {
  readonly statusCode?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** A server on this machine that records every request and gives it one answer. */
export interface Recorder {
  readonly endpoint: string;
  /** All requests in the order in which their bodies ended. */
  readonly requests: RecordedRequest[];
  readonly stop: () => Promise<void>;
}

/**
 * Starts a recorder.
 * @param answer returns the answer to a request; default: 200 with an empty object
 */
export async function startRecorder(
  answer: (request: RecordedRequest) => RecorderAnswer = () => ({}),
): Promise<Recorder> {
  const requests: RecordedRequest[] = [];
  const server = createServer((message, reply) => {
    void buffer(message).then((body) => {
      const request = record(message, body);
      requests.push(request);
      const { statusCode = 200, headers = {}, body: answered = "{}" } = answer(request);
      reply.writeHead(statusCode, { "content-type": "application/json", ...headers });
      reply.end(answered);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function record({ method = "", url = "", rawHeaders }: IncomingMessage, body: Buffer) {
  const pairs = rawHeaders.flatMap((name, index) =>
    index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? ""] as const] : [],
  );
  const headers: Record<string, string> = {};
  for (const [name, value] of pairs) {
    const key = name.toLowerCase();
    headers[key] = key in headers ? `${headers[key]}, ${value}` : value;
  }
  return { method, target: url, rawHeaders: pairs, headers, body };
}
