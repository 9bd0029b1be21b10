import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Outcome, WorkerData } from "./outcome.js";

/** How to check models. */
export interface CheckOptions extends WorkerData {
  /** How many models are checked at a time, each in a thread. */
  readonly workers: number;
  /** The most memory of a thread, in MB. A model that needs more is reported as an error. */
  readonly memory: number;
  /** Called with what became of a model in each of its protocols, as soon as it is known. */
  readonly onOutcomes: (outcomes: readonly Outcome[]) => void;
}

/** Checks models in threads. A thread that fails is replaced, and its model has the error. */
export async function checkModels(
  models: readonly string[],
  { workers, memory, onOutcomes, ...workerData }: CheckOptions,
): Promise<void> {
  const pending = [...models];
  const start = (): Worker =>
    new Worker(new URL("worker.ts", import.meta.url), {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: memory },
    });
  const work = async (): Promise<void> => {
    let worker = start();
    for (let model = pending.shift(); model !== undefined; model = pending.shift()) {
      const begin = performance.now();
      try {
        worker.postMessage(model);
        const [outcomes] = (await once(worker, "message")) as [Outcome[]];
        onOutcomes(outcomes);
      } catch (error) {
        const seconds = (performance.now() - begin) / 1000;
        onOutcomes([failed(model, String(error), seconds)]);
        await worker.terminate();
        worker = start();
      }
    }
    await worker.terminate();
  };
  await Promise.all(Array.from({ length: Math.min(workers, models.length) }, work));
}

function failed(model: string, error: string, seconds: number): Outcome {
  return {
    ...{ model, protocol: "none", operations: 0, warnings: 0 },
    ...{ isGenerated: false, errors: [error], seconds },
  };
}
