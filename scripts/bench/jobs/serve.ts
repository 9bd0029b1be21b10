import { digits, time } from "../harness/format.js";
import { openLoad, requestBytes, type Load } from "../harness/load.js";
import type { Report } from "../harness/report.js";
import { median, quantile } from "../harness/statistics.js";
import { samples, wireForm } from "../samples/integration-response.js";
import { startServer, type ServerProcess } from "../setup/server-process.js";

const servers = [
  { name: "`node:http`", file: "hand-written" },
  { name: "apigatewayv2-codec", file: "ours" },
  { name: "Hono", file: "hono" },
];
const rounds = 21;
const batchMilliseconds = 250;
const warmUpMilliseconds = 2000;
const path = "/v2/apis/a1b2c3d4/integrations/i1b2c3d/integrationresponses";

/** A request that all servers answer by the same bytes. */
interface Case {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly body?: string;
}

/** Figures of a server in all rounds. */
interface Figures {
  readonly perSecond: number[];
  /** Nanoseconds of CPU time for each request. */
  readonly cpu: number[];
}

/** Measures servers on loopback. Each is a process of its own, and so is the load: this one. */
export async function run(): Promise<Report> {
  const processes: ServerProcess[] = [];
  try {
    for (const { file } of servers) processes.push(await startServer(file));
    const results: { name: string; figures: Figures[] }[] = [];
    for (const one of cases()) {
      await expectSameAnswers(processes, one);
      results.push({ name: one.name, figures: await measureCase(processes, one) });
    }
    return report(results);
  } finally {
    for (const { stop } of processes) stop();
  }
}

function cases(): Case[] {
  const creations = samples
    .filter(({ name }) => name !== "S")
    .map(({ name, value }): Case => {
      const body = JSON.stringify({ ...wireForm(value), integrationResponseId: undefined });
      const title = `CreateIntegrationResponse, ${name}, ${body.length} bytes`;
      return { name: title, method: "POST", path, body };
    });
  return [{ name: "GetIntegrationResponse", method: "GET", path: `${path}/r1b2c3d` }, ...creations];
}

async function expectSameAnswers(processes: readonly ServerProcess[], one: Case): Promise<void> {
  const answers: string[] = [];
  for (const { port } of processes) {
    const response = await fetch(`http://127.0.0.1:${port}${one.path}`, {
      method: one.method,
      ...(one.body === undefined
        ? {}
        : { headers: { "content-type": "application/json" }, body: one.body }),
    });
    const type = response.headers.get("content-type") ?? "";
    const hasId = response.headers.has("x-amzn-requestid");
    answers.push(`${response.status} ${type} ${hasId} ${await response.text()}`);
  }
  for (const [index, answer] of answers.entries()) {
    if (answer !== answers[0])
      throw new Error(
        `${servers[index]?.name ?? ""} answers ${one.name} by ${answer.slice(0, 300)}, not by ${answers[0]?.slice(0, 300) ?? ""}`,
      );
  }
}

/** Measures the servers in turns: every round has a batch for each, and starts with another one. */
async function measureCase(processes: readonly ServerProcess[], one: Case): Promise<Figures[]> {
  const request = requestBytes(one.method, one.path, one.body);
  const entries: { server: ServerProcess; load: Load; figures: Figures }[] = [];
  for (const server of processes) {
    const load = await openLoad(server.port, request);
    await load.run(warmUpMilliseconds);
    entries.push({ server, load, figures: { perSecond: [], cpu: [] } });
  }
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < entries.length; turn++) {
      const entry = entries[(turn + round) % entries.length];
      if (entry === undefined) continue;
      const { server, load, figures } = entry;
      const before = await server.cpu();
      const { requests, perSecond } = await load.run(batchMilliseconds);
      figures.perSecond.push(perSecond);
      figures.cpu.push((((await server.cpu()) - before) * 1000) / requests);
    }
  }
  for (const { load } of entries) load.close();
  return entries.map(({ figures }) => figures);
}

function report(results: readonly { name: string; figures: readonly Figures[] }[]): Report {
  const table = (
    caption: string,
    pick: (figures: Figures) => readonly number[],
    format: (value: number) => string,
  ): Report["tables"][number] => ({
    caption,
    columns: ["request", ...servers.map(({ name }) => name)],
    rows: results.map(({ name, figures }) => {
      const base = figures[0] === undefined ? [] : pick(figures[0]);
      return [name, ...figures.map((own) => cell(pick(own), base, format))];
    }),
  });
  return {
    title: "Serve",
    about:
      "Two operations on `node:http`, on 16 keep-alive connections from another process: by hand, with `JSON.parse` and a check of each member's type, but no constraints; by `createHandler` and `toNodeListener`; and by Hono with `@hono/node-server`, its Standard Schema validator and the schemas of the codec. All answer the same bytes. The servers take turns.",
    tables: [
      table(
        "Requests per second; 1.00 = `node:http` by hand, more is better",
        ({ perSecond }) => perSecond,
        (value) => `${digits(value)}/s`,
      ),
      table(
        "CPU time of the server per request; 1.00 = `node:http` by hand, less is better",
        ({ cpu }) => cpu,
        time,
      ),
    ],
    aims: results.map(({ name, figures: [base, ours] }) => ({
      what: `requests per second, ${name}`,
      against: "`node:http` by hand",
      value: median(ratios(ours?.perSecond ?? [], base?.perSecond ?? [])),
      limit: 0.8,
      sense: "at least",
      unit: "x",
    })),
  };
}

function ratios(own: readonly number[], base: readonly number[]): number[] {
  return own.map((value, round) => value / (base[round] ?? NaN));
}

function cell(
  own: readonly number[],
  base: readonly number[],
  format: (value: number) => string,
): string {
  const all = ratios(own, base);
  const [low, high] = [0.25, 0.75].map((share) => digits(quantile(all, share)));
  return `**${digits(median(all))}** (${low ?? ""}-${high ?? ""}) ${format(median(own))}`;
}
