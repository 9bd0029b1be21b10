import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { misbehaviours } from "./misbehaviours.js";

/** The server ends itself after this time, so that no test run waits for it. */
const lifetime = 300_000;

/**
 * A server on this machine that treats a request as the last segment of its path says: a name of
 * `misbehaviours`. It counts what clients leave behind.
 */
export class MisbehavingServer {
  /** All connections that were opened, and the requests on them. */
  connections = 0;
  requests = 0;
  /** What each request asked for, in order. */
  readonly targets: string[] = [];
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #counts = new Map<string, number>();
  readonly #timer: NodeJS.Timeout;

  private constructor(closesAtOnce: boolean) {
    this.#server = createServer((socket) => {
      this.connections++;
      this.#sockets.add(socket);
      socket.once("close", () => this.#sockets.delete(socket));
      // A client may reset the connection at any moment.
      socket.on("error", () => socket.destroy());
      if (closesAtOnce) socket.destroy();
      else this.#serve(socket);
    });
    this.#timer = setTimeout(() => void this.stop(), lifetime).unref();
  }

  /** @param closesAtOnce whether to close every connection before reading from it */
  static async start(closesAtOnce: boolean = false): Promise<MisbehavingServer> {
    const server = new MisbehavingServer(closesAtOnce);
    await new Promise<void>((resolve) => server.#server.listen(0, "127.0.0.1", resolve));
    return server;
  }

  get endpoint(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The connections that neither side has closed. */
  get openSockets(): number {
    return this.#sockets.size;
  }

  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Reads requests, which may follow each other on one connection. */
  #serve(socket: Socket): void {
    let text = "";
    socket.setNoDelay();
    socket.on("data", (chunk) => {
      text += chunk.toString("latin1");
      for (;;) {
        const end = text.indexOf("\r\n\r\n") + 4;
        const head = text.slice(0, end);
        const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
        if (end < 4 || text.length < end + length) return;
        text = text.slice(end + length);
        this.#answer(socket, head.split(" ", 2)[1] ?? "");
      }
    });
  }

  #answer(socket: Socket, target: string): void {
    this.requests++;
    this.targets.push(target);
    const name = /([^/?]*)(\?.*)?$/.exec(target)?.[1] ?? "";
    const count = (this.#counts.get(target) ?? 0) + 1;
    this.#counts.set(target, count);
    const misbehave = Object.hasOwn(misbehaviours, name)
      ? misbehaviours[name as keyof typeof misbehaviours]
      : undefined;
    if (misbehave === undefined) throw new Error(`there is no misbehaviour ${name}`);
    misbehave(socket, count);
  }
}
