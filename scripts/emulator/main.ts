/** Serves the APIs, integrations and integration responses of API Gateway V2 from memory. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { parseArgs } from "node:util";
import { createHandler } from "../../generated/src/server.js";
import { toNodeListener } from "../../generated/src/server/node.js";
import { addExample } from "./add-example.js";
import { logCall, logStart } from "./log.js";
import { createOperations } from "./operations.js";
import { Collection, type StoredApi } from "./store.js";

const usage = `Usage: npm run emulator [-- OPTION...]

  --port N        the port to listen at, 4566 by default; 0 takes any free one
  --host ADDRESS  the address to listen at, 127.0.0.1 by default
  --example       start with an API that has an integration with a response
  --help          print this text
`;

try {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "4566" },
      host: { type: "string", default: "127.0.0.1" },
      example: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : Infinity;
  if (values.help) process.stdout.write(usage);
  else if (port > 65_535) stop(`Expected a --port from 0 to 65535, received ${values.port}.`);
  else serve({ ...values, port });
} catch (error) {
  stop(`${(error as Error).message}\n\n${usage}`);
}

function serve(options: { port: number; host: string; example: boolean }): void {
  const apis = new Collection<StoredApi>("Api");
  if (options.example) addExample(apis);
  const handler = createHandler(createOperations(apis), { use: [logCall], onError: console.error });
  const server = createServer(toNodeListener(handler));

  server.once("error", ({ code, message }: NodeJS.ErrnoException) => {
    const reason = code === "EADDRINUSE" ? "another program listens there" : message;
    stop(
      `Cannot listen at ${options.host}, port ${options.port}: ${reason}. Choose another --port.`,
    );
  });
  server.listen(options.port, options.host, () => {
    const { address, family, port } = server.address() as AddressInfo;
    logStart(`http://${family === "IPv6" ? `[${address}]` : address}:${port}`);
  });
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, () => {
      // Calls have a second to end, or until the next signal.
      server.close();
      setTimeout(() => server.closeAllConnections(), 1000).unref();
    });
  }
}

function stop(message: string): void {
  process.stderr.write(`${message.trimEnd()}\n`);
  process.exitCode = 2;
}
