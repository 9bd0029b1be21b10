import { randomInt } from "node:crypto";
import { Option, type Command } from "commander";
import { escapeControls } from "../../diagnostics/text.js";
import type { ProtocolName } from "../../ir/service.js";
import { readModel, readSources } from "../../run/read-sources.js";
import { readRuntimeSources } from "../../runtime-sources.js";
import type { Call } from "../../serve/interceptors.js";
import type { Listening } from "../../serve/listen.js";
import type { Mock } from "../../serve/mock-functions.js";
import { describeFileError, isFileError } from "../../write/describe-file-error.js";
import { colors } from "../colors.js";
import { exitStatus } from "../exit-status.js";
import { helpText } from "../help.js";
import { checkOptions, collect, parsePort, parseSeed } from "../options.js";
import { plural } from "../plural.js";
import { readPiped } from "../read-piped.js";
import type { Reporter } from "../reporter.js";
import { UsageError, type CommandContext, type CommonOptions } from "../run-action.js";
import { addModelOptions, jsonOption, oneOrMore, protocolOption } from "../shared-options.js";
import { stopSignal } from "../stop-signal.js";
import type { Terminal } from "../terminal.js";

interface ServeOptions extends CommonOptions {
  readonly model: readonly string[];
  readonly overlay: readonly string[];
  readonly service?: string;
  readonly operation: readonly string[];
  readonly protocol: readonly ProtocolName[];
  readonly host: string;
  readonly port: number;
  readonly random?: boolean;
  readonly seed?: number;
  readonly cors?: boolean;
}

/** Adds the command that serves a model without a service. */
export function addServe(program: Command, { terminal, run }: CommandContext): void {
  const command = addModelOptions(
    program
      .command("serve")
      .summary("run a mock server that answers with examples")
      .description(
        "Runs a mock server of a model, for clients whose service does not exist yet. Requests are routed and validated, and answered with the examples of the model (smithy.api#examples), or else with the smallest valid output.",
      ),
  )
    .optionsGroup("Model:")
    .option("--operation <name>", "serve only this operation; can be repeated", collect, [])
    .addOption(protocolOption("can be repeated, to answer all of them"))
    .optionsGroup("Server:")
    .option("--port <n>", "the port; 0 for any free one", parsePort, 8080)
    .option("--host <name>", "the address to listen on", "127.0.0.1")
    .option("--random", "answer with random valid outputs instead of examples")
    .addOption(
      new Option(
        "--seed <n>",
        "a seed for --random: the same calls in the same order get the same answers",
      )
        .argParser(parseSeed)
        .implies({ random: true }),
    )
    .option("--cors", "allow web pages of all origins to call the server")
    .optionsGroup("Options:")
    .addOption(jsonOption())
    .addHelpText("after", help)
    .action(async (options: ServeOptions) =>
      run(options, (reporter) => serve(options, terminal, reporter)),
    );
  checkOptions(command, ["model"]);
}

async function serve(
  options: ServeOptions,
  terminal: Terminal,
  reporter: Reporter,
): Promise<number> {
  // Before the model is read, so that a signal while it is read ends the command in the same way.
  const stop = stopSignal();
  try {
    const server = await start(options, terminal, reporter);
    await stop.promise;
    await server.close();
    return exitStatus.done;
  } finally {
    stop.remove();
  }
}

