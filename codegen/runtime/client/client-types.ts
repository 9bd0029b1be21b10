import type {
  AwsCredentialIdentity,
  AwsCredentialIdentityProvider,
  EventStreamMarshaller,
  HttpHandlerOptions,
  HttpRequest as SmithyRequest,
  HttpResponse as SmithyResponse,
  RequestSigner,
} from "@smithy/types";
import type { SerializationException } from "../errors/errors.js";
import type { ErrorMetadata, SerializeRequestOptions } from "../types.js";
import type { AbortError, ConfigurationError, ConnectionError, TimeoutError } from "./errors.js";

/** A `URL`, or the part of it that is used if the platform's types have none. */
type EndpointUrl = typeof globalThis extends { URL: { prototype: infer Type } }
  ? Type
  : { readonly href: string };

/** An `AbortSignal`, or the part of it that is used if the platform's types have none. */
export type CancelSignal = typeof globalThis extends { AbortSignal: { prototype: infer Type } }
  ? Type
  : { readonly aborted: boolean; readonly reason: unknown };

/** The configuration of a client. Every property is optional. */
export interface ClientConfig extends ClientHooks, SerializeRequestOptions {
  /** The region, such as `eu-central-1`. Default: `AWS_REGION` or `AWS_DEFAULT_REGION`. */
  readonly region?: string | undefined;
  /** The URL of the service. Default: the URL that the endpoint rules of the model return. */
  readonly endpoint?: string | EndpointUrl | undefined;
  /**
   * Whether to use the dual-stack endpoint, for IPv4 and IPv6. Default:
   * `AWS_USE_DUALSTACK_ENDPOINT`, or false.
   */
  readonly useDualstackEndpoint?: boolean | undefined;
  /** Whether to use the endpoint with FIPS 140 cryptography. Default: `AWS_USE_FIPS_ENDPOINT`, or false. */
  readonly useFipsEndpoint?: boolean | undefined;
  /**
   * The credentials for AWS Signature Version 4, a function that returns them, or `false` to send
   * unsigned requests. A function is called again before the credentials expire. Default:
   * `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and `AWS_SESSION_TOKEN`.
   */
  readonly credentials?: AwsCredentialIdentity | AwsCredentialIdentityProvider | false | undefined;
  /** Signs requests instead of the built-in signer. */
  readonly signer?: RequestSigner | undefined;
  /** The token for HTTP bearer authentication, or a function that returns it. */
  readonly token?: string | (() => string | Promise<string>) | undefined;
  /** The key for HTTP API key authentication, or a function that returns it. */
  readonly apiKey?: string | (() => string | Promise<string>) | undefined;
  /** The user name for HTTP basic authentication. */
  readonly username?: string | undefined;
  /** The password for HTTP basic authentication. */
  readonly password?: string | undefined;
  /** Whether to omit the prefixes that operations add to the host of the endpoint. Default: false. */
  readonly disableHostPrefix?: boolean | undefined;
  /** Sends requests instead of `fetch`: a handler of `@smithy/node-http-handler` or the like. */
  readonly requestHandler?: HttpHandler | undefined;
  /** The maximum number of attempts of a call: 1 or more. Default: 3. */
  readonly maxAttempts?: number | undefined;
  /** The maximum duration of one attempt in milliseconds. Default: unlimited. */
  readonly timeout?: number | undefined;
  /**
   * When requests get a checksum, in operations that support it: always (`when_supported`), or only
   * if the service requires it or the input chooses an algorithm (`when_required`). Default:
   * `AWS_REQUEST_CHECKSUM_CALCULATION`, or `when_supported`.
   */
  readonly requestChecksumCalculation?: ChecksumSetting | undefined;
  /**
   * When the checksums of responses are verified, in operations that support it: always (`when_supported`), or
   * only if the input asks for it (`when_required`). Default: `AWS_RESPONSE_CHECKSUM_VALIDATION`, or
   * `when_supported`.
   */
  readonly responseChecksumValidation?: ChecksumSetting | undefined;
  /** Whether to check the constraints of every input before it is sent. Default: false. */
  readonly validate?: boolean | undefined;
  /**
   * Encodes and decodes the frames of event streams. Default: the marshaller of
   * `@smithy/core/event-streams`, which clients of services with event streams import.
   */
  readonly eventStreamMarshaller?: EventStreamMarshaller | undefined;
  /**
   * More hooks, such as those of a tracing library. The hooks of this configuration are called,
   * too.
   */
  readonly hooks?: ClientHooks | undefined;
}

/** When messages have checksums. */
export type ChecksumSetting = "when_supported" | "when_required";

/**
 * Sends requests: the part of `RequestHandler` of `@smithy/types` that clients use. A method, so that
 * handlers that declare a class of their own for requests are accepted.
 */
export interface HttpHandler {
  handle(
    request: SmithyRequest,
    options?: HttpHandlerOptions,
  ): Promise<{ readonly response: SmithyResponse }>;
}

