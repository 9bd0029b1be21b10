import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** Connections to a server, each of which sends one request after the other. */
export interface Load {
  /** Sends requests for a time in milliseconds, and returns how many were answered per second. */
  readonly run: (milliseconds: number) => Promise<{ requests: number; perSecond: number }>;
  readonly close: () => void;
}

const connections = 16;

/**
 * Opens keep-alive connections to a server on this machine. So that the load costs less than the
 * server, requests are written once, and answers are counted by their bytes: all answers of a
 * server to the same request have the same length.
 * @throws Error if an answer has another length than the first one, or no `content-length`
 */
export async function openLoad(port: number, request: Uint8Array): Promise<Load> {
  const sockets = await Promise.all(Array.from({ length: connections }, () => open(port)));
  const [first] = sockets;
  const length = first === undefined ? 0 : await learnLength(first, request);
  return {
    async run(milliseconds) {
      const start = performance.now();
      const counts = await Promise.all(
        sockets.map((socket) => repeat(socket, request, length, start + milliseconds)),
      );
      const requests = counts.reduce((sum, count) => sum + count, 0);
      return { requests, perSecond: (requests * 1000) / (performance.now() - start) };
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Writes a request as a client sends it. */
export function requestBytes(method: string, path: string, body: string = ""): Uint8Array {
  const length = Buffer.byteLength(body);
  const fields =
    body === "" ? "" : `content-type: application/json\r\ncontent-length: ${length}\r\n`;
  return Buffer.from(`${method} ${path} HTTP/1.1\r\nhost: localhost\r\n${fields}\r\n${body}`);
}

async function open(port: number): Promise<Socket> {
  const socket = connect({ port, host: "127.0.0.1", noDelay: true });
  await once(socket, "connect");
  return socket;
}

/** Returns the number of bytes of an answer. */
async function learnLength(socket: Socket, request: Uint8Array): Promise<number> {
  socket.write(request);
  let text = "";
  for (;;) {
    const [chunk] = (await once(socket, "data")) as [Buffer];
    text += chunk.toString("latin1");
    const end = text.indexOf("\r\n\r\n") + 4;
    if (end < 4) continue;
    const [, digits] = /^content-length: (\d+)/im.exec(text.slice(0, end)) ?? [];
    if (!/^HTTP\/1\.1 20[01] /.test(text) || digits === undefined)
      throw new Error(`expected an answer with a content-length, not ${text.slice(0, end)}`);
    if (text.length === end + Number(digits)) return text.length;
  }
}

/** Sends requests until a time, and returns how many were answered. */
function repeat(socket: Socket, request: Uint8Array, length: number, end: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let count = 0;
    let received = 0;
    const finish = (error?: Error): void => {
      socket.off("data", onData).off("close", onClose);
      if (error === undefined) resolve(count);
      else reject(error);
    };
    const onClose = (): void => finish(new Error("the server closed a connection"));
    const onData = (chunk: Buffer): void => {
      received += chunk.length;
      if (received < length) return;
      if (received > length) {
        finish(new Error(`expected answers of ${length} bytes, received ${received}`));
        return;
      }
      received = 0;
      count++;
      if (performance.now() < end) socket.write(request);
      else finish();
    };
    socket.on("data", onData).on("close", onClose);
    socket.write(request);
  });
}
