import type { AuthScheme } from "./auth.js";
import type { ShapeId } from "../load/ast.js";
import type { Customization } from "./customizations.js";
import type { EndpointRuleSet, OperationParameter } from "./endpoints.js";
import type { Example } from "./examples.js";
import type { HttpChecksum } from "./http-checksum.js";
import type { Documentation, List, MapShape, NamedShape, Structure } from "./ir.js";
import type { Message } from "./message.js";
import type { protocolNames } from "./options.js";
import type { Waiter } from "./waiters.js";

/** A service: the complete input of the emitters, in which all names and bindings are resolved. */
export interface Service {
  readonly id: ShapeId;
  /** The name of the service shape, which is on the wire in RPC protocols. */
  readonly shapeName: string;
  /** The service's name in SDKs as an identifier, such as `ApiGatewayV2`. */
  readonly name: string;
  readonly version: string;
  /** The protocol of its messages. */
  readonly protocol: ProtocolName;
  /** Whether the protocol is also specified for servers. */
  readonly hasServers: boolean;
  /** Whether the service also answers as one of the protocol awsQuery would (AWS, "awsQueryCompatible"). */
  readonly queryCompatible: boolean;
  /** Whether the root of an error in XML is its element `Error` (AWS restXml, "noErrorWrapping"). */
  readonly noErrorWrapping: boolean;
  /** The name of the base class of the service's errors. */
  readonly exceptionName: string;
  readonly documentation: Documentation;
  /** The authentication schemes of most operations, the preferred one first; none: unauthenticated. */
  readonly auth: readonly AuthScheme[];
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
export type ProtocolName = (typeof protocolNames)[number];

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
  /** As for the service; the last one can be "none". */
  readonly auth: readonly AuthScheme[];
  /** Whether requests are signed without their body. */
  readonly unsignedPayload: boolean;
  readonly checksumRequired: boolean;
  /** The checksums that clients add and verify; `undefined` if the model has none. */
  readonly checksum: HttpChecksum | undefined;
  readonly gzip: boolean;
  /** Whether the only member of the output is the root element of the response (AWS, "s3UnwrappedXmlOutput"). */
  readonly unwrappedOutput: boolean;
  /** How the pages of the output follow each other; `undefined` if it has no pages. */
  readonly pages: Pagination | undefined;
  /** Sorted by name. */
  readonly waiters: readonly Waiter[];
  readonly examples: readonly Example[];
  readonly customization: Customization;
  /** The parameters of the service's endpoint rules that the operation sets. */
  readonly endpointParameters: readonly OperationParameter[];
}

/** How pages follow each other. Paths consist of names in TypeScript. */
export interface Pagination {
  readonly inputToken: string;
  readonly outputToken: readonly string[];
  /** What is divided into pages, if the model says so. */
  readonly items: { readonly path: readonly string[]; readonly shape: List | MapShape } | undefined;
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
