/** A group of AWS regions (AWS, "Rules engine library functions", `aws.partition`). */
export interface Partition {
  readonly name: string;
  readonly dnsSuffix: string;
  readonly dualStackDnsSuffix: string;
  readonly implicitGlobalRegion: string;
  readonly supportsFIPS: boolean;
  readonly supportsDualStack: boolean;
}

/**
 * Name, regions, DNS suffix, DNS suffix for IPv4 and IPv6, and the region for global services. The
 * facts are from the table of `@aws-sdk/core` 3.981. Patterns include the regions that are listed
 * there but do not match its patterns.
 */
const partitions: readonly (readonly [string, RegExp, string, string, string])[] = [
  [
    "aws-cn",
    /^(cn-\w+-\d+|aws-cn-global)$/,
    "amazonaws.com.cn",
    "api.amazonwebservices.com.cn",
    "cn-northwest-1",
  ],
  [
    "aws-us-gov",
    /^(us-gov-\w+-\d+|aws-us-gov-global)$/,
    "amazonaws.com",
    "api.aws",
    "us-gov-west-1",
  ],
  ["aws-eusc", /^eusc-de-\w+-\d+$/, "amazonaws.eu", "api.amazonwebservices.eu", "eusc-de-east-1"],
  ["aws-iso", /^(us-iso-\w+-\d+|aws-iso-global)$/, "c2s.ic.gov", "api.aws.ic.gov", "us-iso-east-1"],
  [
    "aws-iso-b",
    /^(us-isob-\w+-\d+|aws-iso-b-global)$/,
    "sc2s.sgov.gov",
    "api.aws.scloud",
    "us-isob-east-1",
  ],
  [
    "aws-iso-e",
    /^(eu-isoe-\w+-\d+|aws-iso-e-global)$/,
    "cloud.adc-e.uk",
    "api.cloud-aws.adc-e.uk",
    "eu-isoe-west-1",
  ],
  [
    "aws-iso-f",
    /^(us-isof-\w+-\d+|aws-iso-f-global)$/,
    "csp.hci.ic.gov",
    "api.aws.hci.ic.gov",
    "us-isof-south-1",
  ],
];

/** Returns the partition of a region; `aws` for a region that no other partition has. */
export function partition(region: string): Partition {
  const found = partitions.find(([, regions]) => regions.test(region));
  const [name, , dnsSuffix, dualStackDnsSuffix, implicitGlobalRegion] =
    found ?? (["aws", /^/, "amazonaws.com", "api.aws", "us-east-1"] as const);
  return {
    name,
    dnsSuffix,
    dualStackDnsSuffix,
    implicitGlobalRegion,
    supportsFIPS: true,
    supportsDualStack: true,
  };
}
