import type { ProtocolName } from "./service.js";
import type { AstServiceShape, ShapeId } from "../load/ast.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { hasTrait } from "../load/traits.js";

/** What the IR has to know of a protocol. How messages are written is a matter of the emitter. */
export interface ProtocolRules {
  readonly trait: ShapeId;
  /** Whether the traits of HTTP bindings apply. Without them, all members are in the body. */
  readonly httpBindings: boolean;
  /** Whether the trait jsonName applies. */
  readonly jsonNames: boolean;
  /** Whether the protocol is also specified for servers. */
  readonly servers: boolean;
  /** Whether documents are XML, so that the traits of XML apply. */
  readonly xml: boolean;
  /** Whether the trait timestampFormat applies. */
  readonly timestampFormats: boolean;
  /** Returns the path of an operation's requests, if the operation has no HTTP bindings. */
  readonly path: (service: string, operation: string) => string;
}

const rootPath = (): string => "/";
const rpcPath = (service: string, operation: string): string =>
  `/service/${service}/operation/${operation}`;

/** The supported protocols. The first of them that a service has is its protocol. */
export const protocolRules: Readonly<Record<ProtocolName, ProtocolRules>> = {
  rpcv2Cbor: {
    trait: "smithy.protocols#rpcv2Cbor",
    servers: true,
    httpBindings: false,
    jsonNames: false,
    xml: false,
    timestampFormats: false,
    path: rpcPath,
  },
  awsJson1_0: {
    trait: "aws.protocols#awsJson1_0",
    servers: true,
    httpBindings: false,
    jsonNames: false,
    xml: false,
    timestampFormats: true,
    path: rootPath,
  },
  awsJson1_1: {
    trait: "aws.protocols#awsJson1_1",
    servers: true,
    httpBindings: false,
    jsonNames: false,
    xml: false,
    timestampFormats: true,
    path: rootPath,
  },
  restJson1: {
    trait: "aws.protocols#restJson1",
    servers: true,
    httpBindings: true,
    jsonNames: true,
    xml: false,
    timestampFormats: true,
    path: rootPath,
  },
  restXml: {
    trait: "aws.protocols#restXml",
    servers: true,
    httpBindings: true,
    jsonNames: false,
    xml: true,
    timestampFormats: true,
    path: rootPath,
  },
  awsQuery: {
    trait: "aws.protocols#awsQuery",
    servers: false,
    httpBindings: false,
    jsonNames: false,
    xml: true,
    timestampFormats: true,
    path: rootPath,
  },
  ec2Query: {
    trait: "aws.protocols#ec2Query",
    servers: false,
    httpBindings: false,
    jsonNames: false,
    xml: true,
    timestampFormats: true,
    path: rootPath,
  },
  rpcv2Json: {
    trait: "smithy.protocols#rpcv2Json",
    servers: true,
    httpBindings: false,
    jsonNames: false,
    xml: false,
    timestampFormats: false,
    path: rpcPath,
  },
};

/**
 * Returns the protocol of a service.
 * @param wanted the only protocol to use; by default, the first that the service has
 * @throws ModelError if the service does not have it, with the protocols that it has
 */
export function protocolOf(
  service: AstServiceShape,
  wanted: ProtocolName | undefined,
  diagnostics: Diagnostics,
): ProtocolName {
  const names = Object.keys(protocolRules) as ProtocolName[];
  const candidates = wanted === undefined ? names : [wanted];
  const found = candidates.find((name) => hasTrait(service, protocolRules[name].trait));
  if (found !== undefined) return found;
  const spoken = Object.keys(service.traits)
    .filter((id) =>
      /^(aws|smithy)\.protocols#(?!httpChecksum|awsQueryCompatible)|^alloy#\w+Json$/.test(id),
    )
    .sort();
  const supported = candidates.map((name) => protocolRules[name].trait).join(", ");
  return diagnostics.fail(
    "SC1305",
    service.id,
    `uses ${spoken.length === 0 ? "no protocol" : spoken.join(", ")}; ${wanted === undefined ? "the supported protocols are" : "the protocol to use is"} ${supported}`,
  );
}
