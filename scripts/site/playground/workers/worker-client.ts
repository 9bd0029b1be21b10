import type { Numbered } from "./protocol.js";

/** Thrown if a worker takes too long. It was ended then; the next request starts another. */
export class TimeLimitError extends Error {
  override readonly name = "TimeLimitError";
}

/** Thrown for requests that are no longer wanted, since the playground was removed. */
export class EndedError extends Error {
  override readonly name = "EndedError";
}

/** A message from a worker that is followed by others. */
interface Progress extends Numbered {
  readonly kind: "progress";
}

/** The part of a worker that is used. */
export interface WorkerLike {
  postMessage(message: unknown): void;
  addEventListener(type: "message" | "error", listener: (event: WorkerEvent) => void): void;
  terminate(): void;
}

interface WorkerEvent {
  readonly type: string;
  readonly data?: unknown;
  /** That of an error. */
  readonly message?: unknown;
}

interface Waiting<Reply> {
  readonly id: number;
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: ((reply: Reply & Progress) => void) | undefined;
}

type WithoutId<Message> = Message extends unknown ? Omit<Message, "id"> : never;

/** Sends requests to a worker, one after the other, and ends it if one takes too long. */
export class WorkerClient<Request extends Numbered, Reply extends Numbered & { kind: string }> {
  readonly #start: () => WorkerLike;
  #worker: WorkerLike | undefined;
  #waiting: Waiting<Reply> | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #count = 0;
  #isEnded = false;

  /** @param start starts a worker; called with the first request, and with the first after one was ended */
  constructor(start: () => WorkerLike) {
    this.#start = start;
  }

  /** The worker, to see whether it is still the same; `undefined` before the first request. */
  get worker(): WorkerLike | undefined {
    return this.#worker;
  }

  /**
   * Sends a request and returns its last reply.
   * @param seconds how long the worker may take, without the requests before
   * @throws TimeLimitError, EndedError, or an Error if the worker cannot be loaded
   */
  ask(
    request: WithoutId<Request>,
    seconds: number,
    onProgress?: (reply: Reply & Progress) => void,
  ): Promise<Exclude<Reply, { kind: "progress" }>> {
    const reply = this.#last.then(() => this.#send(request, seconds, onProgress));
    this.#last = reply.catch(() => undefined);
    return reply as Promise<Exclude<Reply, { kind: "progress" }>>;
  }

  /** Ends the worker and rejects what is waiting. */
  end(): void {
    this.#isEnded = true;
    this.#stop(new EndedError("The playground was removed."));
  }

  #send(
    request: WithoutId<Request>,
    seconds: number,
    onProgress: ((reply: Reply & Progress) => void) | undefined,
  ): Promise<Reply> {
    if (this.#isEnded) return Promise.reject(new EndedError("The playground was removed."));
    const id = ++this.#count;
    const worker = (this.#worker ??= this.#open());
    return new Promise<Reply>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#stop(new TimeLimitError(`This took more than ${seconds} seconds and was ended.`));
      }, seconds * 1000);
      this.#waiting = {
        id,
        onProgress,
        resolve: (reply) => {
          clearTimeout(timer);
          resolve(reply);
        },
        reject: (error) => {
          clearTimeout(timer);
          reject(error);
        },
      };
      worker.postMessage({ ...request, id });
    });
  }

  #open(): WorkerLike {
    const worker = this.#start();
    worker.addEventListener("message", ({ data }) => {
      const reply = data as Reply;
      if (reply.id !== this.#waiting?.id) return;
      if (reply.kind === "progress") this.#waiting.onProgress?.(reply as Reply & Progress);
      else this.#waiting.resolve(reply);
    });
    worker.addEventListener("error", ({ message }) => {
      const reason = typeof message === "string" ? message : "";
      this.#stop(new Error(`The code could not be loaded. Reload the page. ${reason}`.trim()));
    });
    return worker;
  }

  #stop(error: Error): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#waiting?.reject(error);
    this.#waiting = undefined;
  }
}
