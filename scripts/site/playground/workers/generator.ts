/** The worker that checks models and generates code. Printing, which needs ts-morph, is loaded when it is needed. */
import "../shims/globals.js";
import { compileSources } from "../../../../codegen/src/compile-sources.js";
import {
  DiagnosticError,
  type Diagnostic,
} from "../../../../codegen/src/diagnostics/diagnostic.js";
import type { SourceFile } from "../../../../codegen/src/diagnostics/diagnostics.js";
import { generate, type GenerateResult } from "../../../../codegen/src/generate.js";
import { loadModel } from "../../../../codegen/src/load/load-model.js";
import { describeService } from "../info/describe-service.js";
import type {
  Generated,
  GeneratorReply,
  GeneratorRequest,
  ModelProblem,
  ModelSource,
} from "./protocol.js";
import { runtimeTexts } from "./runtime-texts.js";

self.addEventListener("message", ({ data }: MessageEvent<GeneratorRequest>) => {
  void answer(data);
});

async function answer(request: GeneratorRequest): Promise<void> {
  const { id, kind, source } = request;
  const reply = (message: GeneratorReply): void => {
    self.postMessage(message);
  };
  try {
    if (kind === "check") reply({ id, kind: "problems", problems: check(source) });
    else {
      const progress = (done: number, total: number): void =>
        reply({ id, kind: "progress", done, total });
      reply({ id, kind: "generated", ...(await run(source, progress)) });
    }
  } catch (error) {
    if (error instanceof DiagnosticError) {
      reply({ id, kind: "problems", problems: error.diagnostics.map(toProblem) });
    } else reply({ id, kind: "failed", message: error instanceof Error ? error.message : "" });
  }
}

/** Finds what is wrong with the model itself. Whether code can be generated is found by generating. */
function check(source: ModelSource): readonly ModelProblem[] {
  const { diagnostics } = loadModel(compileSources([fileOf(source)]), []);
  return diagnostics.warnings.map(toProblem);
}

async function run(
  source: ModelSource,
  onProgress: (done: number, total: number) => void,
): Promise<Generated> {
  const { files, service, warnings } = await generateSides(fileOf(source), onProgress);
  const { bundleModules } = await import("./bundle-modules.js");
  return {
    files: [...files],
    problems: warnings.map(toProblem),
    info: describeService(service),
    script: bundleModules(files),
  };
}

/** Generates a client and a server, or only a client if the protocol has no servers. */
async function generateSides(
  model: SourceFile,
  onProgress: (done: number, total: number) => void,
): Promise<GenerateResult> {
  const input = { model, runtime: runtimeTexts, client: true, onProgress };
  try {
    return await generate({ ...input, server: true });
  } catch (error) {
    const hasNoServers =
      error instanceof DiagnosticError && error.diagnostics.every(({ code }) => code === "SC1307");
    if (!hasNoServers) throw error;
    return generate(input);
  }
}

function fileOf({ language, text }: ModelSource): SourceFile {
  return { name: `model.${language}`, bytes: new TextEncoder().encode(text) };
}

function toProblem(diagnostic: Diagnostic): ModelProblem {
  const { code, severity, message, place, line, column, pointer } = diagnostic;
  return {
    ...{ code, severity, message, place },
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    ...(pointer !== undefined && { pointer }),
  };
}
