import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  EndedError,
  TimeLimitError,
  WorkerClient,
  type WorkerLike,
} from "../../../scripts/site/playground/workers/worker-client.js";

type Listener = (event: { type: string; data: unknown }) => void;

/** A worker that answers "ping" twice, and nothing else. */
class FakeWorker implements WorkerLike {
  static readonly all: FakeWorker[] = [];
  isEnded = false;
  readonly #listeners: Listener[] = [];

  constructor() {
    FakeWorker.all.push(this);
  }

  addEventListener(type: string, listener: Listener): void {
    if (type === "message") this.#listeners.push(listener);
  }

  postMessage({ id, kind }: { id: number; kind: string }): void {
    if (kind !== "ping") return;
    for (const reply of ["progress", "pong"]) {
      queueMicrotask(() => {
        for (const listener of this.#listeners)
          listener({ type: "message", data: { id, kind: reply } });
      });
    }
  }

  terminate(): void {
    this.isEnded = true;
  }
}

interface Message {
  readonly id: number;
  readonly kind: string;
}

const open = (): WorkerClient<Message, Message> =>
  new WorkerClient<Message, Message>(() => new FakeWorker());

beforeEach(() => {
  vi.useFakeTimers();
  FakeWorker.all.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
});

test("starts a worker with the first request, and reports progress", async () => {
  const client = open();
  expect(FakeWorker.all).toHaveLength(0);
  const onProgress = vi.fn();
  const replies = [client.ask({ kind: "ping" }, 1, onProgress), client.ask({ kind: "ping" }, 1)];
  expect((await Promise.all(replies)).map(({ kind }) => kind)).toEqual(["pong", "pong"]);
  expect(onProgress).toHaveBeenCalledOnce();
  expect(FakeWorker.all).toHaveLength(1);
});

test("ends a worker that takes too long; the next request gets another", async () => {
  const client = open();
  const slow = expect(client.ask({ kind: "loop" }, 10)).rejects.toThrow(TimeLimitError);
  const next = client.ask({ kind: "ping" }, 10);
  await vi.advanceTimersByTimeAsync(9_999);
  expect(FakeWorker.all.map(({ isEnded }) => isEnded)).toEqual([false]);
  await vi.advanceTimersByTimeAsync(1);
  await slow;
  expect((await next).kind).toBe("pong");
  expect(FakeWorker.all.map(({ isEnded }) => isEnded)).toEqual([true, false]);
});

test("ends its worker, and refuses requests after that", async () => {
  const client = open();
  const waiting = expect(client.ask({ kind: "loop" }, 10)).rejects.toThrow(EndedError);
  await vi.advanceTimersByTimeAsync(0);
  client.end();
  await waiting;
  await expect(client.ask({ kind: "ping" }, 10)).rejects.toThrow(EndedError);
  expect(FakeWorker.all.map(({ isEnded }) => isEnded)).toEqual([true]);
});
