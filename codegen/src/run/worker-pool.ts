import { Worker } from "node:worker_threads";
import type { Task, TaskEvents, TaskReport } from "./task.js";
import { errorFrom, type ErrorData } from "./worker-error.js";

/** What a worker sends. */
export type WorkerMessage =
  | { readonly kind: "progress"; readonly text: string }
  | { readonly kind: "wait"; readonly text: string }
  | { readonly kind: "report"; readonly report: TaskReport }
  | { readonly kind: "error"; readonly error: ErrorData };

interface Job {
  readonly task: Task;
  readonly events: TaskEvents;
  readonly resolve: (report: TaskReport) => void;
  readonly reject: (error: Error) => void;
}

/** Worker threads that run tasks, each one task at a time. */
export class WorkerPool {
  readonly #waiting: Job[] = [];
  readonly #idle: Worker[] = [];
  readonly #jobs = new Map<Worker, Job>();
  #free: number;

  /** @param size the number of threads, which are started when they are needed */
  constructor(size: number) {
    this.#free = size;
  }

  /** Runs a task as soon as a thread is free. */
  async run(task: Task, events: TaskEvents): Promise<TaskReport> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ task, events, resolve, reject });
      this.#next();
    });
  }

  /** Stops all threads. */
  async close(): Promise<void> {
    await Promise.all([...this.#idle, ...this.#jobs.keys()].map((worker) => worker.terminate()));
  }

  #next(): void {
    const worker = this.#waiting.length === 0 ? undefined : (this.#idle.pop() ?? this.#start());
    const job = worker && this.#waiting.shift();
    if (worker === undefined || job === undefined) return;
    this.#jobs.set(worker, job);
    worker.postMessage(job.task);
  }

  #start(): Worker | undefined {
    if (this.#free === 0) return undefined;
    this.#free--;
    const worker = new Worker(new URL("./worker.js", import.meta.url));
    worker.on("message", (message: WorkerMessage) => {
      this.#receive(worker, message);
    });
    worker.on("error", (error) => {
      this.#jobs.get(worker)?.reject(error instanceof Error ? error : new Error(String(error)));
    });
    return worker;
  }

  #receive(worker: Worker, message: WorkerMessage): void {
    const job = this.#jobs.get(worker);
    if (job === undefined) return;
    if (message.kind === "progress") return job.events.onProgress?.(message.text);
    if (message.kind === "wait") return job.events.onWait?.(message.text);
    this.#jobs.delete(worker);
    this.#idle.push(worker);
    if (message.kind === "report") job.resolve(message.report);
    else job.reject(errorFrom(message.error));
    this.#next();
  }
}
