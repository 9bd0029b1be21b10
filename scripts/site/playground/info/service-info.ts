/**
 * What the playground knows of a service, as plain JSON: for completion, documentation, and the conversion between
 * JSON and typed values. It is made of the generator's IR, for API Gateway V2 when the site is built.
 *
 * @module
 */
export interface ServiceInfo {
  /** The name of the service, which is also the class of its client. */
  readonly name: string;
  readonly protocol: string;
  /** Whether the protocol has servers. */
  readonly hasServers: boolean;
  /** Sorted by name. */
  readonly operations: readonly OperationInfo[];
  /** Structures, unions, enums, lists and maps by id. */
  readonly shapes: Readonly<Record<string, ShapeInfo>>;
}

export interface OperationInfo {
  /** The name in the model, which is that of a server's function. */
  readonly name: string;
  /** The export of the generated code. */
  readonly symbol: string;
  /** The method of the client. */
  readonly method: string;
  /** Such as `GET /v2/apis/{ApiId}`. */
  readonly route: string;
  readonly docs: string;
  /** The id of the input's structure. */
  readonly input?: string;
  readonly output?: string;
  readonly errors: readonly ErrorInfo[];
  /** Inputs and outputs to start with, in the JSON form of typed values. */
  readonly sampleInput: unknown;
  readonly sampleOutput: unknown;
}

export interface ErrorInfo {
  /** The name in TypeScript. */
  readonly name: string;
  readonly type: TypeInfo;
  /** Members to start with, in the JSON form of typed values. */
  readonly sample: unknown;
}

export type ShapeInfo =
  | { readonly kind: "structure" | "union"; readonly members: readonly MemberInfo[] }
  | { readonly kind: "enum"; readonly values: readonly EnumValueInfo[] }
  | { readonly kind: "list"; readonly item: TypeInfo }
  | { readonly kind: "map"; readonly key: TypeInfo; readonly value: TypeInfo };

export interface MemberInfo {
  /** The name in TypeScript. */
  readonly name: string;
  readonly type: TypeInfo;
  readonly required: boolean;
  /** Markdown: the documentation, where the member is in HTTP, and its constraints. */
  readonly docs: string;
}

export interface EnumValueInfo {
  readonly value: string | number;
  readonly docs: string;
}

/** A simple type, or the id of a shape, which has a `#`. */
export type TypeInfo = string;

export type SimpleType =
  "string" | "boolean" | "number" | "bigint" | "decimal" | "timestamp" | "blob" | "document";
