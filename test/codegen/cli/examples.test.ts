import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { helpWidth } from "../../../codegen/src/cli/help.js";
import { writeFiles } from "../../package/support/project.js";
import { runCli } from "../../support/run-cli.js";
import { buildGenerator } from "../support/built-generator.js";

/*
 * The help of every command: all have examples, and every example that is shown runs. They are run by a shell in a
 * project with the files that they name, those of one command one after the other.
 */

const commands = [
  ...["init", "generate", "smithy-build", "validate", "serve", "diff", "lint", "format", "ast"],
  ...["to-idl", "openapi", "explain", "completion"],
];

const model = `$version: "2.0"

namespace com.example

/// Creates APIs.
@aws.protocols#restJson1
service Apis {
    version: "2024-01-01"
    operations: [
        CreateApi
        GetApi
        GetApis
    ]
}

/// Creates an API.
@http(method: "POST", uri: "/v2/apis")
operation CreateApi {
    input: CreateApiRequest
    output: CreateApiResponse
}

@input
structure CreateApiRequest {
    @required
    name: String
}

@output
structure CreateApiResponse {
    apiId: String
}

/// Reads an API.
@readonly
@http(method: "GET", uri: "/v2/apis/{apiId}")
operation GetApi {
    input := {
        @required
        @httpLabel
        apiId: String
    }

    output := {
        name: String
    }
}

/// Lists all APIs.
@readonly
@http(method: "GET", uri: "/v2/apis")
operation GetApis {
    output := {
        names: Names
    }
}

list Names {
    member: String
}
`;

const files = {
  "main.smithy": model,
  "model/main.smithy": model,
  "request.json": '{ "name": "a" }\n',
  "events.ndjson": '{ "name": "a" }\n{ "name": "b" }\n',
  "smithy-codec.config.json": JSON.stringify({
    outputs: [{ models: ["model.json"], out: "src/api" }],
  }),
};

let base: string;
beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), "smithy-codec-examples-"));
  const main = join(await buildGenerator(), "cli/main.js");
  writeFiles(base, {
    "bin/smithy-codec": `#!/bin/sh\nexec '${process.execPath}' '${main}' "$@"\n`,
  });
  chmodSync(join(base, "bin/smithy-codec"), 0o755);
  writeFiles(join(base, "first"), files);
  const ast = "smithy-codec ast main.smithy";
  await shell(`${ast} > model.json && cp model.json old.json && cp model.json new.json`, "first");
  await shell(
    "git init -q -b main && git add . && git -c user.name=a -c user.email=a@example.com commit -q -m first",
    "first",
  );
});
afterAll(() => {
  rmSync(base, { recursive: true, force: true });
});

it("is there for every command", async () => {
  const { stdout } = await runCli(["--help"]);
  const listed = [...stdout.matchAll(/^ {2}([a-z-]+)(?: [[<]\S*)* {2,}/gm)].map(
    ([, name = ""]) => name,
  );
  expect(listed.filter((name) => name !== "help").sort()).toEqual(commands.toSorted());
});

describe.each(["", ...commands])("the help of smithy-codec %s", (name) => {
  const help = runCli([...(name === "" ? [] : [name]), "--help"]);

  it(`has no line longer than ${helpWidth}, a purpose, and exit statuses`, async () => {
    const { status, stdout, stderr } = await help;
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout.split("\n").filter((line) => line.length > helpWidth)).toEqual([]);
    expect(stdout).toMatch(/^Usage: smithy-codec.*\n\n[A-Z]/);
    expect(stdout).toMatch(/\nExit status:\n {2}0 {2}\w.*\n(?: {2}1 {2}\w.*\n)? {2}2 {2}\w.*\n$/);
    expect(examplesOf(stdout).length).toBeGreaterThanOrEqual(name === "smithy-build" ? 1 : 2);
  });

  it("has examples that run", async () => {
    const folder = name === "" ? "main" : name;
    await shell(`cp -R first ${folder}`, "");
    let url = "";
    for (const example of examplesOf((await help).stdout)) {
      if (example.startsWith("curl ")) {
        const path = new URL(example.replace("curl ", "")).pathname;
        expect((await fetch(`${url}${path}`)).status).toBe(200);
      } else if (example.startsWith("smithy-codec serve ")) {
        url = await serve(example, folder);
      } else {
        // It asks for names where there is a terminal.
        await shell(example.replace(/^smithy-codec init$/, "$& --yes"), folder);
      }
    }
  });
});

/** The commands that a help text shows, with those of several lines in one. */
function examplesOf(help: string): string[] {
  return [...help.matchAll(/^ {4}\$ ((?:.*\\\n)*.*)$/gm)].map(([, command = ""]) =>
    command.replaceAll(/\\\n\s*/g, ""),
  );
}

const environment = (): NodeJS.ProcessEnv => ({
  PATH: [join(base, "bin"), process.env["PATH"]].join(delimiter),
  HOME: base,
});

/** Runs a command by a shell in a folder of the test. It has to succeed. */
async function shell(command: string, folder: string): Promise<void> {
  const child = spawn("sh", ["-c", command], {
    cwd: join(base, folder),
    env: environment(),
    stdio: ["ignore", "ignore", "pipe"],
    timeout: 60_000,
  });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const status = await new Promise((resolve) => child.on("close", resolve));
  expect({ command, status, stderr: status === 0 ? "" : stderr }).toEqual({
    ...{ command, status: 0, stderr: "" },
  });
}

/** Starts a server on any free port, which ends with the test. @returns its URL */
async function serve(command: string, folder: string): Promise<string> {
  const child = spawn("sh", ["-c", `exec ${command} --port 0`], {
    cwd: join(base, folder),
    env: environment(),
    stdio: ["ignore", "pipe", "inherit"],
    timeout: 30_000,
  });
  onTestFinished(() => void child.kill());
  let printed = "";
  for await (const chunk of child.stdout.setEncoding("utf8")) {
    printed += String(chunk);
    const [url] = /http:\/\/[\d.]+:\d+/.exec(printed) ?? [];
    if (url !== undefined) return url;
  }
  throw new Error(`The server ended: ${printed}`);
}
