import { spawn, type ChildProcess } from "node:child_process";
import { Agent, request } from "node:http";
import { join } from "node:path";
import { createInterface } from "node:readline";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { repository } from "../codegen/support/generated.js";

interface State {
  readonly port: number;
  readonly heap: number;
  readonly calls: number;
  readonly unhandled: readonly string[];
}

let child: ChildProcess;
let lines: AsyncIterator<string>;
beforeAll(() => {
  const script = join(repository, "test/server/support/load-server.ts");
  child = spawn(process.execPath, ["--import", "ts-blank-space/register", script], {
    cwd: repository,
    stdio: ["pipe", "pipe", "inherit"],
  });
  if (child.stdout === null) throw new Error("The server has no output.");
  lines = createInterface(child.stdout)[Symbol.asyncIterator]();
});
afterAll(() => {
  child.kill();
});

async function stateOf(): Promise<State> {
  child.stdin?.write("\n");
  const line = (await lines.next()) as IteratorResult<string, undefined>;
  return JSON.parse(line.value ?? "") as State;
}

interface Call {
  readonly method: string;
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  /** The statuses that may come. */
  readonly status: readonly number[];
}

const json = { "content-type": "application/json" };
const post = (body: string, status: number, headers: Record<string, string> = json): Call => ({
  ...{ method: "POST", path: "/v2/apis", headers, body },
  status: [status],
});

const good: fc.Arbitrary<Call> = fc.oneof(
  fc.stringMatching(/^[a-z0-9]{1,10}$/).map((id) => ({
    ...{ method: "GET", path: `/v2/apis/${id}` },
    status: [200],
  })),
  fc
    .string({ minLength: 1, maxLength: 128 })
    .map((name) => post(JSON.stringify({ name, protocolType: "HTTP" }), 201)),
);
const bad: fc.Arbitrary<Call> = fc.oneof(
  fc.constantFrom(
    post("{", 400),
    post("{}", 400),
    post('{"name":1}', 400),
    post('{"name":"a","protocolType":"NONE"}', 400),
    post("name=a", 415, { "content-type": "application/x-www-form-urlencoded" }),
    post("{}", 415, { ...json, "content-encoding": "br" }),
    post("a".repeat(10_001), 413),
    post("a".repeat(300_000), 413),
    post("a".repeat(20_000), 413, { ...json, "transfer-encoding": "chunked" }),
    { ...post("{}", 404), path: "/v2/none" },
    { method: "PURGE", path: "/v2/apis", status: [404] },
    { method: "HEAD", path: "/v2/apis/a", status: [404] },
    { method: "GET", path: "/v2/apis/%FF", status: [400] },
    { method: "GET", path: "/v2/apis/%", status: [400] },
    { method: "GET", path: "/v2/apis?maxResults=%", status: [404] },
    { method: "DELETE", path: "/v2/apis/a", status: [500] },
  ),
  fc.string({ maxLength: 200 }).map((body) => ({ ...post(body, 400), status: [400, 201] })),
);

it("20,000 requests on 200 connections, a third of them wrong, are all answered, and leave nothing behind", async () => {
  const seed = Date.now() % 2 ** 31;
  const calls = fc.sample(fc.oneof({ weight: 2, arbitrary: good }, bad), { seed, numRuns: 20_000 });
  const { port } = await stateOf();
  const agent = new Agent({ keepAlive: true, maxSockets: 200 });
  const failures: string[] = [];
  const send = async ({ method, path, headers, body, status }: Call): Promise<void> => {
    const outcome = await new Promise<number | string>((resolve) => {
      const sent = request({
        agent,
        host: "127.0.0.1",
        port,
        method,
        path,
        headers: headers ?? {},
      });
      sent.on("response", (response) => {
        response.resume();
        response.on("error", (error) => {
          resolve(String(error));
        });
        response.on("end", () => {
          const id = response.headers["x-amzn-requestid"];
          resolve(id === undefined ? "no request id" : (response.statusCode ?? 0));
        });
      });
      sent.on("error", (error) => {
        resolve(String(error));
      });
      sent.end(body);
    });
    if (!status.includes(outcome as number))
      failures.push(`${method} ${path} ${body?.slice(0, 50) ?? ""}: ${outcome}`);
  };
  const run = async (wanted: readonly Call[]): Promise<void> => {
    const queue = [...wanted];
    const worker = async (): Promise<void> => {
      for (let next = queue.pop(); next !== undefined; next = queue.pop()) await send(next);
    };
    await Promise.all(Array.from({ length: 200 }, worker));
  };
  await run(calls.slice(0, 5_000));
  const before = await stateOf();
  await run(calls.slice(5_000));
  const after = await stateOf();
  agent.destroy();
  const message = `seed ${seed}`;
  expect([...new Set(failures)].slice(0, 10), message).toEqual([]);
  expect(after.unhandled, message).toEqual([]);
  expect(after.calls, message).toBeGreaterThan(10_000);
  // 15,000 requests that keep 100 bytes each would add 1.5 MB.
  expect(after.heap - before.heap, message).toBeLessThan(1_500_000);
}, 120_000);
