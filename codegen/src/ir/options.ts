/** The values of the options that are one of a list; the first is the default. */
export const longTypes = ["number", "bigint"] as const;

export const patternModes = ["linear", "skip"] as const;

/** The supported protocols, the preferred ones first. */
export const protocolNames = [
  "rpcv2Cbor",
  "awsJson1_0",
  "awsJson1_1",
  "restJson1",
  "restXml",
  "awsQuery",
  "ec2Query",
  "rpcv2Json",
] as const;
