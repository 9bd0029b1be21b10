import type { EventStreamMarshaller } from "@smithy/types";
import type { CheckPlace } from "../check/validation.js";
import type { FetchRequest, FetchResponse } from "../http/fetch.js";
import type { DeserializeRequestOptions, HttpResponse, IncomingRequest } from "../types.js";

/** An `AbortSignal`, or the part of it that is used if the platform's types have none. */
export type PeerSignal = typeof globalThis extends { AbortSignal: { prototype: infer Type } }
  ? Type
  : { readonly aborted: boolean; readonly reason: unknown };

/**
 * A request to the handler. Its query can be text without the question mark, which the handler
 * decodes.
 */
export interface ServerRequest extends Omit<IncomingRequest, "query"> {
  readonly query?: IncomingRequest["query"] | string;
}

/** What interceptors get for a request, in addition to your own context. */
export interface RequestContext {
  /** The name of the operation; `undefined` if no operation has the path and method. */
  readonly operation: string | undefined;
  /**
   * The request as it was received, with its body in memory unless the operation has a streaming
   * input.
   */
  readonly request: IncomingRequest;
  /** Aborted when the client disconnects before it has received the whole response. */
  readonly signal: PeerSignal;
  /** The id in the header `x-amzn-requestid` of the response. */
  readonly requestId: string;
}

/** What the function of an operation gets, in addition to your own context. */
export interface OperationContext extends RequestContext {
  readonly operation: string;
}

/** The function of an operation. It can return nothing if its output has no required members. */
export type OperationFunction<Input, Output, User> = (
  input: Input,
  context: User & OperationContext,
) => Result<Output> | Promise<Result<Output>>;

/** Functions of some operations. */
export type SomeFunctions<Functions> = {
  readonly [Name in keyof Functions]?: Functions[Name] | undefined;
};

// eslint-disable-next-line @typescript-eslint/no-invalid-void-type, @typescript-eslint/no-empty-object-type -- A function without a return statement returns void.
type Result<Output> = {} extends Output ? Output | undefined | void : Output;

/**
 * A function that runs around every operation (middleware), for authentication, logging, metrics
 * and the like. It returns the response of `next`, a changed copy of it, or a different response.
 * An error that it throws is handled like an error that the function of an operation throws.
 */
export type Interceptor<User> = (
  context: User & RequestContext,
  next: () => Promise<HttpResponse<unknown>>,
) => HttpResponse<unknown> | Promise<HttpResponse<unknown>>;

/** Options of a handler. */
export interface HandlerOptions<User> {
  /**
   * Called with errors that are answered with an opaque 500. It is not awaited, and errors that it
   * throws are ignored.
   */
  readonly onError?:
    | ((
        error: unknown,
        failed: {
          readonly operation: string | undefined;
          readonly request: IncomingRequest;
          readonly requestId: string;
        },
      ) => unknown)
    | undefined;
  /**
   * The maximum size of a body in bytes, before and after decompression; a larger one is answered
   * with 413. Default: 10000000.
   */
  readonly maxBodyBytes?: number | undefined;
  /** Whether to enforce the constraints of inputs. Default: true. */
  readonly validate?: boolean | undefined;
  /**
   * Whether to refuse outputs that do not conform to the model: such a request is answered with an
   * opaque 500, and `onError` gets an `InvalidOutputError`. Default: true. Set it to false in a
   * proxy that passes on the responses of a newer service.
   */
  readonly validateOutput?: boolean | undefined;
  /** The regular expression engine for patterns. Default: `RegExp` of JavaScript. */
  readonly patternEngine?: DeserializeRequestOptions["patternEngine"];
  /** Functions that run around every operation (middleware); the first is the outermost. */
  readonly use?: readonly Interceptor<User>[] | undefined;
  /**
   * For services with the API of Amazon S3: the hosts whose subdomains are buckets, in lower case and
   * without ports. With `["s3.localhost"]`, `/key` of `bucket.s3.localhost` is `/bucket/key`. Default:
   * none, so that buckets are in paths only.
   */
  readonly bucketDomains?: readonly string[] | undefined;
  /** Returns the id of a request. Default: a random UUID. */
  readonly requestId?: ((request: IncomingRequest) => string) | undefined;
  /** Encodes and decodes the frames of event streams; required for operations that have them. */
  readonly eventStreamMarshaller?: EventStreamMarshaller | undefined;
}

/** Options of `handle`. */
export interface HandleOptions<User> {
  /** Aborts when the client disconnects. */
  readonly signal?: PeerSignal | undefined;
  /** Your own context, which the functions of operations get. */
  readonly context?: User | undefined;
}

/** Answers requests with the functions of operations. It does not throw. */
export interface Handler<User> {
  /**
   * Answers a `Request`, for servers that use the Fetch API.
   *
   * @param context your own context
   */
  readonly fetch: (request: FetchRequest, context?: User) => Promise<FetchResponse>;
  /** Answers a plain message. */
  readonly handle: (
    request: ServerRequest,
    options?: HandleOptions<User>,
  ) => Promise<HttpResponse<unknown>>;
}

/* What generated servers consist of. */

/** The functions of an operation that servers call: its namespace. */
export interface ServerOperation {
  readonly deserializeRequest: (request: IncomingRequest, options?: never) => unknown;
  readonly serializeResponse: (output: never, options?: never) => HttpResponse<unknown>;
}

/** The function that finds what is wrong in an output. */
export type OutputCheck = (value: unknown, here: CheckPlace) => void;

/** What a server knows of a service. */
export interface ServerService {
  /** The operations by their names. */
  readonly operations: Readonly<Record<string, ServerOperation>>;
  readonly matchOperation: (request: IncomingRequest) => string | undefined;
  readonly serializeError: (error: unknown) => HttpResponse;
  /** Writes an error of the protocol that is not in the model. */
  readonly writeError: (statusCode: number, code: string, message?: string) => HttpResponse;
  /** The classes of errors that functions of operations throw on purpose. */
  readonly errors: readonly (new (...parameters: never) => Error)[];
  /** The operations with a streaming input, whose bodies are not read. */
  readonly streaming: readonly string[];
  /** The checks of the outputs of operations that have one. */
  readonly outputs: Readonly<Record<string, OutputCheck>>;
  /** Puts the bucket of a host at the beginning of the path; absent if the service has no buckets. */
  readonly bucketToPath?:
    ((request: IncomingRequest, domains: readonly string[]) => IncomingRequest) | undefined;
  /** The operations whose requests may be compressed with gzip. */
  readonly compressed: readonly string[];
  /** The operations with a member of the input that is the header content-encoding. */
  readonly encoded: readonly string[];
}
