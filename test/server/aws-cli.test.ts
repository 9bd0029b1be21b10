import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectSame } from "../properties/same.js";
import { answerCalls, drawCalls, expectReceived } from "./support/peer-calls.js";
import { startRecordingServer, type RecordingServer } from "./support/recording-server.js";
import { canImport, runPython } from "./support/run-python.js";

/*
 * The AWS CLI calls a server on loopback: the server sees exactly the input, the CLI prints exactly the
 * output, and each modelled error ends it with its name and the status of errors.
 */

interface Known {
  readonly version: number;
  readonly operations: readonly string[];
}

interface Result {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  /** The file that a streaming output is written to. */
  readonly bytes?: readonly number[];
}

const noResult: Result = { status: -1, stdout: "", stderr: "" };

let server: RecordingServer;
beforeAll(async () => {
  server = await startRecordingServer();
});
afterAll(() => server.close());

describe.skipIf(!canImport("awscli"))("the AWS CLI", () => {
  it(
    "has inputs, outputs and errors of every operation that it knows",
    { timeout: 120_000 },
    async () => {
      const seed = Date.now() % 1_000_000;
      console.log(`The seed of the calls by the AWS CLI is ${seed}.`);
      const { version, operations } = (await runCli("operations")) as Known;
      const sent = drawCalls(new Set(operations), seed);
      expect(sent.length).toBeGreaterThan(0);
      answerCalls(server, sent);
      const calls = sent.map(({ name, input }) => ({ name, input }));
      const results = (await runCli(calls)) as readonly Result[];
      // Calls that the CLI refuses would leave their answers to others.
      expect(results.filter(isRefusal)).toEqual([]);
      expect(server.failures).toEqual([]);
      expectReceived(server, sent);
      for (const [at, { name, output = {}, error }] of sent.entries()) {
        const { status, stdout, stderr, bytes } = results[at] ?? noResult;
        if (error === undefined) {
          expect({ status, stderr }, name).toEqual({ status: 0, stderr: "" });
          const body = bytes === undefined ? {} : { body: bytes };
          expectSame({ ...readOutput(stdout), ...body }, printed(output));
        } else {
          // Version 1 has one status for all that fails.
          expect({ status, stdout }, name).toEqual({
            status: version === 1 ? 255 : 254,
            stdout: "",
          });
          const start = `An error occurred (${error.name}) when calling the ${name} operation`;
          expect(stderr).toContain(start);
          expect(stderr).toContain(`: ${error.message}`);
        }
      }
    },
  );
});

/** Whether a command ended without an answer of the server. */
function isRefusal({ status, stderr }: Result): boolean {
  return status !== 0 && !stderr.includes("An error occurred (");
}

function runCli(input: unknown): Promise<unknown> {
  return runPython("call-by-aws-cli.py", [server.endpoint], input);
}

/** The CLI prints nothing if an output has no members. */
function readOutput(text: string): object {
  return text === "" ? {} : (JSON.parse(text) as object);
}

/** An output as the CLI prints it: dates in Python's form of ISO 8601, with microseconds if there are any. */
function printed(value: unknown): unknown {
  if (value instanceof Date) {
    const [seconds = "", fraction = ""] = value.toISOString().split(/[.Z]/);
    return `${seconds}${fraction === "000" ? "" : `.${fraction}000`}+00:00`;
  }
  if (value instanceof Uint8Array) return [...value];
  if (Array.isArray(value)) return value.map(printed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, printed(item)]));
}
