import { isDeepStrictEqual } from "node:util";
import "@aws-sdk/core/client";
import { resolveEndpoint, type RuleSetObject } from "@smithy/core/endpoints";
import fc from "fast-check";
import type {
  EndpointParameter,
  EndpointParameters,
} from "../../codegen/runtime/client/service-types.js";
import type { RuleParameter } from "../../codegen/src/ir/endpoints.js";
import type { LoadedRules } from "./load-rules.js";

/** The results of comparisons. */
export interface Comparison {
  readonly comparisons: number;
  readonly failures: readonly string[];
}

/** How many sets of parameters are tried for a model. */
const runs = 500;

/** Compares the code with the evaluator of the AWS SDK, on random parameters. */
export function compareWithSdk(
  ruleSet: unknown,
  { rules, parameters }: Pick<LoadedRules, "rules" | "parameters">,
): Comparison {
  const texts = textsOf(ruleSet);
  const property = fc.property(parametersOf(parameters, texts), (given) => {
    const ours = outcome(() => {
      const endpoint = rules.resolve(given);
      return { ...endpoint, url: new URL(endpoint.url).href.replace(/\/$/, "") };
    });
    // The SDK returns a `URL`, which writes host names in lower case and encodes paths.
    const theirs = outcome(() => {
      const { url, headers, properties } = resolveEndpoint(sdkRules(ruleSet), {
        endpointParams: { ...given } as Record<string, string | boolean>,
      });
      const authSchemes = properties?.authSchemes;
      return {
        url: String(url).replace(/\/$/, ""),
        ...(Object.keys(headers ?? {}).length === 0 ? {} : { headers }),
        ...(authSchemes === undefined ? {} : { authSchemes }),
      };
    });
    if (typeof theirs["error"] === "string" && typeof ours["error"] === "string") {
      if (ours["error"].includes(theirs["error"]) || isNoRule(theirs["error"])) return;
    } else if (isDeepStrictEqual(ours, theirs)) {
      return;
    }
    throw new Error(`ours ${JSON.stringify(ours)}, theirs ${JSON.stringify(theirs)}`);
  });
  const quiet = console.error;
  // The SDK's evaluator logs every URL that it cannot parse.
  console.error = () => undefined;
  const result = fc.check(property, { numRuns: runs });
  console.error = quiet;
  if (!result.failed) return { comparisons: result.numRuns, failures: [] };
  const found = `${JSON.stringify(result.counterexample)}: ${String(result.errorInstance)} (seed ${result.seed})`;
  return { comparisons: result.numRuns, failures: [`with parameters ${found}`] };
}

function isNoRule(message: string): boolean {
  return message === "Rules evaluation failed" || message.startsWith("Missing required parameter");
}

function outcome(resolve: () => Record<string, unknown>): Record<string, unknown> {
  try {
    return resolve();
  } catch (error) {
    return { error: (error as Error).message };
  }
}

/** The evaluator requires a service id that the trait does not have. */
function sdkRules(ruleSet: unknown): RuleSetObject {
  return ruleSet as RuleSetObject;
}

/** All texts of a rule set: what the parameters are compared with is among them. */
function textsOf(part: unknown): string[] {
  if (typeof part === "string") return part.includes("{") || part.includes(" ") ? [] : [part];
  if (typeof part !== "object" || part === null) return [];
  return [...new Set(Object.values(part).flatMap(textsOf))];
}

const common = [
  ...["us-east-1", "eu-central-1", "cn-north-1", "us-gov-west-1", "us-iso-east-1", "aws-global"],
  ...["https://example.com", "http://127.0.0.1:8080/base", "https://[::1]/a/", "not a url", ""],
  ...[
    "https://example.com?query",
    "https://host.beta.example.com",
    "bucket",
    "bucket.name",
    "Bucket",
  ],
  ...["mybucket--use1-az1--x-s3", "--op-s3", "mybucket--abcd-ab1--xa-s3", "123456789012"],
  ...["test-accessp-o0b1d075431d83bebde8xz5w8ijx1qzlbp3i3kuse10--op-s3", "a-1234567890123"],
  "arn:aws:s3:us-west-2:123456789012:accesspoint:myendpoint",
  "arn:aws:s3::123456789012:accesspoint:mfzwi23gnjvgw.mrap",
  "arn:aws:s3:us-east-1:123456789012:accesspoint/name",
  "arn:aws:s3-object-lambda:us-east-1:123456789012:accesspoint/mybanner",
  "arn:aws:s3-outposts:us-west-2:123456789012:outpost/op-01234567890123456/accesspoint/reports",
  "arn:aws:s3-outposts:us-west-2:123456789012:outpost:op-01234567890123456:bucket:mybucket",
  "arn:aws-cn:s3:cn-north-1:123456789012:accesspoint:myendpoint",
  "arn:aws:dynamodb:us-east-1:123456789012:table/t",
  "arn:aws:kinesis:us-east-1:123456789012:stream/s",
  "arn:aws:kinesis:us-east-1:123456789012:stream/s/consumer/c:1",
];

function parametersOf(
  parameters: readonly RuleParameter[],
  texts: readonly string[],
): fc.Arbitrary<EndpointParameters> {
  const text = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...common) },
    { weight: 2, arbitrary: fc.constantFrom(...texts, "") },
    { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
  );
  const region = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...common.slice(0, 6)) },
    { weight: 1, arbitrary: text },
  );
  const values = parameters.map(({ name, type }): [string, fc.Arbitrary<EndpointParameter>] => {
    const value: fc.Arbitrary<EndpointParameter> =
      type === "boolean"
        ? fc.boolean()
        : type === "strings"
          ? fc.array(text)
          : name === "Region"
            ? region
            : text;
    return [name, value];
  });
  return fc.record(Object.fromEntries(values), { requiredKeys: [] });
}
