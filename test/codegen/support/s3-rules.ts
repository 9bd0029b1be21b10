import { member, type Json } from "./models.js";

/*
 * Endpoint rules that put buckets where those of Amazon S3 put them, for models of S3 without rules
 * (Amazon S3, "Virtual hosting of general purpose buckets").
 */

const ref = (name: string): Json => ({ ref: name });
const call = (fn: string, ...argv: unknown[]): Json => ({ fn, argv });
const isSet = (name: string): Json => call("isSet", ref(name));
const isTrue = (name: string): Json => call("booleanEquals", ref(name), true);
const isFalse = (name: string): Json => call("booleanEquals", ref(name), false);
const attribute = (of: string, path: string): Json => call("getAttr", ref(of), path);
const as = (name: string, condition: Json): Json => ({ ...condition, assign: name });

const authSchemes = [
  { name: "sigv4", signingName: "s3", signingRegion: "{Region}", disableDoubleEncoding: true },
];

function endpoint(url: string, ...conditions: Json[]): Json {
  return { type: "endpoint", conditions, endpoint: { url, properties: { authSchemes } } };
}

function tree(conditions: Json[], ...rules: Json[]): Json {
  return { type: "tree", conditions, rules };
}

const suffix = "{partition#dnsSuffix}";
const encoded = as("encoded", call("uriEncode", ref("Bucket")));
const isHost = call("aws.isVirtualHostableS3Bucket", ref("Bucket"), false);

/** The rules for a host, with the bucket in it if that can be. */
function addressed(host: string): Json[] {
  return [
    endpoint(`https://{Bucket}.${host}`, isFalse("ForcePathStyle"), isHost),
    endpoint(`https://${host}/{encoded}`, encoded),
  ];
}

const accessPoint = tree(
  [
    as("arn", call("aws.parseArn", ref("Bucket"))),
    as("type", attribute("arn", "resourceId[0]")),
    call("stringEquals", ref("type"), "accesspoint"),
    as("point", attribute("arn", "resourceId[1]")),
  ],
  endpoint(`https://{point}-{arn#accountId}.s3-accesspoint.{Region}.${suffix}`),
);

const ownEndpoint = tree(
  [isSet("Endpoint"), as("url", call("parseURL", ref("Endpoint")))],
  endpoint("{url#scheme}://{url#authority}{url#path}", call("not", isSet("Bucket"))),
  endpoint(
    "{url#scheme}://{Bucket}.{url#authority}{url#path}",
    isSet("Bucket"),
    isFalse("ForcePathStyle"),
    call("booleanEquals", attribute("url", "isIp"), false),
    isHost,
  ),
  endpoint("{url#scheme}://{url#authority}{url#normalizedPath}{encoded}", isSet("Bucket"), encoded),
);

const bucketEndpoint = tree(
  [isSet("Bucket")],
  accessPoint,
  tree(
    [isTrue("Accelerate"), isHost],
    endpoint(`https://{Bucket}.s3-accelerate.dualstack.${suffix}`, isTrue("UseDualStack")),
    endpoint(`https://{Bucket}.s3-accelerate.${suffix}`),
  ),
  tree([isTrue("UseDualStack")], ...addressed(`s3.dualstack.{Region}.${suffix}`)),
  ...addressed(`s3.{Region}.${suffix}`),
);

const flag = (builtIn: string): Json => ({
  ...{ builtIn, type: "boolean", required: true, default: false, documentation: "" },
});

/** The traits of a service of S3 that say where its buckets are. */
export const s3Traits: Json = {
  "smithy.rules#clientContextParams": {
    ForcePathStyle: { type: "boolean" },
    Accelerate: { type: "boolean" },
  },
  "smithy.rules#endpointRuleSet": {
    version: "1.0",
    parameters: {
      Region: { builtIn: "AWS::Region", type: "string", required: true, documentation: "" },
      Endpoint: { builtIn: "SDK::Endpoint", type: "string", documentation: "" },
      Bucket: { type: "string", documentation: "" },
      UseDualStack: flag("AWS::UseDualStack"),
      ForcePathStyle: flag("AWS::S3::ForcePathStyle"),
      Accelerate: flag("AWS::S3::Accelerate"),
    },
    rules: [
      ownEndpoint,
      tree(
        [as("partition", call("aws.partition", ref("Region")))],
        bucketEndpoint,
        endpoint(`https://s3.{Region}.${suffix}`),
      ),
    ],
  },
};

/** The trait of a member with a bucket. */
export const bucketTraits: Json = { "smithy.rules#contextParam": { name: "Bucket" } };

/** A bucket in a path. */
export const bucketLabel: Json = member("String", { httpLabel: {}, required: {}, ...bucketTraits });
