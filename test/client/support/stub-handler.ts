import type { HttpHandlerOptions, HttpRequest, HttpResponse } from "@smithy/types";

/** What a stub answers: JSON, or a failure of the transport. */
export interface Answer {
  readonly statusCode?: number;
  readonly headers?: Record<string, string>;
  readonly json?: unknown;
  readonly body?: unknown;
  readonly failure?: Error;
}

/** A handler of `@smithy/types` without a network: it records requests and gives prepared answers. */
export class StubHandler {
  readonly requests: HttpRequest[] = [];
  readonly options: (HttpHandlerOptions | undefined)[] = [];
  readonly #answers: Answer[];

  /** @param answers the answers in order; the last one is repeated */
  constructor(...answers: Answer[]) {
    this.#answers = answers;
  }

  async handle(
    request: HttpRequest,
    options?: HttpHandlerOptions,
  ): Promise<{ response: HttpResponse }> {
    this.requests.push({ ...request, headers: { ...request.headers } });
    this.options.push(options);
    const answer = this.#answers[this.requests.length - 1] ?? this.#answers.at(-1) ?? {};
    if (answer.failure !== undefined) throw answer.failure;
    const { statusCode = 200, headers = {}, json = {}, body = JSON.stringify(json) } = answer;
    await Promise.resolve();
    return { response: { statusCode, headers, body } };
  }
}
