import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runCli, type CliResult } from "../../support/run-cli.js";
import { createFolder, removeFolder, writeFiles } from "../config/support.js";
import { member, model, operation, structure, type Json } from "../support/models.js";
import { startServe } from "../support/serve-process.js";

/** A member whose name in JSON differs, which only matters where the protocol has such names. */
function given(jsonName: string): Json {
  return model(
    {
      Do: operation("/do", { input: "Thing", output: "Thing" }),
      Thing: structure({ text: member("String", { jsonName, "own#trait": {} }) }),
    },
    {
      traits: {
        "aws.protocols#restJson1": {},
        "aws.protocols#awsJson1_0": {},
        "smithy.protocols#rpcv2Cbor": {},
        "aws.protocols#awsQuery": {},
      },
    },
  );
}

let folder: string;
beforeEach(async () => {
  folder = await createFolder();
  await writeFiles(folder, { "model.json": given("a"), "later.json": given("b") });
});
afterEach(async () => {
  await removeFolder(folder);
});

const protocols = (...names: string[]): string[] => names.flatMap((name) => ["--protocol", name]);

function generate(...options: readonly string[]): Promise<CliResult> {
  const paths = ["--model", join(folder, "model.json"), "--out", join(folder, "out")];
  return runCli(["generate", ...paths, ...options]);
}

async function filesIn(path: string): Promise<Map<string, string>> {
  const names = await readdir(path, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile());
  const texts = await Promise.all(
    files.map(async ({ parentPath, name }) => {
      const file = join(parentPath, name);
      return [file.slice(path.length + 1), await readFile(file, "utf8")] as const;
    }),
  );
  return new Map(texts);
}

describe("several protocols", () => {
  it("are added to the output of the first, whose files stay as they are without them", async () => {
    const out = join(folder, "out");
    expect((await generate("--server", ...protocols("restJson1"))).status).toBe(0);
    const one = await filesIn(out);
    const done = await generate("--server", ...protocols("restJson1", "awsJson1_0", "rpcv2Cbor"));
    expect(done.status).toBe(0);
    // Each warning of the model is printed once.
    expect(done.stderr.match(/own#trait/g)).toHaveLength(1);
    const several = await filesIn(out);
    const changed = [...one].filter(([path, text]) => several.get(path) !== text);
    expect(changed.map(([path]) => path).sort()).toEqual([
      "manifest.json",
      "runtime/index.ts",
      "server.ts",
    ]);
    const added = [...several.keys()].filter((path) => !one.has(path));
    const folders = added.filter((path) => !path.startsWith("runtime/"));
    expect(new Set(folders.map((path) => path.split("/").slice(0, 2).join("/")))).toEqual(
      new Set(["protocols/aws-json-1-0", "protocols/rpc-v2-cbor"]),
    );
    expect(several.get("manifest.json")).toContain('"protocols/rpc-v2-cbor/shapes/Thing.ts"');
    // They are gone when they are not wanted any more.
    expect((await generate("--server", ...protocols("restJson1"))).status).toBe(0);
    expect(await filesIn(out)).toEqual(one);
  });

  it("that are the same are one", async () => {
    expect(await generate(...protocols("restJson1", "restJson1"))).toMatchObject({ status: 0 });
  });

  it("need a server, in options and in a configuration", async () => {
    expect(await generate(...protocols("restJson1", "rpcv2Cbor"))).toEqual({
      status: 2,
      stdout: "",
      stderr:
        "error: only servers support several protocols; add --server for out, or select a single --protocol\n",
    });
    const output = { models: "model.json", out: "out", protocol: ["restJson1", "rpcv2Cbor"] };
    await writeFiles(folder, { "smithy-codec.config.json": { outputs: [output] } });
    const config = ["generate", "--config", join(folder, "smithy-codec.config.json")];
    expect((await runCli(config)).status).toBe(2);
    expect((await runCli([...config, ...protocols("rpcv2Cbor")])).status).toBe(0);
    await rm(join(folder, "out"), { recursive: true });
    await mkdir(join(folder, "out"));
    expect((await runCli([...config, "--server"])).status).toBe(0);
    expect(await readdir(join(folder, "out/protocols"))).toEqual(["rpc-v2-cbor"]);
  });

  it.each([
    ["awsQuery", "test#Weather: has the protocol awsQuery, which has no servers"],
    ["restXml", "the protocol to use is aws.protocols#restXml"],
  ])("do not include %s", async (name, message) => {
    const done = await generate("--server", ...protocols("restJson1", name));
    expect(done).toMatchObject({ status: 1, stdout: "" });
    expect(done.stderr).toContain(message);
  });

  it("are part of what build tools are told", async () => {
    const options = ["--server", ...protocols("restJson1", "rpcv2Cbor"), "--print-inputs"];
    const { stdout } = await generate(...options);
    expect(JSON.parse(stdout)).toMatchObject({
      outputs: [{ options: { protocol: ["restJson1", "rpcv2Cbor"] } }],
    });
  });

  it("are all served by serve", async () => {
    const path = join(folder, "model.json");
    const served = await startServe(["--model", path, ...protocols("restJson1", "awsJson1_0")]);
    if (!("url" in served)) throw new Error(`The command ended: ${served.stderr}`);
    const call = async (at: string, headers: Record<string, string>): Promise<string> => {
      const response = await fetch(`${served.url}${at}`, { method: "POST", headers, body: "{}" });
      return `${response.status} ${response.headers.get("content-type") ?? ""}`;
    };
    const json = { "content-type": "application/x-amz-json-1.0", "x-amz-target": "Weather.Do" };
    expect(await call("/do", { "content-type": "application/json" })).toBe("200 application/json");
    expect(await call("/", json)).toBe("200 application/x-amz-json-1.0");
    await served.stop();
  });

  it("are all compared by diff", async () => {
    const paths = [join(folder, "model.json"), join(folder, "later.json")];
    const changes = async (...names: string[]): Promise<string[]> => {
      const { stdout } = await runCli(["diff", ...paths, ...protocols(...names), "--json"]);
      const lines = stdout.trim().split("\n");
      return lines.filter((line) => (JSON.parse(line) as Json)["kind"] === "change");
    };
    const inRest = await changes("restJson1");
    const inRpc = await changes("awsJson1_0");
    expect(inRest).not.toEqual(inRpc);
    const inBoth = await changes("awsJson1_0", "restJson1");
    expect(new Set(inBoth)).toEqual(new Set([...inRpc, ...inRest]));
    expect(inBoth).toHaveLength(new Set(inBoth).size);
  });
});
