import type { PatternEngine } from "./validation.js";

/** The body of a message that is collected: no body, text, or bytes. */
export type CollectedBody = string | Uint8Array | undefined;

/** The parts of a request that the model decides; see `HttpRequest` of `@smithy/types`. */
export interface HttpRequest<Body = CollectedBody> {
  method: string;
  /** Percent-encoded, without the query. */
  path: string;
  /** Not encoded. */
  query: Record<string, string | string[] | null>;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: Body;
  /** What stands before the endpoint's host, its dot included. */
  hostPrefix?: string;
}

/** The parts of a response that the model decides; see `HttpResponse` of `@smithy/types`. */
export interface HttpResponse<Body = CollectedBody> {
  statusCode: number;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: Body;
}

/** A request as it is read: header names in any case, repeated ones as a list or joined by commas. */
export interface IncomingRequest {
  readonly method?: string;
  readonly path: string;
  readonly query?:
    Readonly<Record<string, string | readonly string[] | null | undefined>> | undefined;
  readonly headers?: IncomingHeaders | undefined;
  readonly body?: unknown;
}

/** A response as it is read. */
export interface IncomingResponse {
  readonly statusCode: number;
  readonly headers?: IncomingHeaders | undefined;
  readonly body?: unknown;
}

export type IncomingHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A body that is not collected: whatever the caller's HTTP handler takes or gives. */
export type StreamingBody = Uint8Array | string | Blob | ReadableStream | AsyncIterable<Uint8Array>;

/** How a client writes a request. */
export interface SerializeRequestOptions {
  /** Makes idempotency tokens; random UUIDs unless told. */
  readonly idempotencyToken?: (() => string) | undefined;
  /** Compresses bodies with gzip, where the model allows it; bodies are sent as they are without it. */
  readonly gzip?: ((body: Uint8Array) => Uint8Array) | undefined;
  /** The size in bytes, 0 to 10485760, from which bodies are compressed; 10240 unless told. */
  readonly minCompressionSize?: number | undefined;
}

/** How a server reads a request. */
export interface DeserializeRequestOptions {
  /** Whether constraints are enforced; they are unless this is `false`. */
  readonly validate?: boolean | undefined;
  /** Tests text against patterns, in place of JavaScript's own engine. */
  readonly patternEngine?: PatternEngine | undefined;
}
