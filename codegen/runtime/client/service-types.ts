import type { AwsCredentialIdentity, HttpRequest as SmithyRequest } from "@smithy/types";
import type { ToValidationException } from "../errors/validation-exception.js";
import type { HttpRequest, IncomingResponse, ValidationResult } from "../types.js";
import type { CallOptions, CancelSignal, ClientConfig } from "./client-types.js";
import type { Clock } from "./clock.js";
import type { ConfigurationError } from "./errors.js";
import type { SafeCall, Waiter, WaiterOptions } from "./waiter-types.js";

/* What generated clients consist of. */

/** What a client knows of a service, apart from its operations' functions. */
export interface ClientService {
  /** The name of the service in SDKs, such as `ApiGatewayV2`. */
  readonly name: string;
  /** The authentication schemes of its operations, the preferred one first. */
  readonly auth: readonly AuthScheme[];
  /** Absent if the model has no rules. */
  readonly endpoints?: EndpointRules | undefined;
  /** Creates the service's `ValidationException`. */
  readonly toValidationException: ToValidationException;
  /** Returns the further functions of a method whose output has pages; absent if no operation has pages. */
  readonly paginate?: Paginate | undefined;
  /** Waits for a state; absent if no operation has waiters. */
  readonly waitUntil?: WaitUntil | undefined;
  /** Adds what event streams need to a configuration; absent if no operation has them. */
  readonly withMarshaller?: ((config: ClientConfig) => ClientConfig) | undefined;
  /** Waits for outputs that begin in a stream; absent if no operation has event streams. */
  readonly receive?: Receive | undefined;
  /** The operations and the waiters of methods that wait, by the methods' names. */
  readonly waiters?:
    | Readonly<Record<string, readonly [operation: string, waiter: Waiter<never, never>]>>
    | undefined;
  /** The traits of operations that have any, by the operations' names. */
  readonly operations: Readonly<Record<string, OperationTraits>>;
}

/** What a client knows of an operation that differs from most. */
export interface OperationTraits {
  /** The schemes of the operation if they differ from those of the service; none: unsigned. */
  readonly auth?: readonly AuthScheme[] | undefined;
  /** Whether requests are signed without their body (`aws.auth#unsignedPayload`). */
  readonly unsignedPayload?: true | undefined;
  /** Signs the events of the request; absent if it has no event stream. */
  readonly signEvents?: SignEvents | undefined;
  /** The first part of the URL that has a sensitive value. Neither hooks nor errors show it. */
  readonly sensitiveUrl?: SensitiveUrl | undefined;
  /** Ends the streaming member of the output; absent if it has none, so that bodies are collected. */
  readonly endStream?: EndStream | undefined;
  /** Returns the endpoint parameters of the operation, of which some are in the input. */
  readonly endpoint?: ((input: never) => EndpointParameters) | undefined;
  /** Returns the path to send: without a label that the endpoint has. Absent if it stays as it is. */
  readonly editPath?: ((path: string, config: ClientConfig) => string) | undefined;
  readonly pages?: Pagination | undefined;
  /** Calls the operation instead of the function that calls most; absent unless something precedes or follows its calls. */
  readonly call?:
    ((callee: never, input: unknown, options?: CallOptions | null) => Promise<object>) | undefined;
  /** How its messages are protected by checksums; absent if they are not. */
  readonly checksum?: ChecksumTrait | undefined;
}

/** The checksums of an operation (`aws.protocols#httpChecksum`). Members are those of the input. */
export interface ChecksumTrait {
  /** Whether requests must have a checksum. */
  readonly required?: true | undefined;
  /** The member with the algorithm of the request's checksum; absent if it cannot be chosen. */
  readonly member?: string | undefined;
  /** The header of that member, in lower case. */
  readonly header?: string | undefined;
  /** The member that asks for a checksum of the response; absent if there is none. */
  readonly mode?: string | undefined;
  /** The algorithms of checksums of responses. */
  readonly verify?: readonly string[] | undefined;
}

/** A part of the URL, and all parts after it. */
export type SensitiveUrl = "host" | "path" | "query";

/** How to authenticate: the function of a scheme, with the values of its trait. */
export interface AuthScheme {
  readonly scheme: Authenticate;
  /** The signing name of AWS Signature Version 4; the name of the header or query parameter of an API key. */
  readonly name?: string | undefined;
  /** Where an API key is. */
  readonly in?: "header" | "query" | undefined;
  /** What precedes an API key in its header. */
  readonly prefix?: string | undefined;
  /** The shape id of a scheme that is not supported. */
  readonly id?: string | undefined;
}

