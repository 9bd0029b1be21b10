/** A body that was read completely: nothing, text, or bytes. */
export type CollectedBody = string | Uint8Array | undefined;

/** A serialized request. The model determines these parts; see `HttpRequest` of `@smithy/types`. */
export interface HttpRequest<Body = CollectedBody> {
  method: string;
  /** Percent-encoded, without the query. */
  path: string;
  /** Names and values are not percent-encoded. */
  query: Record<string, string | string[] | null>;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: Body;
  /** The prefix of the endpoint's host name, including the dot. */
  hostPrefix?: string;
  /** The host to send the request to instead of the endpoint's host, if the input names one. */
  hostname?: string;
}

/**
 * A serialized response. The model determines these parts; see `HttpResponse` of `@smithy/types`.
 */
export interface HttpResponse<Body = CollectedBody> {
  statusCode: number;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: Body;
}

/** A request to deserialize. */
export interface IncomingRequest {
  /** Case-sensitive. If it is absent, only the path and the query are matched. */
  readonly method?: string | null | undefined;
  /** Percent-encoded, without the query. */
  readonly path: string;
  /** The decoded parameters. */
  readonly query?: IncomingQuery | null | undefined;
  readonly headers?: IncomingHeaders | null | undefined;
  readonly body?: unknown;
}

/** A response to deserialize. */
export interface IncomingResponse {
  readonly statusCode: number;
  readonly headers?: IncomingHeaders | null | undefined;
  readonly body?: unknown;
}

/**
 * Received headers. Names are case-insensitive; repeated headers are a list or joined by commas.
 */
export type IncomingHeaders =
  | Readonly<Record<string, string | readonly string[] | null | undefined>>
  | Entries<string | readonly string[]>;

/** Received query parameters: a list for a repeated name, null for a name without `=`. */
export type IncomingQuery =
  | Readonly<Record<string, string | readonly (string | null)[] | null | undefined>>
  | Entries<string | readonly string[]>;

/** The common part of `Headers`, `URLSearchParams` and `Map`. */
export interface Entries<Value> {
  forEach(callback: (value: Value, name: string) => void): void;
}

/** The instance type of a global class, or `never` if the compiler's `lib` does not declare it. */
type GlobalInstance<Name extends string> =
  typeof globalThis extends Record<Name, { prototype: infer Instance }> ? Instance : never;

/**
 * A streaming body, in a form that the caller's HTTP handler supports. Includes `Blob` and
 * `ReadableStream` if they are declared, by the library `DOM` or by `@types/node`.
 */
export type StreamingBody =
  | Uint8Array
  | string
  | GlobalInstance<"Blob">
  | GlobalInstance<"ReadableStream">
  | AsyncIterable<Uint8Array>;

/** Options of `serializeRequest`. */
export interface SerializeRequestOptions {
  /** Generates idempotency tokens. Default: random UUIDs. */
  readonly idempotencyToken?: (() => string) | undefined;
  /** Compresses bodies with gzip if the model allows it. Default: bodies are not compressed. */
  readonly gzip?: ((body: Uint8Array) => Uint8Array) | undefined;
  /** The minimum size of a compressed body, in bytes: 0 to 10485760. Default: 10240. */
  readonly minCompressionSize?: number | undefined;
}

/** Options of `deserializeRequest`. */
export interface DeserializeRequestOptions {
  /** Whether to enforce constraints. Default: true. */
  readonly validate?: boolean | undefined;
  /** The regular expression engine for patterns. Default: `RegExp` of JavaScript. */
  readonly patternEngine?: PatternEngine | undefined;
}

/** A JSON value (RFC 8259). A member that is `undefined` is omitted. */
export type JsonValue = null | boolean | number | string | JsonValue[] | JsonObject;

/** A JSON object. */
export interface JsonObject {
  [name: string]: JsonValue | undefined;
}

/** A float or double in JSON, which has no numbers for some values. */
export type WireFloat = number | "NaN" | "Infinity" | "-Infinity";

