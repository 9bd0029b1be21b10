import type {
  CollectedBody,
  DeserializeRequestOptions,
  HttpRequest,
  HttpResponse,
  IncomingRequest,
  IncomingResponse,
  JsonObject,
  SerializeRequestOptions,
  ValidateOptions,
  ValidationResult,
} from "./value-types.js";

/* eslint-disable @typescript-eslint/prefer-function-type -- the comment of a signature is what editors show */

/*
 * The types of generated functions, which say once what is the same for all of them. Each is an
 * interface, since an editor shows the comment of a signature where the function is called.
 */

/** Converts a value to JSON. Absent members are omitted. */
export interface Serialize<Value> {
  /**
   * Converts a value to JSON. Absent members are omitted.
   *
   * @throws SerializationException if a value cannot be serialized; its `path` is a JSON pointer of
   * member names
   */
  (value: Value): JsonObject;
}

/** Converts a value to bytes. Absent members are omitted. */
export interface SerializeBytes<Value> {
  /**
   * Converts a value to bytes. Absent members are omitted.
   *
   * @param side who writes the value: some defaults are only written by servers. Default: client
   * @throws SerializationException if a value cannot be serialized; its `path` is a JSON pointer of
   * member names
   */
  (value: Value, side?: "client" | "server"): Uint8Array;
}

/** Converts a value to the parameters of a form, as names and values. Absent members are omitted. */
export interface SerializeQuery<Value> {
  /**
   * Converts a value to the parameters of a form, as names and values. Absent members are omitted.
   *
   * @throws SerializationException if a value cannot be serialized; its `path` is a JSON pointer of
   * member names
   */
  (value: Value): [name: string, value: string][];
}

/** Converts bytes to a value. */
export interface DeserializeBytes<Value> {
  /**
   * Converts bytes to a value. Checks types but not constraints. Unknown members are ignored, unknown
   * enum values are kept.
   *
   * @throws SerializationException if the bytes are not valid, or a value has the wrong type; its
   * `path` is a JSON pointer of names on the wire
   */
  (bytes: Uint8Array): Value;
}

/** Converts a value to JSON. Some defaults are only written by servers. */
export interface SerializeBySide<Value> {
  /**
   * Converts a value to JSON. Absent members are omitted.
   *
   * @param side who writes the value: some defaults are only written by servers. Default: client
   * @throws SerializationException if a value cannot be serialized; its `path` is a JSON pointer of
   * member names
   */
  (value: Value, side?: "client" | "server"): JsonObject;
}

/** Converts JSON to a value. */
export interface Deserialize<Value> {
  /**
   * Converts JSON to a value. Checks types but not constraints. Unknown members are ignored, unknown
   * enum values are kept.
   *
   * @throws SerializationException if a value has the wrong type; its `path` is a JSON pointer of
   * names on the wire
   */
  (json: unknown): Value;
}

/** Checks whether a value is valid. */
export interface Validate<Value> {
  /**
   * Checks whether a value is valid: types, required members and constraints. Returns all issues, up
   * to `options.maxIssues`.
   */
  (value: unknown, options?: ValidateOptions): ValidationResult<Value>;
}

/** Serializes a request of an operation, for clients. */
export interface SerializeRequest<Input, Body = CollectedBody, Options = unknown> {
  /**
   * Serializes a request of the operation. The caller signs and sends it.
   *
   * @throws SerializationException if a value cannot be serialized, or a required label, query
   * parameter or header is missing
   */
  (value: Input, options?: SerializeRequestOptions & Options): HttpRequest<Body>;
}

/** Serializes a request of an operation without required input, for clients. */
export interface SerializeOptionalRequest<Input, Body = CollectedBody, Options = unknown> {
  /**
   * Serializes a request of the operation. The caller signs and sends it.
   *
   * @param value the input. Default: an input without members
   * @throws SerializationException if a value cannot be serialized
   */
  (value?: Input, options?: SerializeRequestOptions & Options): HttpRequest<Body>;
}

/** Deserializes a response of an operation, for clients. */
export interface DeserializeResponse<Output, Options = unknown> {
  /**
   * Deserializes a response of the operation.
   *
   * @throws the base class of the service's errors, or a subclass, if the status is 300 or above
   * @throws SerializationException if the response has no status or does not match the output
   */
  (response: IncomingResponse, options?: Options): Output;
}

/** Deserializes a request of an operation, for servers. */
export interface DeserializeRequest<Input, Options = unknown> {
  /**
   * Deserializes a request of the operation and checks its constraints.
   *
   * @throws UnsupportedMediaTypeException (415) if the content type is not supported
   * @throws NotAcceptableException (406) if the header accept does not allow the response type
   * @throws SerializationException (400) if the method or path does not match the operation, or the
   * request does not match the input
   * @throws ValidationException (400) if a constraint is violated, unless `options.validate` is
   * `false`
   */
  (request: IncomingRequest, options?: DeserializeRequestOptions & Options): Input;
}

/**
 * Deserializes a request of an operation whose input has another type if it is not validated, for
 * servers.
 */
export interface DeserializeOpenRequest<Input, Unchecked, Options = unknown> {
  /**
   * Deserializes a request of the operation and checks its constraints.
   *
   * @throws UnsupportedMediaTypeException (415) if the content type is not supported
   * @throws NotAcceptableException (406) if the header accept does not allow the response type
   * @throws SerializationException (400) if the method or path does not match the operation, or the
   * request does not match the input
   * @throws ValidationException (400) if a constraint is violated
   */
  (
    request: IncomingRequest,
    options?: DeserializeRequestOptions & Options & { readonly validate?: true | undefined },
  ): Input;
  /**
   * Without validation, if `options.validate` is `false`: enums may have values that the model does
   * not define.
   */
  (request: IncomingRequest, options?: DeserializeRequestOptions & Options): Unchecked;
}

/** Serializes a response of an operation, for servers. */
export interface SerializeResponse<Output, Body = CollectedBody, Options = unknown> {
  /**
   * Serializes a response of the operation.
   *
   * @throws SerializationException if a value cannot be serialized
   */
  (value: Output, options?: Options): HttpResponse<Body>;
}

/** Serializes a response of an operation without output, for servers. */
export interface SerializeOptionalResponse<Output> {
  /** Serializes a response of the operation. */
  (value?: Output): HttpResponse;
}