/**
 * Returns a copy of a request that is authenticated, or an error if the configuration has nothing
 * for the scheme, so that the next scheme can be tried.
 * @throws ConfigurationError if what the configuration has is invalid
 */
export type Authenticate = (
  request: SmithyRequest,
  given: AuthContext,
  scheme: AuthScheme,
) => Promise<SmithyRequest | ConfigurationError>;

/** Returns a signed request whose events are signed too. */
export type SignEvents = (
  request: SmithyRequest,
  given: AuthContext,
  scope: SigningScope,
) => SmithyRequest;

/** Ends the body of a response when a signal is aborted: the stream and its request. */
export type EndStream = (
  signal: CancelSignal,
  body: object,
  request: { readonly abort: () => void },
) => void;

/** What a signature is for, and whose it is. */
export interface SigningScope {
  readonly credentials: AwsCredentialIdentity;
  readonly region: string;
  /** The signing name of the service, such as `apigateway`. */
  readonly service: string;
}

/** What is known when a request is authenticated. */
export interface AuthContext {
  readonly service: ClientService;
  readonly config: ClientConfig;
  readonly traits: OperationTraits | undefined;
  readonly endpoint: Endpoint;
  readonly clock: Clock;
  /** What the calls of the client share. */
  readonly auth: AuthState;
}

/** The part of a client that authentication keeps from call to call. */
export interface AuthState {
  /** Returns the credentials of AWS, or `undefined` if the client has none. */
  credentials?: () => Promise<AwsCredentialIdentity | undefined>;
}

/** Waits for the output of a call. */
export type Receive = (
  output: unknown,
  call: {
    readonly request: SmithyRequest;
    readonly traits: OperationTraits | undefined;
    readonly options: CallOptions;
  },
) => Promise<object>;

/** Returns the functions `pages` and `items` of a method, as far as it has pages. */
export type Paginate = (
  method: (input?: object, options?: CallOptions) => Promise<object>,
  traits: OperationTraits | undefined,
) => object | undefined;

/** Calls an operation until a waiter succeeds. */
export type WaitUntil = (
  call: SafeCall<never, never>,
  waiter: Waiter<never, never>,
  input: never,
  options: WaiterOptions,
) => Promise<unknown>;

/** How an output's pages follow each other (`smithy.api#paginated`). Paths are member names. */
export interface Pagination {
  readonly inputToken: string;
  readonly outputToken: readonly string[];
  /** The path of the list; absent if the model names none. */
  readonly items?: readonly string[] | undefined;
}

/** The value of an endpoint parameter. */
export type EndpointParameter = string | boolean | readonly string[] | undefined;

/** The parameters of endpoint rules by their names. */
export type EndpointParameters = Readonly<Record<string, EndpointParameter>>;

/** The endpoint rules of a service (`smithy.rules#endpointRuleSet`). */
export interface EndpointRules {
  /**
   * Returns the endpoint for parameters.
   *
   * @throws ConfigurationError with the message of the rules
   */
  readonly resolve: (parameters: EndpointParameters) => Endpoint;
  /** The sources of the parameters that the client sets, by the parameters' names. */
  readonly parameters: Readonly<Record<string, EndpointSource>>;
}

/**
 * Returns the value of an endpoint parameter: a built-in, or a property of the configuration.
 * `service` is the name of the service, for messages.
 */
export type EndpointSource = (config: ClientConfig, service: string) => EndpointParameter;

/** An endpoint that rules return. */
export interface Endpoint {
  /** An absolute URL; that of `resolveEndpoint` has no slash at its end, no query and no fragment. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, readonly string[]>> | undefined;
  /** The property `authSchemes`, which replaces signing names and regions. */
  readonly authSchemes?: readonly EndpointAuthScheme[] | undefined;
}

/** An authentication scheme of an endpoint. */
export interface EndpointAuthScheme {
  /** `sigv4`, `sigv4a`, `sigv4-s3express` and the like. */
  readonly name: string;
  readonly signingName?: string | undefined;
  readonly signingRegion?: string | undefined;
  /** The regions of `sigv4a`. */
  readonly signingRegionSet?: readonly string[] | undefined;
  readonly disableDoubleEncoding?: boolean | undefined;
}

/** The functions of an operation that clients call: its namespace. */
export interface ClientOperation {
  readonly serializeRequest: (input: never, options?: never) => HttpRequest<unknown>;
  readonly deserializeResponse: (response: IncomingResponse, options?: never) => unknown;
  /** Absent if the operation has no input. */
  readonly validateInput?: (input: unknown) => ValidationResult<unknown>;
}
