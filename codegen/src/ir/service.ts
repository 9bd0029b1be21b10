import type { ShapeId } from "../load/ast.js";
import type { Customization } from "./customizations.js";
import type { EndpointRuleSet, OperationParameter } from "./endpoints.js";
import type { Documentation, NamedShape, Structure } from "./ir.js";
import type { Message } from "./message.js";

/** A service: the complete input of the emitters, in which all names and bindings are resolved. */
export interface Service {
  readonly id: ShapeId;
  /** The service's name in SDKs as an identifier, such as `ApiGatewayV2`. */
  readonly name: string;
  readonly version: string;
  /** The protocol of its messages. */
  readonly protocol: ProtocolName;
  /** The name of the base class of the service's errors. */
  readonly exceptionName: string;
  readonly documentation: Documentation;
  /** Sorted by name. */
  readonly operations: readonly Operation[];
  /** Every shape of the closure that has its own file, sorted by id. */
  readonly shapes: readonly NamedShape[];
  /** The errors of all operations, sorted by name. */
  readonly errors: readonly Structure[];
  /** `undefined` if the model has no endpoint rules that can be used. */
  readonly endpoints: EndpointRuleSet | undefined;
}

/** The supported protocols. */
export type ProtocolName = "restJson1";

/** An operation, with its messages. */
export interface Operation {
  readonly id: ShapeId;
  readonly name: string;
  readonly symbol: string;
  readonly file: string;
  readonly documentation: Documentation;
  readonly http: Http;
  /** `undefined` if the operation has no input. */
  readonly input: Structure | undefined;
  /** `undefined` if the operation has no output. */
  readonly output: Structure | undefined;
  /** The request: where each member of the input is. */
  readonly request: Message;
  /** The response: where each member of the output is. */
  readonly response: Message;
  /** Sorted by name; includes those of the service. */
  readonly errors: readonly Structure[];
  /** Literal text and names of input members, alternating: `["a.", "Name", ".b."]`. */
  readonly hostPrefix: readonly string[] | undefined;
  readonly checksumRequired: boolean;
  readonly gzip: boolean;
  readonly customization: Customization;
  /** The parameters of the service's endpoint rules that the operation sets. */
  readonly endpointParameters: readonly OperationParameter[];
}

export interface Http {
  readonly method: string;
  /** The URI pattern in the model. */
  readonly uri: string;
  readonly segments: readonly PathSegment[];
  readonly query: readonly (readonly [name: string, value: string])[];
  readonly code: number;
}

export type PathSegment =
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "label" | "greedy"; readonly member: string };