/** A number in JSON that may have more digits than a JavaScript number. */
export type WireNumber = number | bigint;

/** The kind of rule that a value violates. */
export type Constraint =
  | "type"
  | "required"
  | "length"
  | "range"
  | "pattern"
  | "enum"
  | "uniqueItems"
  | "union"
  | "unknownMember"
  | "advice";

/** A violated rule. The message is built from the other fields. */
export interface Issue {
  /** A JSON pointer (RFC 6901) of member names, list indices and map keys. */
  readonly path: string;
  readonly constraint: Constraint;
  /** What the value must be or have: the text that follows "Member must" in the message. */
  readonly expected: string;
  /** What was found: the length, the number, or the kind of value. Never a sensitive value. */
  readonly received: string | number;
  readonly message: string;
}

/** The result of a validation. */
export type ValidationResult<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly issues: readonly Issue[];
      /** The number of issues that are not in `issues`. */
      readonly omitted: number;
    };

/** Options of a validation. */
export interface ValidateOptions {
  /** The maximum number of issues to report; further ones are only counted. Default: 100. */
  readonly maxIssues?: number | undefined;
  /** Whether to report members that the model does not define. Default: `"ignore"`. */
  readonly unknownMembers?: "ignore" | "report" | undefined;
  /** Whether to check rules that the service documents only in prose. Default: false. */
  readonly advice?: boolean | undefined;
  /** The regular expression engine for patterns, such as RE2. Default: `RegExp` of JavaScript. */
  readonly patternEngine?: PatternEngine | undefined;
}

/**
 * Compiles a pattern of the model (ECMA-262, flag `u`); `test` searches anywhere in the text. The
 * function is called for every text, so cache the compiled patterns.
 */
export type PatternEngine = (source: string) => { test(text: string): boolean };

/** Options of a JSON Schema (Standard Schema 1.1, `StandardJSONSchemaV1.Options`). */
export interface JsonSchemaOptions {
  /** The version of JSON Schema: `draft-2020-12` or `draft-07`. */
  readonly target: string;
  readonly libraryOptions?: Record<string, unknown> | undefined;
}

/**
 * `X<Received>` is the type of an `X` that was read but not validated, such as the output of a
 * service: enums may have values that the model does not define, and required members that a
 * service may omit may be `undefined`.
 */
export interface Received {
  readonly otherString: string & {};
  readonly otherNumber: number & {};
  readonly missing: undefined;
}

/** `X<Valid>`, or `X` for short, is the type of a value that conforms to the model. */
export interface Valid extends Received {
  readonly otherString: never;
  readonly otherNumber: never;
  readonly missing: never;
}

/** A violated rule, in the form that form libraries expect. */
export interface ValidationIssue extends StandardIssue {
  /** The path as a JSON pointer (RFC 6901). */
  readonly pointer: string;
  readonly constraint: Constraint;
  /** What the value must be or have. */
  readonly expected: string;
  /** What was found: the length, the number, or the kind of value. Never a sensitive value. */
  readonly received: string | number;
}

/** Options of `toJsonSchema`. */
export interface ToJsonSchemaOptions {
  /** The version of JSON Schema. Default: `draft-2020-12`. */
  readonly target?: "draft-2020-12" | "draft-07" | undefined;
  /**
   * `input` describes the JSON on the wire; `output` describes the result of `JSON.stringify` for a
   * value. Default: `input`.
   */
  readonly io?: "input" | "output" | undefined;
}

/** The result of `safeParse`. The error has the same issues, and was not thrown. */
export type SafeParseResult<Value, Exception = Error> =
  | { readonly success: true; readonly data: Value }
  | {
      readonly success: false;
      readonly error: Exception;
      readonly issues: readonly ValidationIssue[];
    };

/**
 * The schema of a shape. Its functions do not use `this`, so they can be passed as callbacks:
 * `list.filter(XSchema.is)`.
 *
 * @typeParam Value the shape in memory
 * @typeParam Wire its JSON on the wire
 * @typeParam Exception the `ValidationException` of the service
 */
