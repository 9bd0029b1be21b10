import type { sdkProtocols } from "../peers/sdk-protocols.js";

/** A protocol in which batches are sent. */
export interface BatchProtocol {
  readonly name: keyof typeof sdkProtocols;
  /** The id of its trait. */
  readonly trait: string;
  readonly contentType: string;
  /** The format of what a client sends; responses in a protocol with forms are XML. */
  readonly format: "cbor" | "form" | "json" | "xml";
}

export const batchProtocols: readonly BatchProtocol[] = [
  protocol("restJson1", "application/json", "json"),
  protocol("awsJson1_1", "application/x-amz-json-1.1", "json"),
  { ...protocol("rpcv2Json", "application/json", "json"), trait: "smithy.protocols#rpcv2Json" },
  { ...protocol("rpcv2Cbor", "application/cbor", "cbor"), trait: "smithy.protocols#rpcv2Cbor" },
  protocol("restXml", "application/xml", "xml"),
  protocol("awsQuery", "text/xml", "form"),
  protocol("ec2Query", "text/xml", "form"),
];

function protocol(
  name: BatchProtocol["name"],
  contentType: string,
  format: BatchProtocol["format"],
): BatchProtocol {
  return { name, trait: `aws.protocols#${name}`, contentType, format };
}
