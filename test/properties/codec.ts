import type { Operation } from "../../codegen/src/ir/service.js";
import * as codec from "apigatewayv2-codec";
import type { Structure } from "../../codegen/src/ir/ir.js";

/** A value of some structure, by member names. */
export type Value = Record<string, unknown>;

/** A request as `serializeRequest` writes it. */
export interface WrittenRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Record<string, string | string[] | null>;
  readonly headers: Record<string, string>;
  readonly body: string | Uint8Array | undefined;
  readonly hostPrefix?: string;
}

/** A response as `serializeResponse` writes it. */
export interface WrittenResponse {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly body: string | Uint8Array | undefined;
}

/** The functions that are generated for an operation, without its types. */
export interface OperationCodec {
  readonly serializeRequest: (value: Value) => WrittenRequest;
  readonly deserializeRequest: (
    request: WrittenRequest,
    options?: { readonly validate?: boolean },
  ) => Value;
  readonly serializeResponse: (value: Value) => WrittenResponse;
  readonly deserializeResponse: (response: WrittenResponse) => Value;
}

/** One broken rule, as `validateX` tells it. */
export interface FoundIssue {
  readonly path: string;
  readonly constraint: string;
  readonly expected: string;
  readonly received: string | number;
  readonly message: string;
}

/** What `validateX` answers. */
export type Validation =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly issues: readonly FoundIssue[]; readonly omitted: number };

/** What `XSchema["~standard"].validate` answers. */
export interface SchemaResult {
  readonly value?: unknown;
  readonly issues?: readonly {
    readonly message: string;
    readonly path: readonly (string | number)[];
  }[];
}

/** The functions that are generated for a structure, without its type. */
export interface StructureCodec {
  readonly serialize: (value: Value) => Record<string, unknown>;
  readonly deserialize: (json: unknown) => Value;
  readonly validate: (value: unknown) => Validation;
  readonly validateJson: (json: unknown) => SchemaResult;
}

const exported: Readonly<Record<string, unknown>> = codec;

/** Finds the functions of an operation in the generated package. */
export function operationCodec(operation: Operation): OperationCodec {
  return find(operation.symbol) as OperationCodec;
}

/** Finds the functions of a structure in the generated package. */
export function structureCodec({ symbol }: Structure): StructureCodec {
  const schema = find(`${symbol}Schema`) as {
    readonly "~standard": { readonly validate: StructureCodec["validateJson"] };
  };
  return {
    serialize: find(`serialize${symbol}`) as StructureCodec["serialize"],
    deserialize: find(`deserialize${symbol}`) as StructureCodec["deserialize"],
    validate: find(`validate${symbol}`) as StructureCodec["validate"],
    validateJson: schema["~standard"].validate,
  };
}

/** Finds the class of an error in the generated package. */
export function errorClass({ symbol }: Structure): new (members?: Value) => Error & Value {
  return find(symbol) as new (members?: Value) => Error & Value;
}

function find(name: string): unknown {
  const value = exported[name];
  if (value === undefined) throw new Error(`The generated package does not export ${name}.`);
  return value;
}
