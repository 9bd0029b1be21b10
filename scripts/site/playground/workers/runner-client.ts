import type { Call, RunnerReply, RunnerRequest } from "./protocol.js";
import RunnerWorker from "./runner.js?worker";
import { WorkerClient, type WorkerLike } from "./worker-client.js";

/** How long a function may take, in seconds. */
const limit = 10;

/** How long code may take to load, in seconds: a slow connection is no error of the code. */
const loadLimit = 60;

export type RunResult = Extract<RunnerReply, { kind: "value" | "error" }>;

/**
 * Runs the generated code of one model, or of API Gateway V2, in a worker. Another model needs another client, since a
 * worker that has run code is not used for other code.
 */
export class RunnerClient {
  readonly #script: string | undefined;
  readonly #client = new WorkerClient<RunnerRequest, RunnerReply>(
    () => new RunnerWorker({ name: "runner" }),
  );
  #loadedWorker: WorkerLike | undefined;

  /** @param script the script of the generator; without one, the code is that of API Gateway V2 */
  constructor(script?: string) {
    this.#script = script;
  }

  /**
   * Calls a function.
   * @throws TimeLimitError or another Error if the code cannot be loaded or run
   */
  async run(call: Call): Promise<RunResult> {
    await this.#load();
    const reply = await this.#client.ask({ kind: "run", ...call }, limit);
    if (reply.kind === "value" || reply.kind === "error") return reply;
    throw new Error(reply.kind === "failed" ? reply.message : "The runner gave no answer.");
  }

  end(): void {
    this.#client.end();
  }

  async #load(): Promise<void> {
    const { worker } = this.#client;
    if (worker !== undefined && worker === this.#loadedWorker) return;
    const reply = await this.#client.ask({ kind: "load", script: this.#script }, loadLimit);
    if (reply.kind === "failed") throw new Error(reply.message);
    this.#loadedWorker = this.#client.worker;
  }
}
