import type { IncomingRequest } from "../types.js";
import type { HandleOptions, RequestContext } from "./server-types.js";

/** What functions know of a request, with the members of the user's own context. */
export class Context implements RequestContext {
  readonly operation: string | undefined;
  readonly request: IncomingRequest;
  readonly requestId: string;
  readonly #given: HandleOptions<unknown>;
  #signal: RequestContext["signal"] | undefined;

  constructor(
    given: HandleOptions<unknown>,
    operation: string | undefined,
    request: IncomingRequest,
    requestId: string,
  ) {
    if (given.context !== undefined) Object.assign(this, given.context);
    this.#given = given;
    this.operation = operation;
    this.request = request;
    this.requestId = requestId;
  }

  /** Making a signal takes long, and most functions never look at it. */
  get signal(): RequestContext["signal"] {
    return (this.#signal ??= this.#given.signal ?? new AbortController().signal);
  }

  set signal(_signal: unknown) {
    // A member of the user's own context does not replace it.
  }
}
