/*
 * A server in a process of its own. For each line of its input it collects garbage and prints its state as JSON: the
 * port, the size of the heap, the number of functions' calls, and what was reported to nobody.
 */
import { createServer, type Server } from "node:http";
import { createInterface } from "node:readline";
import type { AddressInfo } from "node:net";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createHandler } from "../../../generated/src/server.js";
import { toNodeListener } from "../../../generated/src/server/node.js";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;
const unhandled: string[] = [];
for (const name of ["unhandledRejection", "uncaughtException"]) {
  process.on(name, (error: unknown) => unhandled.push(String(error)));
}

let calls = 0;
const handler = createHandler(
  {
    GetApi: ({ ApiId }) => {
      calls += 1;
      return { ApiId };
    },
    CreateApi: ({ Name }) => {
      calls += 1;
      return { Name };
    },
    DeleteApi: () => {
      throw new Error("broken");
    },
  },
  { maxBodyBytes: 10_000 },
);
const server: Server = createServer(toNodeListener(handler)).listen(0, "127.0.0.1", () => {
  createInterface(process.stdin)
    .on("line", () => {
      collect();
      const { port } = server.address() as AddressInfo;
      const heap = process.memoryUsage().heapUsed;
      process.stdout.write(`${JSON.stringify({ port, heap, calls, unhandled })}\n`);
    })
    .on("close", () => process.exit());
});
