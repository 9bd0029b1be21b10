import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { DiagnosticError, generate, readRuntimeSources } from "smithy-codec";
import { compileErrors } from "../../test/codegen/support/compile.js";
import type { Outcome, WorkerData } from "./outcome.js";

/* Generates and compiles one model after the other, as the main thread names them. */

const { compiles } = workerData as WorkerData;
const runtime = await readRuntimeSources();

async function check(file: string): Promise<Outcome> {
  const start = performance.now();
  const seconds = (): number => (performance.now() - start) / 1000;
  const base = { name: basename(file, ".json"), protocol: "none", operations: 0, warnings: 0 };
  try {
    const bytes = readFileSync(file);
    const { service, files, warnings } = await generate({
      model: { name: basename(file), bytes },
      runtime,
      client: true,
      server: true,
    });
    const errors = compiles ? compileErrors(files) : [];
    return {
      ...base,
      protocol: service.protocol,
      operations: service.operations.length,
      warnings: warnings.length,
      isGenerated: true,
      errors,
      seconds: seconds(),
    };
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    const errors = error.diagnostics.map(({ place, message }) => `${place}: ${message}`);
    return { ...base, isGenerated: false, errors, seconds: seconds() };
  }
}

parentPort?.on("message", (file: string) => {
  void check(file).then((outcome) => parentPort?.postMessage(outcome));
});