export interface Schema<Value, Wire = unknown, Exception = Error> extends StandardSchema<
  Value,
  Wire
> {
  /**
   * Reads JSON from the wire and returns the value. Unknown members are ignored.
   *
   * @throws ValidationException with all issues, up to 100: values of wrong types and violated
   * constraints
   */
  readonly parse: (json: unknown) => Value;
  /** Reads JSON from the wire and returns the value or the error, and never throws. */
  readonly safeParse: (json: unknown) => SafeParseResult<Value, Exception>;
  /** Checks whether a value in memory is valid, as `validateX` does. It does not take JSON. */
  readonly is: (value: unknown) => value is Value;
  /**
   * Returns the JSON Schema.
   *
   * @throws SerializationException for another target, and for `output` if values contain bytes or
   * bigints, which JSON cannot represent
   */
  readonly toJsonSchema: (options?: ToJsonSchemaOptions) => JsonObject;
}

/** A validator and a JSON Schema (Standard Schema 1.1). */
export interface StandardSchema<Value, Wire = unknown> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "smithy-codec";
    /**
     * Reads JSON from the wire and returns the value, or the issues of the JSON.
     * `options.libraryOptions` accepts the options of `validateX`; see `ValidateOptions`.
     */
    readonly validate: (json: unknown, options?: StandardOptions) => StandardResult<Value>;
    readonly jsonSchema: {
      /**
       * The JSON Schema of the JSON on the wire. Throws for targets other than the drafts 2020-12
       * and 07.
       */
      readonly input: (options: JsonSchemaOptions) => JsonObject;
      /**
       * The JSON Schema of a value passed to `JSON.stringify`. Throws if values contain bytes or
       * bigints.
       */
      readonly output: (options: JsonSchemaOptions) => JsonObject;
    };
    /** Only for type inference. */
    readonly types?: { readonly input: Wire; readonly output: Value } | undefined;
  };
}

/** Options of a validation by Standard Schema. */
export interface StandardOptions {
  readonly libraryOptions?: Record<string, unknown> | undefined;
}

export type StandardResult<Value> =
  | { readonly value: Value; readonly issues?: undefined }
  | { readonly issues: readonly StandardIssue[] };

export interface StandardIssue {
  readonly message: string;
  /** The path in the JSON: names on the wire, map keys and list indices. */
  readonly path: readonly (string | number)[];
}

/** Metadata of the HTTP response that an error was read from, or is sent as. */
export interface ErrorMetadata {
  httpStatusCode?: number;
  /** The id that the service gave to the request. Set by clients. */
  requestId?: string;
  /** The number of attempts of the call. Set by clients. */
  attempts?: number;
  /** The sum of the waits between the attempts, in milliseconds. Set by clients. */
  totalRetryDelay?: number;
}

/** Options of the constructors of errors, in addition to the members in the model. */
export interface ServiceExceptionOptions {
  readonly message?: string | undefined;
  /** The status of the response. Default: the status in the model. */
  readonly $metadata?: ErrorMetadata | undefined;
  /** The response that the error was read from. */
  readonly $response?: IncomingResponse | undefined;
  readonly cause?: unknown;
}

/**
 * A field that does not satisfy a constraint (Smithy, `smithy.framework#ValidationExceptionField`).
 */
export interface ValidationExceptionField {
  /**
   * A JSON pointer (RFC 6901) of member names in the model, or of names on the wire if the error is
   * from a schema's `parse`.
   */
  readonly path: string;
  readonly message: string;
}

/** The members of a `ValidationException` that other errors of a service do not have. */
export interface ValidationExceptionMembers {
  readonly fieldList?: readonly ValidationExceptionField[] | undefined;
  readonly issues?: readonly ValidationIssue[] | undefined;
}

/** A union member that the model does not define: its name and its JSON value. */
export type UnknownMember = [name: string, value: unknown];
