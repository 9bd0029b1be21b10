import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readPublished } from "../../../scripts/update-model/read-published.js";

const ast = (version: string, service = "a#Service"): string =>
  JSON.stringify({ smithy: "2.0", shapes: { [service]: { type: "service", version } } });

let base: string;
let server: Server;
let origin: string;

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), "smithy-codec-"));
  await mkdir(join(base, "models/a/service/2024"), { recursive: true });
  await writeFile(join(base, "models/a/service/2024/a.json"), ast("2024-01-01"));
  await writeFile(join(base, "models/newer.json"), ast("2025-01-01"));
  await writeFile(join(base, "models/other.json"), ast("2026-01-01", "b#Service"));
  await writeFile(join(base, "models/broken.json"), '{"a#Service"');
  await writeFile(join(base, "models/mention.json"), '["a#Service"]');
  server = createServer(({ url }, response) => {
    if (url === "/a.json") response.end(ast("2024-01-01"));
    else response.writeHead(404).end("not here");
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.close();
  await rm(base, { recursive: true, force: true });
});

const versionIn = async (from: string): Promise<unknown> =>
  (await readPublished(from, "a#Service")).shapes["a#Service"]?.["version"];

describe("a published model", () => {
  it("is read from a file, a server, and the newest one from a folder", async () => {
    expect(await versionIn(join(base, "models/a/service/2024/a.json"))).toBe("2024-01-01");
    expect(await versionIn(`${origin}/a.json`)).toBe("2024-01-01");
    expect(await versionIn(join(base, "models"))).toBe("2025-01-01");
  });

  it.each<[string, () => string, RegExp]>([
    [
      "a file that is missing",
      () => join(base, "none.json"),
      /none\.json: no such file or folder$/,
    ],
    ["a file that is not JSON", () => join(base, "models/broken.json"), /not a Smithy JSON AST/],
    ["JSON that is no AST", () => join(base, "models/mention.json"), /not a Smithy JSON AST/],
    [
      "a model of another service",
      () => join(base, "models/other.json"),
      /has no service a#Service; its services: b#Service\. If it was renamed, give its new id with --service\.$/,
    ],
    [
      "a folder without the service",
      () => join(base, "models/a/service/2025"),
      /no such file or folder$/,
    ],
    [
      "an answer that is an error",
      () => `${origin}/none.json`,
      /cannot be downloaded: the server answered 404$/,
    ],
    ["a server that is not there", () => "http://127.0.0.1:1/a.json", /cannot be downloaded: /],
  ])("is refused: %s", async (_, from, message) => {
    await expect(readPublished(from(), "a#Service")).rejects.toMatchObject({
      name: "PublishedModelError",
      message: expect.stringMatching(message) as unknown,
    });
  });
});
