import { bucketTraits, s3Traits } from "../codegen/support/s3-rules.js";
import type { SerializedRequest } from "./generated-suite.js";
import type { RequestTest, SuiteModel, SuiteShape } from "./test-format.js";

/*
 * Buckets in hosts. The suite of S3 tests them, but its model has no endpoint rules, which is where
 * models of S3 say where a bucket is.
 */

/** The hosts of the suite whose subdomains are buckets. */
export const bucketDomains: readonly string[] = [
  ...["s3.us-west-2.amazonaws.com", "s3.dualstack.us-west-2.amazonaws.com"],
  ...["s3-accelerate.amazonaws.com", "s3-accelerate.dualstack.amazonaws.com"],
];

/** Returns a model with endpoint rules for its buckets if it is one of S3, or else as it is. */
export function withBucketRules(model: SuiteModel): SuiteModel {
  if (!Object.values(model.shapes).some(isS3)) return model;
  const shapes = Object.entries(model.shapes).map(([id, shape]) => [id, withRules(shape)] as const);
  return { ...model, shapes: Object.fromEntries(shapes) };
}

/** Returns whether a shape is the service S3. */
function isS3({ traits = {} }: SuiteShape): boolean {
  return (traits["aws.api#service"] as { sdkId?: unknown } | undefined)?.sdkId === "S3";
}

function withRules(shape: SuiteShape): SuiteShape {
  if (isS3(shape)) return { ...shape, traits: { ...shape.traits, ...s3Traits } };
  const bucket = shape.members?.["Bucket"];
  if (bucket?.traits?.["smithy.api#httpLabel"] === undefined) return shape;
  const traits = { ...bucket.traits, ...bucketTraits };
  return { ...shape, members: { ...shape.members, Bucket: { ...bucket, traits } } };
}

/** The configuration of a client or of a call in a test (`aws.protocoltests.config#AwsConfig`). */
interface ScopedConfig {
  readonly region?: string;
  readonly s3?: {
    readonly addressing_style?: "auto" | "path" | "virtual";
    readonly use_accelerate_endpoint?: boolean;
    readonly use_dualstack_endpoint?: boolean;
  };
}

/** Returns the configuration of a client for a test; `undefined` if the test has none. */
export function clientConfigOf({ vendorParams }: RequestTest): object | undefined {
  const { scopedConfig } = (vendorParams ?? {}) as {
    scopedConfig?: { client?: ScopedConfig; operation?: ScopedConfig };
  };
  if (scopedConfig === undefined) return undefined;
  const { client, operation } = scopedConfig;
  const s3 = { ...client?.s3, ...operation?.s3 };
  return {
    region: operation?.region ?? client?.region,
    forcePathStyle: s3.addressing_style === "path",
    accelerate: s3.use_accelerate_endpoint,
    useDualstackEndpoint: s3.use_dualstack_endpoint,
    credentials: false,
  };
}

/** Returns the request that a client sends. */
export async function requestOf(
  call: (requestHandler: object) => Promise<unknown>,
): Promise<SerializedRequest> {
  let sent: SerializedRequest | undefined;
  const handler = {
    async handle(request: SerializedRequest): Promise<never> {
      sent = request;
      return Promise.reject(new Error("The test needs no response."));
    },
  };
  await call(handler).catch(() => undefined);
  if (sent === undefined) throw new Error("the client sent no request");
  return sent;
}
