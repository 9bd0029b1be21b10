import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runCli } from "../../support/run-cli.js";

/* The command `openapi`: where the document goes, and when it fails. */

const model = `$version: "2.0"

namespace test

use aws.protocols#restJson1

@restJson1
service Weather {
    version: "1"
    operations: [GetCity, GetTime]
}

@readonly
@http(method: "GET", uri: "/city")
operation GetCity {}

@readonly
@http(method: "GET", uri: "/time")
operation GetTime {
    output := {
        time: Timestamp
    }
}
`;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "smithy-codec-"));
  await writeFile(join(folder, "main.smithy"), model);
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

interface Document {
  readonly openapi: string;
  readonly info: { readonly title: string };
  readonly paths: object;
}

const pathsOf = (text: string): string[] => Object.keys((JSON.parse(text) as Document).paths);

describe("openapi", () => {
  it("prints the document of a file, a folder, or standard input", async () => {
    const given = [[join(folder, "main.smithy")], [folder], ["--model", folder]];
    for (const paths of given) {
      const { status, stdout, stderr } = await runCli(["openapi", ...paths]);
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
      expect((JSON.parse(stdout) as Document).openapi).toBe("3.1.0");
      expect(pathsOf(stdout)).toEqual(["/city", "/time"]);
    }
    const { status, stdout } = await runCli(["openapi", "-"], [model]);
    expect({ status, paths: pathsOf(stdout) }).toEqual({ status: 0, paths: ["/city", "/time"] });
  });

  it("converts the wanted operations to the wanted version, with overlays, into a file", async () => {
    const overlay = join(folder, "title.json");
    const traits = { "smithy.api#title": "The Weather" };
    await writeFile(
      overlay,
      JSON.stringify({ smithy: "2.0", shapes: { "test#Weather": { type: "apply", traits } } }),
    );
    const out = join(folder, "out.json");
    const options = ["--operation", "GetTime", "--version", "3.0", "--overlay", overlay];
    const model = join(folder, "main.smithy");
    const result = await runCli(["openapi", model, ...options, "--out", out]);
    expect(result).toEqual({ status: 0, stdout: "", stderr: "" });
    const text = await readFile(out, "utf8");
    const { openapi, info } = JSON.parse(text) as Document;
    expect([openapi, info.title]).toEqual(["3.0.3", "The Weather"]);
    expect(pathsOf(text)).toEqual(["/time"]);
    expect(text.endsWith("}\n")).toBe(true);
  });

  it("fails with what can be done about it", async () => {
    const wrong = join(folder, "wrong.smithy");
    await writeFile(wrong, model.replaceAll("restJson1", "awsJson1_1"));
    const refused = await runCli(["openapi", wrong]);
    expect({ status: refused.status, stdout: refused.stdout }).toEqual({ status: 1, stdout: "" });
    expect(refused.stderr).toContain(
      "test#Weather: uses aws.protocols#awsJson1_1; an OpenAPI document can be made for aws.protocols#restJson1 and aws.protocols#restXml",
    );
    for (const [args, message] of [
      [[], "error: there is no model; give its files and folders, or - for standard input"],
      [["--version", "2.0", wrong], "Allowed choices are 3.1, 3.0."],
      [[join(folder, "none.json")], "none.json"],
    ] as const) {
      const { status, stderr } = await runCli(["openapi", ...args]);
      expect(status).toBe(2);
      expect(stderr).toContain(message);
    }
  });
});