/** Options of a call. */
export interface CallOptions {
  /** Aborts the call, including the waits between its attempts. */
  readonly signal?: CancelSignal | undefined;
  /** The maximum duration of one attempt in milliseconds. Default: that of the client. */
  readonly timeout?: number | undefined;
}

/**
 * Functions that are called for every attempt of a client, for logging, metrics and tracing. They
 * get no credentials, signatures, headers or bodies. What they throw or return is ignored.
 */
export interface ClientHooks {
  /** Called before an attempt is sent. */
  readonly onRequest?: ((event: RequestEvent) => void) | undefined;
  /** Called after the head of a response has arrived. */
  readonly onResponse?: ((event: ResponseEvent) => void) | undefined;
  /** Called before the wait for another attempt. */
  readonly onRetry?: ((event: RetryEvent) => void) | undefined;
}

/** The common part of the events that hooks get. */
export interface AttemptEvent {
  /** The name of the service, such as `ApiGatewayV2`. */
  readonly service: string;
  /** The name of the operation, such as `GetIntegrationResponse`. */
  readonly operation: string;
  /** 1 for the first attempt of a call. */
  readonly attempt: number;
}

/** The event that `onRequest` gets. */
export interface RequestEvent extends AttemptEvent {
  readonly method: string;
  /**
   * The URL without its query, and without its path if a part of it is sensitive; empty if the host
   * is sensitive.
   */
  readonly url: string;
}

/** The event that `onResponse` gets. */
export interface ResponseEvent extends AttemptEvent {
  readonly statusCode: number;
  /** The id that the service gave to the request. */
  readonly requestId: string | undefined;
  /** Milliseconds from the start of the attempt. */
  readonly duration: number;
}

/** The event that `onRetry` gets. */
export interface RetryEvent extends AttemptEvent {
  /** The name of the error of the attempt that failed. */
  readonly errorName: string;
  readonly statusCode: number | undefined;
  /** Milliseconds until the next attempt. */
  readonly delay: number;
}

/** The errors that a client throws itself, which do not come from the service. */
export type ClientError =
  ConnectionError | TimeoutError | AbortError | ConfigurationError | SerializationException;

/**
 * The name of an error that the model does not define: any text that is not a name in the model.
 * TypeScript has no type for that, and `string` would prevent `switch (error.name)` from narrowing,
 * so the type is one value that nothing equals.
 */
export type UnmodelledName = "any other name" & { readonly [unmodelled]: true };
declare const unmodelled: unique symbol;

/**
 * An error of the service that the model does not define. Its type does not prevent narrowing to
 * errors that the model defines.
 */
export type Unmodelled<Exception> = Exception & { readonly name: UnmodelledName };

/** The result of a call that does not throw. */
export type SafeResult<Output, Failure> =
  { readonly ok: true; readonly output: Output } | { readonly ok: false; readonly error: Failure };

/** The parameters of a call: the input is optional if it has no required members. */
export type CallParameters<Input> =
  Partial<Input> extends Input
    ? [input?: Input, options?: CallOptions]
    : [input: Input, options?: CallOptions];

/**
 * A method of a client: one operation of the service. It throws the errors of the operation and of
 * the client; `safe` returns them.
 */
export interface Method<Input, Output, Failure> {
  // Without a docstring of its own, editors show that of the operation where the method is called.
  (...parameters: CallParameters<Input>): Promise<Output>;
  /** Calls the operation, and returns its errors instead of throwing them. */
  readonly safe: (...parameters: CallParameters<Input>) => Promise<SafeResult<Output, Failure>>;
}

/** A method of an operation whose output can have several pages. */
export interface PagedMethod<Input, Output, Failure> extends Method<Input, Output, Failure> {
  /**
   * Returns the pages of the output. Each page is requested when the iteration reaches it.
   *
   * @throws PaginationError if the service returns the same token twice
   */
  readonly pages: (...parameters: CallParameters<Input>) => AsyncIterable<Output>;
}

/** A method of an operation whose output has a list with several pages. */
export interface ListMethod<Input, Output, Failure, Item> extends PagedMethod<
  Input,
  Output,
  Failure
> {
  /** Returns the elements of the list on all pages. */
  readonly items: (...parameters: CallParameters<Input>) => AsyncIterable<Item>;
}

/** The method of an operation: its name with a lower-case first letter. */
export type MethodName<Name extends string> =
  Uncapitalize<Name> extends "constructor" | "then" ? `${Uncapitalize<Name>}$` : Uncapitalize<Name>;

/** Metadata of a call. */
export interface CallMetadata extends ErrorMetadata {
  readonly attempts: number;
  /** The sum of the waits between attempts, in milliseconds. */
  readonly totalRetryDelay: number;
  /**
   * The algorithm of the checksum of the response. The body was compared with the checksum, or, if
   * it is a stream, is compared while it is read. Absent if nothing is compared.
   */
  readonly checksumAlgorithm?: string;
}
