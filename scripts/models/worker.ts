import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import {
  DiagnosticError,
  formatDiagnostic,
  generate,
  readRuntimeSources,
  type GenerateResult,
} from "smithy-codec";
import { protocolRules } from "../../codegen/src/ir/protocol.js";
import type { ProtocolName } from "../../codegen/src/ir/service.js";
import { compileErrors } from "../../test/codegen/support/compile.js";
import { protocolsOf } from "../../test/support/protocols-of.js";
import type { Outcome, WorkerData } from "./outcome.js";

/* Generates and compiles one model after the other, as the main thread names them. */

const { folder, compiles } = workerData as WorkerData;
const runtime = await readRuntimeSources();

parentPort?.on("message", (model: string) => {
  void checkAll(model).then((outcomes) => parentPort?.postMessage(outcomes));
});

/** Checks a model in every protocol of its service; in none if it has none that is supported. */
async function checkAll(model: string): Promise<Outcome[]> {
  const bytes = readFileSync(join(folder, model));
  const outcomes: Outcome[] = [];
  const protocols = protocolsOf(bytes);
  for (const protocol of protocols.length === 0 ? [undefined] : protocols)
    outcomes.push(await check(model, bytes, protocol));
  return outcomes;
}

async function check(
  model: string,
  bytes: Uint8Array,
  protocol: ProtocolName | undefined,
): Promise<Outcome> {
  const start = performance.now();
  const seconds = (): number => (performance.now() - start) / 1000;
  const base = { model, protocol: protocol ?? "none", operations: 0, warnings: 0 };
  let result: GenerateResult;
  try {
    result = await generate({
      model: { name: basename(model), bytes },
      runtime,
      protocol,
      client: true,
      server: protocol === undefined || protocolRules[protocol].servers,
    });
  } catch (error) {
    const errors =
      error instanceof DiagnosticError
        ? error.diagnostics.map((diagnostic) => formatDiagnostic(diagnostic))
        : [String(error instanceof Error ? error.stack : error)];
    return { ...base, isGenerated: false, errors, seconds: seconds() };
  }
  const errors = compiles ? compileErrors(result.files) : [];
  return {
    ...base,
    operations: result.service.operations.length,
    warnings: result.warnings.length,
    isGenerated: true,
    ...(compiles ? { isCompiled: errors.length === 0 } : {}),
    errors,
    seconds: seconds(),
  };
}
