import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { toNodeListener } from "apigatewayv2-codec/server/node";
import { importServer } from "../../server/support/import-server.js";

/** Queues on this machine. */
export interface Queues {
  /** What a consumer needs to find them, as the text of an env file. */
  readonly environment: string;
  /** What is in a queue. */
  readonly contents: (queue: "apis" | "parked") => readonly Stored[];
  readonly stop: () => void;
}

/** A message in a queue. */
interface Stored {
  readonly MessageId: string;
  readonly Body: string;
  readonly attributes: Readonly<Record<string, { StringValue?: string }>>;
}

interface Input {
  readonly QueueUrl: string;
  readonly MessageBody: string;
  readonly MessageAttributes?: Stored["attributes"];
  readonly ReceiptHandle: string;
}

/**
 * Starts a server that plays Amazon SQS, generated from a model with its operations.
 * @param model the model as JSON AST
 * @param bodies what is in the queue `apis` at the start
 */
export async function startSqs(model: unknown, bodies: readonly string[]): Promise<Queues> {
  const queues: Record<string, Stored[]> = { apis: [], parked: [] };
  let count = 0;
  const queueOf = (url: string): Stored[] => queues[url.slice(url.lastIndexOf("/") + 1)] ?? [];
  const add = (queue: Stored[], Body: string, attributes: Stored["attributes"] = {}): string => {
    const MessageId = `m${(count += 1)}`;
    queue.push({ MessageId, Body, attributes });
    return MessageId;
  };
  for (const body of bodies) add(queueOf("/apis"), body);

  const { createHandler } = await importServer("guides-sqs", model);
  const handler = createHandler({
    ReceiveMessage: ({ QueueUrl }: Input) => ({
      Messages: queueOf(QueueUrl).map(({ MessageId, Body }) => {
        return { MessageId, Body, MD5OfBody: md5(Body), ReceiptHandle: MessageId };
      }),
    }),
    SendMessage: ({ QueueUrl, MessageBody, MessageAttributes }: Input) => {
      const MessageId = add(queueOf(QueueUrl), MessageBody, MessageAttributes);
      return { MessageId, MD5OfMessageBody: md5(MessageBody) };
    },
    DeleteMessage: ({ QueueUrl, ReceiptHandle }: Input) => {
      const queue = queueOf(QueueUrl);
      queue.splice(
        queue.findIndex(({ MessageId }) => MessageId === ReceiptHandle),
        1,
      );
      return {};
    },
  });
  const server = createServer(toNodeListener(handler)).listen(0, "127.0.0.1");
  await once(server, "listening");
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const url = `${endpoint}/123456789012`;
  const settings = {
    AWS_ENDPOINT_URL_SQS: endpoint,
    QUEUE_URL: `${url}/apis`,
    PARKED_URL: `${url}/parked`,
    AWS_REGION: "eu-central-1",
    AWS_ACCESS_KEY_ID: "AKIDEXAMPLE",
    AWS_SECRET_ACCESS_KEY: "secret",
  };
  return {
    environment: Object.entries(settings)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(""),
    contents: (queue) => queues[queue] ?? [],
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function md5(text: string): string {
  return createHash("md5").update(text).digest("hex");
}