async function start(
  options: ServeOptions,
  terminal: Terminal,
  reporter: Reporter,
): Promise<Listening> {
  const { random = false, seed = random ? randomInt(1_000_000_000) : 0 } = options;
  const stdin = await readPiped([...options.model, ...options.overlay], terminal);
  // Imported only when needed, because they load the generator.
  const [{ loadServer }, { mockFunctions }, { drawnValue, smallestValue }, interceptors] =
    await Promise.all([
      import("../../serve/load-server.js"),
      import("../../serve/mock-functions.js"),
      import("../../serve/invent-value.js"),
      import("../../serve/interceptors.js"),
    ]);
  const { listen } = await import("../../serve/listen.js");
  const server = await loadServer({
    ...options,
    operations: options.operation,
    protocol: oneOrMore(options.protocol),
    model: await readModel(options.model, stdin),
    overlays: await readSources(options.overlay, stdin),
    runtime: await readRuntimeSources(),
    onProgress: (done, total) => {
      reporter.progress([`Preparing the server: ${done} of ${total} files`]);
    },
  });
  for (const warning of server.warnings) reporter.diagnostic(warning);
  const mock = mockFunctions(server, {
    invent: random ? drawnValue : smallestValue,
    seed,
    useExamples: !random,
  });
  const handler = server.createHandler(mock.functions, {
    use: [
      interceptors.observeCalls((call) => void reportCall(call, reporter)),
      ...(options.cors === true ? [interceptors.allowAllOrigins] : []),
    ],
    onError: (error) => {
      reporter.note(colors.red(escapeControls(String(error))));
    },
  });
  const listening = await listen(server.toNodeListener(handler), options.host, options.port).catch(
    (error: unknown) => refuse(error, options),
  );
  const { name } = server.service;
  const operations = Object.keys(mock.functions).length;
  const { url } = listening;
  await reporter.result(
    { kind: "serving", url, service: name, operations, ...(random ? { seed } : {}) },
    [
      `${colors.bold(name)}: ${plural(operations, "operation")} at ${colors.cyan(url)}`,
      ...describeMock(mock, random ? seed : undefined),
      "Press Ctrl+C to stop.",
    ].join("\n"),
  );
  return listening;
}

/** Says where answers come from. */
function describeMock(
  { withExamples, skipped, invalid }: Mock,
  seed: number | undefined,
): string[] {
  const rest = "the smallest valid output";
  return [
    seed !== undefined
      ? `Answers are drawn at random; --seed ${seed} repeats them.`
      : withExamples.length === 0
        ? `The model has no examples. Answers are ${rest}; --random draws others.`
        : `Answers are the examples of ${plural(withExamples.length, "operation")}, and ${rest} of the others.`,
    ...(invalid.length === 0
      ? []
      : [`Skipped examples that do not conform to the model: ${invalid.join("; ")}`]),
    ...(skipped.length === 0
      ? []
      : [`Operations with event streams are not supported: ${skipped.join(", ")}`]),
  ].map((line) => escapeControls(line));
}

async function reportCall(call: Call, reporter: Reporter): Promise<void> {
  const { method, path, operation, statusCode: status } = call;
  const milliseconds = Math.round(call.milliseconds * 10) / 10;
  const paint = status < 400 ? colors.green : status < 500 ? colors.yellow : colors.red;
  await reporter.result(
    {
      kind: "call",
      method,
      path,
      ...(operation === undefined ? {} : { operation }),
      status,
      milliseconds,
    },
    `${paint(String(status))} ${escapeControls(`${method} ${path}`)} ${colors.dim(`${operation ?? "no operation"}, ${milliseconds} ms`)}`,
  );
}

function refuse(error: unknown, { host, port }: ServeOptions): never {
  if (!isFileError(error)) throw error;
  const reason =
    error.code === "EADDRINUSE" ? "another program listens there" : describeFileError(error);
  throw UsageError.of(`cannot listen on ${host}, port ${port}: ${reason}; choose another --port`);
}

const help: string = helpText({
  examples: [
    ["Serve a model", "smithy-codec serve --model model.json"],
    ["Call it from another terminal", "curl http://127.0.0.1:8080/v2/apis"],
    [
      "Answer with random outputs, the same ones each time, also to web pages",
      "smithy-codec serve --model model.json --random --seed 7 --cors",
    ],
  ],
  status: {
    done: "stopped by Ctrl+C or SIGTERM",
    failed: "an error in the model",
    usage: "wrong usage, or a port that cannot be used",
  },
});
