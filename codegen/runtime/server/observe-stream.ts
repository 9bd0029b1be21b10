type Chunks = ReadableStream<unknown> | AsyncIterable<unknown>;

/** Returns whether a body is a stream of the web or an async iterable, and not in memory. */
export function isStream(body: unknown): body is Chunks {
  return (
    typeof body === "object" &&
    body !== null &&
    ("getReader" in body || Symbol.asyncIterator in body)
  );
}

/**
 * Returns a stream of the same kind that reports its failure, which comes after the head of the
 * response and so cannot be answered by an error.
 */
export function observeStream(body: Chunks, onFailure: (error: unknown) => void): Chunks {
  return "getReader" in body ? observeReadable(body, onFailure) : observeIterable(body, onFailure);
}

function observeReadable(
  body: ReadableStream<unknown>,
  onFailure: (error: unknown) => void,
): ReadableStream<unknown> {
  const reader = body.getReader();
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          const next = await reader.read();
          if (next.done) controller.close();
          else controller.enqueue(next.value);
        } catch (error) {
          onFailure(error);
          controller.error(error);
        }
      },
      cancel: (reason) => reader.cancel(reason),
    },
    // Nothing is read before the peer asks for it.
    { highWaterMark: 0 },
  );
}

async function* observeIterable(
  body: AsyncIterable<unknown>,
  onFailure: (error: unknown) => void,
): AsyncGenerator<unknown, void, undefined> {
  try {
    yield* body;
  } catch (error) {
    onFailure(error);
    throw error;
  }
}
