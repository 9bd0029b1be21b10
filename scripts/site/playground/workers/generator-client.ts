import GeneratorWorker from "./generator.js?worker";
import type {
  Generated,
  GeneratorReply,
  GeneratorRequest,
  ModelProblem,
  ModelSource,
} from "./protocol.js";
import { WorkerClient } from "./worker-client.js";

/** How long a model may take, in seconds. */
const limit = 60;

/** The generator in a worker, which is loaded with the first model. */
export class GeneratorClient {
  readonly #client = new WorkerClient<GeneratorRequest, GeneratorReply>(
    () => new GeneratorWorker({ name: "generator" }),
  );

  /** Whether the generator has been asked for before. */
  get isLoaded(): boolean {
    return this.#client.worker !== undefined;
  }

  /**
   * Returns what is wrong with a model, without the rules of the generator.
   * @throws TimeLimitError or another Error if it cannot be checked
   */
  async check(source: ModelSource): Promise<readonly ModelProblem[]> {
    const reply = await this.#client.ask({ kind: "check", source }, limit);
    if (reply.kind === "failed") throw new Error(reply.message);
    return reply.problems;
  }

  /**
   * Generates the code of a model, or returns its errors.
   * @param onProgress called with the number of files that are done and the total
   * @throws TimeLimitError or another Error if it cannot be generated
   */
  async generate(
    source: ModelSource,
    onProgress: (done: number, total: number) => void,
  ): Promise<Generated | readonly ModelProblem[]> {
    const reply = await this.#client.ask({ kind: "generate", source }, limit, (progress) =>
      onProgress(progress.done, progress.total),
    );
    if (reply.kind === "failed") throw new Error(reply.message);
    return reply.kind === "problems" ? reply.problems : reply;
  }

  end(): void {
    this.#client.end();
  }
}
