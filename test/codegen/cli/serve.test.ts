import { once } from "node:events";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as codec from "apigatewayv2-codec";
import { ApiGatewayV2 } from "apigatewayv2-codec/client";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Listening } from "../../support/listening-process.js";
import { runCli } from "../../support/run-cli.js";
import { repository } from "../support/generated.js";
import { bytesOf, model, operation, structure } from "../support/models.js";
import { startServe } from "../support/serve-process.js";

let base: string;
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), "smithy-codec-"));
});
afterEach(async () => {
  await rm(base, { recursive: true, force: true });
});

async function serve(args: readonly string[]): Promise<Listening> {
  const served = await startServe(args);
  if (!("url" in served)) throw new Error(`The command ended: ${served.stderr}`);
  return served;
}

async function write(json: unknown): Promise<string> {
  const path = join(base, "model.json");
  await writeFile(path, bytesOf(json));
  return path;
}

describe("serve", () => {
  it("answers a client of the model, prints each call, and ends by Ctrl+C", async () => {
    const folders = async (): Promise<readonly string[]> =>
      (await readdir(tmpdir())).filter((name) => name.startsWith("smithy-codec-"));
    const before = await folders();
    const args = ["--model", join(repository, "model/apigatewayv2.json"), "--seed", "7"];
    const served = await serve([...args, "--operation", "GetApi", "--operation", "GetApis"]);
    expect((await folders()).filter((name) => !before.includes(name))).toEqual([]);
    const api = new ApiGatewayV2({
      endpoint: served.url,
      region: "eu-central-1",
      credentials: { accessKeyId: "a", secretAccessKey: "s" },
      validate: true,
      maxAttempts: 1,
    });
    expect(codec.validateGetApiResponse(await api.getApi({ ApiId: "a1" }))).toMatchObject({
      ok: true,
    });
    await expect(api.getStages({ ApiId: "a1" })).rejects.toMatchObject({
      name: "UnknownOperationException",
      $metadata: { httpStatusCode: 404 },
    });
    const { status, stdout, stderr } = await served.stop();
    expect(stderr).toBe("");
    expect(status).toBe(0);
    const lines = stdout.trimEnd().split("\n");
    expect(lines.slice(0, 3)).toEqual([
      `ApiGatewayV2: 2 operations at ${served.url}`,
      "Answers are drawn at random; --seed 7 repeats them.",
      "Press Ctrl+C to stop.",
    ]);
    expect(lines.slice(3)).toEqual([
      expect.stringMatching(/^200 GET \/v2\/apis\/a1 GetApi, [\d.]+ ms$/),
      expect.stringMatching(/^404 GET \/v2\/apis\/a1\/stages no operation, [\d.]+ ms$/),
    ]);
  });

  it("prints the errors of a model, and serves nothing", async () => {
    const path = await write(model({ Do: operation("/{labelWithoutMember}") }));
    const ended = await startServe(["--model", path]);
    expect(ended).toMatchObject({ status: 1, stdout: "" });
    expect((ended as { stderr: string }).stderr).toContain("test#Do");
  });

  it("says which port cannot be used", async () => {
    const path = await write(
      model({ Do: operation("/do", { output: "Out" }), Out: structure({}) }),
    );
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    try {
      const { port } = taken.address() as AddressInfo;
      const result = await runCli(["serve", "--model", path, "--port", String(port)]);
      expect(result).toEqual({
        status: 2,
        stdout: "",
        stderr: `error: cannot listen on 127.0.0.1, port ${port}: another program listens there; choose another --port\n`,
      });
    } finally {
      taken.close();
    }
  });

  it.each([
    [["--port", "65536"], "Expected a port from 0 to 65535"],
    [["--port", "-1"], "Expected a port"],
    [["--seed", "x"], "Expected a whole number"],
  ])("refuses %j", async (args, message) => {
    const path = await write(model({ Do: operation("/do") }));
    const { status, stderr } = await runCli(["serve", "--model", path, ...args]);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });

  it("needs a model", async () => {
    const { status, stderr } = await runCli(["serve"]);
    expect(status).toBe(2);
    expect(stderr).toContain("required option '--model <file>' not specified");
  });
});
