import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";
import tsBlankSpace from "ts-blank-space";

/** The names of the trial files in the project in which the codec is installed. */
export const trialFiles = {
  imported: "import.js",
  required: "require.cjs",
  /** Everything in one file, for platforms without packages. */
  bundled: "bundle.js",
  workerdConfiguration: "workerd.capnp",
  nodeServer: "serve-node.js",
  bunServer: "serve-bun.js",
  denoServer: "serve-deno.js",
} as const;

/** The modules of the tests that the platforms run. */
const sources = {
  "consumer.js": "package/consumer.ts",
  "exchanges.js": "server/exchanges.ts",
  "exchanges-run.js": "server/exchanges-run.ts",
  "exchanges-service.js": "server/exchanges-service.ts",
};

/**
 * Writes the round trips and the exchanges, and an entry for each kind of platform.
 * @param endpoint the service that the platforms call
 */
export async function writeTrials(project: string, endpoint: string): Promise<void> {
  const write = (name: string, text: string): void => {
    writeFileSync(join(project, name), text);
  };
  for (const [name, path] of Object.entries(sources)) {
    const source = readFileSync(new URL(`../../test/${path}`, import.meta.url), "utf8");
    write(name, tsBlankSpace(source));
  }
  write("print.js", printing(endpoint));
  write(trialFiles.imported, 'import { print } from "./print.js";\nawait print();\n');
  write(trialFiles.required, 'require("./print.js").print();\n');
  write(trialFiles.nodeServer, nodeServer);
  write(trialFiles.bunServer, bunServer);
  write(trialFiles.denoServer, denoServer);
  write("to-bundle.js", toBundle);
  const build = await rolldown({ input: join(project, "to-bundle.js"), platform: "browser" });
  await build.write({ file: join(project, trialFiles.bundled), format: "esm" });
  await build.close();
  write(trialFiles.workerdConfiguration, workerdConfiguration);
}

const printing = (endpoint: string): string => `import { results } from "./consumer.js";
import { exchangeAll } from "./exchanges-run.js";
import { answer } from "./exchanges-service.js";
export async function print() {
  const lines = [
    JSON.stringify(await results("${endpoint}")),
    JSON.stringify({ exchanges: await exchangeAll(answer) }),
  ];
  for (const line of lines) console.log(line);
  return lines.join("\\n");
}
`;

const toBundle = `import { answer } from "./exchanges-service.js";
import { print } from "./print.js";
globalThis.print = print;
export default { test: print, fetch: (request) => answer(request) };
`;

const nodeServer = `import { createServer } from "node:http";
import { toNodeListener } from "apigatewayv2-codec/server/node";
import { handler } from "./exchanges-service.js";
const context = ({ headers }) => ({ user: headers["x-user"] ?? "nobody" });
const server = createServer(toNodeListener(handler, { context }));
server.listen(0, "127.0.0.1", () => console.log(JSON.stringify({ port: server.address().port })));
`;

const bunServer = `import { answer } from "./exchanges-service.js";
const server = Bun.serve({ port: 0, hostname: "127.0.0.1", fetch: (request) => answer(request) });
console.log(JSON.stringify({ port: server.port }));
`;

const denoServer = `import { answer } from "./exchanges-service.js";
const onListen = ({ port }) => console.log(JSON.stringify({ port }));
Deno.serve({ port: 0, hostname: "127.0.0.1", onListen }, (request) => answer(request));
`;

const workerdConfiguration = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = (
    modules = [(name = "bundle.js", esModule = embed "bundle.js")],
    compatibilityDate = "2025-01-01",
    globalOutbound = "loopback",
  )), (name = "loopback", network = (allow = ["private"]))],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
`;
