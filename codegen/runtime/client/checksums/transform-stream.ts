import { builtinModule } from "../builtin-module.js";

/**
 * Returns what takes the place of a chunk of a stream; `undefined` stands for the end.
 * @throws what the stream fails with
 */
export type Step = (chunk: Uint8Array | undefined) => readonly Uint8Array[];

/** The parts of streams that are used. */
interface Stream {
  readonly pipeThrough?: (transform: TransformStream<Uint8Array, Uint8Array>) => unknown;
  readonly pipe?: unknown;
}

/** The part of `node:stream` that is used. */
interface NodeStreams {
  readonly Transform: new (options: {
    transform(this: NodeTransform, chunk: Uint8Array, encoding: string, done: Done): void;
    flush(this: NodeTransform, done: Done): void;
  }) => NodeTransform;
  pipeline(source: unknown, target: NodeTransform, done: () => void): unknown;
}

interface PipedStream {
  pipe(target: PipeTarget, options: unknown): unknown;
  once(event: "error", listener: (error: unknown) => void): void;
}

interface PipeTarget {
  destroy(error: unknown): void;
}

interface NodeTransform {
  push(chunk: Uint8Array): void;
}

type Done = (error?: unknown) => void;

/** Returns whether a body is a stream of Node.js. */
export function isNodeStream(body: unknown): boolean {
  return typeof (body as Stream).pipe === "function";
}

/**
 * Makes a stream of Node.js fail what it is piped to, as transports do with bodies of requests. Otherwise, a
 * request whose body fails would never end.
 *
 * @returns the stream, or another body as it is
 */
export function passErrors(body: unknown): unknown {
  if (!isNodeStream(body)) return body;
  const stream = body as PipedStream;
  const pipe = stream.pipe.bind(stream);
  return Object.assign(stream, {
    pipe(target: PipeTarget, options: unknown): unknown {
      stream.once("error", (error) => {
        target.destroy(error);
      });
      return pipe(target, options);
    },
  });
}

/**
 * Applies a step to all chunks of a stream, at the speed of whoever reads the result. The result is a stream of
 * the same kind, since not every transport accepts every kind: of the web, of Node.js, or any other async
 * iterable.
 */
export function transformStream(source: object, step: Step): unknown {
  const { pipeThrough } = source as Stream;
  if (pipeThrough !== undefined) return pipeThrough.call(source, webTransform(step));
  const node = isNodeStream(source)
    ? (builtinModule("node:stream") as NodeStreams | undefined)
    : undefined;
  // Who reads the result gets its errors, so that nobody else needs them.
  return (
    node?.pipeline(source, nodeTransform(node, step), () => undefined) ??
    iterate(source as AsyncIterable<Uint8Array | string>, step)
  );
}

function webTransform(step: Step): TransformStream<Uint8Array, Uint8Array> {
  return new TransformStream({
    transform(chunk, controller) {
      for (const part of step(chunk)) controller.enqueue(part);
    },
    flush(controller) {
      for (const part of step(undefined)) controller.enqueue(part);
    },
  });
}

function nodeTransform({ Transform }: NodeStreams, step: Step): NodeTransform {
  function run(stream: NodeTransform, chunk: Uint8Array | undefined, done: Done): void {
    try {
      for (const part of step(chunk)) stream.push(part);
      done();
    } catch (error) {
      done(error);
    }
  }
  return new Transform({
    transform(chunk, _encoding, done) {
      run(this, chunk, done);
    },
    flush(done) {
      run(this, undefined, done);
    },
  });
}

async function* iterate(
  source: AsyncIterable<Uint8Array | string>,
  step: Step,
): AsyncIterable<Uint8Array> {
  for await (const chunk of source)
    yield* step(typeof chunk === "string" ? new TextEncoder().encode(chunk) : chunk);
  yield* step(undefined);
}
