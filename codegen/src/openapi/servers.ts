import type { JsonObject } from "../../runtime/types.js";
import { isRecord, own } from "../load/parse-model.js";
import { trait, traitProperty } from "../load/traits.js";
import type { Context } from "./context.js";

const region = "us-east-1";

/** What a document without servers means (OpenAPI 3.1, "OpenAPI Object"); linters want it written. */
const unknownHost = [{ url: "/" }];

/**
 * Returns the servers of a service, if the model says where it is: in the tests of its endpoint rules
 * (Smithy 2.0, "endpointTests trait") for a region or no parameters, or else by the endpoint prefix of an AWS
 * service, or else at the root of the host that has the document. Endpoints with FIPS or dual stack are left out, as are those of other partitions.
 */
export function serversOf({ model, service }: Context): readonly JsonObject[] {
  const shape = model.shapes.get(service.id);
  if (shape === undefined) return unknownHost;
  const url = testedUrl(trait(shape, "smithy.rules#endpointTests")) ?? prefixUrl();
  if (url === undefined) return unknownHost;
  const template = url.split(region).join("{region}");
  if (template === url) return [{ url }];
  const variables = { region: { default: region, description: "The AWS region." } };
  return [{ url: template, variables }];

  function prefixUrl(): string | undefined {
    const prefix = shape && traitProperty(shape, "aws.api#service", "endpointPrefix");
    return typeof prefix === "string" ? `https://${prefix}.${region}.amazonaws.com` : undefined;
  }
}

/** Returns the URL of the first test whose parameters say at most that the region is that of the default. */
function testedUrl(tests: unknown): string | undefined {
  const cases = isRecord(tests) ? own(tests, "testCases") : undefined;
  for (const test of Array.isArray(cases) ? cases.filter(isRecord) : []) {
    const params = own(test, "params");
    const isPlain =
      params === undefined ||
      (isRecord(params) &&
        Object.entries(params).every(([name, value]) =>
          name === "Region" ? value === region : value === false,
        ));
    const expected = own(test, "expect");
    const endpoint = isRecord(expected) ? own(expected, "endpoint") : undefined;
    const url = isRecord(endpoint) ? own(endpoint, "url") : undefined;
    if (isPlain && typeof url === "string" && /^https?:\/\//.test(url)) return url;
  }
  return undefined;
}
