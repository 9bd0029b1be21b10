import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * Serves one of the files of this folder on a free port of this machine, and sends the port to the
 * parent. Each message of the parent is answered by the CPU time of this process in microseconds.
 */
const { listener } = (await import(`./${process.argv[2] ?? ""}.js`)) as {
  listener: RequestListener;
};
// A server waits for its turn longer than the default of five seconds.
const server = createServer({ keepAliveTimeout: 600_000 }, listener);
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
process.on("message", () => {
  const { user, system } = process.cpuUsage();
  process.send?.(user + system);
});
process.on("disconnect", () => process.exit());
