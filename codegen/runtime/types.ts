/*
 * The types that the functions of an output take and return. They are together in one file since a
 * compiler opens every file that a type's declaration refers to.
 */

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

/** A request as it is read. */
export interface IncomingRequest {
  /** Case-sensitive. A request without a method is matched by its path and query alone. */
  readonly method?: string | null | undefined;
  /** Percent-encoded, without the query. */
  readonly path: string;
  /** Decoded. */
  readonly query?: IncomingQuery | null | undefined;
  readonly headers?: IncomingHeaders | null | undefined;
  readonly body?: unknown;
}

/** A response as it is read. */
export interface IncomingResponse {
  readonly statusCode: number;
  readonly headers?: IncomingHeaders | null | undefined;
  readonly body?: unknown;
}

/** Headers as they are read: names in any case; repeated ones as a list, or joined by commas. */
export type IncomingHeaders =
  | Readonly<Record<string, string | readonly string[] | null | undefined>>
  | Entries<string | readonly string[]>;

/** Query parameters as they are read: repeated ones as a list; null for a name without `=`. */
export type IncomingQuery =
  | Readonly<Record<string, string | readonly (string | null)[] | null | undefined>>
  | Entries<string | readonly string[]>;

/** The part that `Headers`, `URLSearchParams` and `Map` have in common. */
export interface Entries<Value> {
  forEach(callback: (value: Value, name: string) => void): void;
}

/** The instances of a global class; `never` where the compiler's libraries do not declare it. */
type GlobalInstance<Name extends string> =
  typeof globalThis extends Record<Name, { prototype: infer Instance }> ? Instance : never;

/**
 * A body that is not collected: whatever the caller's HTTP handler takes or gives. `Blob` and
 * `ReadableStream` are part of it where the compiler knows them, from its library `DOM` or from
 * `@types/node`.
 */
export type StreamingBody =
  | Uint8Array
  | string
  | GlobalInstance<"Blob">
  | GlobalInstance<"ReadableStream">
  | AsyncIterable<Uint8Array>;

/** How a client writes a request. */
export interface SerializeRequestOptions {
  /** Makes idempotency tokens; the default makes random UUIDs. */
  readonly idempotencyToken?: (() => string) | undefined;
  /** Compresses bodies with gzip, where the model allows it; bodies are sent as they are without it. */
  readonly gzip?: ((body: Uint8Array) => Uint8Array) | undefined;
  /** The size in bytes, 0 to 10485760, from which bodies are compressed; 10240 by default. */
  readonly minCompressionSize?: number | undefined;
}

/** How a server reads a request. */
export interface DeserializeRequestOptions {
  /** Whether constraints are enforced; they are unless this is `false`. */
  readonly validate?: boolean | undefined;
  /** Tests text against patterns, in place of JavaScript's own engine. */
  readonly patternEngine?: PatternEngine | undefined;
}

/** A value of the JSON data model (RFC 8259); `undefined` stands for a member that is left out. */
export type JsonValue = null | boolean | number | string | JsonValue[] | JsonObject;

/** A JSON object. */
export interface JsonObject {
  [name: string]: JsonValue | undefined;
}

/** The kinds of rule that a value can break. */
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

/** One broken rule, as data; the message is made of it. */
export interface Issue {
  /** A JSON pointer (RFC 6901) over member names, list indices and map keys. */
  readonly path: string;
  readonly constraint: Constraint;
  /** What the value must be or have, as it stands after "Member must". */
  readonly expected: string;
  /** A length, a number, or a word for the kind of value; never a sensitive value. */
  readonly received: string | number;
  readonly message: string;
}

/** What a validation comes to. */
export type ValidationResult<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly issues: readonly Issue[];
      /** How many more issues there are than `issues` holds. */
      readonly omitted: number;
    };

/** How a value is validated. */
export interface ValidateOptions {
  /** How many issues to describe; the rest is counted. 100 unless told. */
  readonly maxIssues?: number | undefined;
  /** Whether members that the model does not have are issues; they are not unless this is `"report"`. */
  readonly unknownMembers?: "ignore" | "report" | undefined;
  /** Whether forms that the service documents in prose alone are checked; they are not unless this is true. */
  readonly advice?: boolean | undefined;
  /** Tests text against patterns, in place of JavaScript's own engine; RE2, for instance. */
  readonly patternEngine?: PatternEngine | undefined;
}

/**
 * Compiles a pattern of a model (ECMA-262, flag `u`, searched for anywhere in a text). It is called
 * for every text that is tested, and so does well to keep what it made.
 */
export type PatternEngine = (source: string) => { test(text: string): boolean };

/** What a JSON Schema is asked for (Standard Schema 1.1, `StandardJSONSchemaV1.Options`). */
export interface JsonSchemaOptions {
  /** The version of JSON Schema: `draft-2020-12` or `draft-07`. */
  readonly target: string;
  readonly libraryOptions?: Record<string, unknown> | undefined;
}

/**
 * Makes `X<Received>` the type of an `X` that was read but not validated, such as the output of a
 * service: enums may have values that the model does not know, and members that the model requires
 * of servers only may be missing.
 */
export interface Received {
  readonly otherString: string & {};
  readonly otherNumber: number & {};
  readonly missing: undefined;
}

/** Makes `X<Valid>`, for which `X` is short, the type of an `X` as the model has it. */
export interface Valid extends Received {
  readonly otherString: never;
  readonly otherNumber: never;
  readonly missing: never;
}

/** A validator in the form that libraries agree on (Standard Schema, version 1.1), with its JSON Schema. */
export interface StandardSchema<Value> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "smithy-codec";
    /**
     * Reads wire JSON: the value of the type, or everything that is wrong with the JSON. Options of
     * the library are those of `validateX`: how many issues to describe, whether unknown members are
     * issues, whether to advise, and an engine for patterns.
     */
    readonly validate: (json: unknown, options?: StandardOptions) => StandardResult<Value>;
    readonly jsonSchema: {
      /** The JSON Schema of the JSON on the wire; throws for targets other than the drafts 2020-12 and 07. */
      readonly input: (options: JsonSchemaOptions) => JsonObject;
      /** The JSON Schema of what `JSON.stringify` makes of a value; throws where the value has bytes or bigints. */
      readonly output: (options: JsonSchemaOptions) => JsonObject;
    };
    /** Exists for the compiler alone. */
    readonly types?: { readonly input: unknown; readonly output: Value } | undefined;
  };
}

/** Options of a validation, in the form of Standard Schema. */
export interface StandardOptions {
  readonly libraryOptions?: Record<string, unknown> | undefined;
}

export type StandardResult<Value> =
  | { readonly value: Value; readonly issues?: undefined }
  | { readonly issues: readonly StandardIssue[] };

export interface StandardIssue {
  readonly message: string;
  /** The way through the JSON: wire names, map keys and list indices. */
  readonly path: readonly (string | number)[];
}
