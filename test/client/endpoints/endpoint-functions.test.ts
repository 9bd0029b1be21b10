import { awsEndpointFunctions } from "@aws-sdk/core/client";
import { isValidHostLabel as sdkIsValidHostLabel, resolveEndpoint } from "@smithy/core/endpoints";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import {
  flatten,
  isValidHostLabel,
  isVirtualHostableS3Bucket,
  namesOf,
  parseArn,
  parseURL,
  project,
  split,
  substring,
  uriEncode,
} from "../../../codegen/runtime/client/endpoint-functions.js";
import { partition } from "../../../codegen/runtime/client/partitions.js";

/** The result of a function in the AWS SDK's evaluator of rules; absent as `undefined`. */
function inSdk(fn: string, ...argv: readonly (string | number | boolean)[]): unknown {
  const names = argv.map((_, index) => `P${index}`);
  let found: string | undefined;
  const rules = {
    version: "1.0",
    parameters: {},
    rules: [
      { type: "error", conditions: [{ fn, argv: names.map((ref) => ({ ref })) }], error: "found" },
    ],
  };
  const endpointParams = Object.fromEntries(names.map((name, index) => [name, argv[index]]));
  const logger = {
    debug: (text: string) => {
      const [, value] = / = (.*)$/s.exec(text) ?? [];
      if (text.includes("evaluateCondition")) found = value;
    },
  };
  vi.spyOn(console, "error").mockReturnValue();
  try {
    resolveEndpoint(rules as never, { endpointParams, logger } as never);
  } catch {
    // The rule is an error, or does not apply.
  }
  vi.restoreAllMocks();
  return found === undefined || found === "null" || found === "undefined"
    ? undefined
    : parsed(found);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom(...Array.from("aB1-._:/%é[]@?#")) }),
  fc.stringMatching(
    /^(https?|HTTP|ftp):\/\/([a-z][a-z0-9.:-]{0,11}|127\.0\.0\.1|\[::1\])?(:80|:443)?\/?[a-z/%?#]{0,5}$/,
  ),
  fc.stringMatching(/^arn:[a-z]{0,2}:[a-z]{0,2}:[a-z]{0,2}:[0-9]{0,2}:[a-z/:]{0,5}$/),
);

describe("isValidHostLabel", () => {
  it.each<[text: string, single: boolean, several: boolean]>([
    ["a", true, true],
    ["a-1", true, true],
    ["A1", true, true],
    ["a".repeat(63), true, true],
    ["a".repeat(64), false, false],
    ["", false, false],
    ["-a", false, false],
    ["a-", false, false],
    ["a_b", false, false],
    ["a\n", false, false],
    ["é", false, false],
    ["a.b", false, true],
    ["a..b", false, false],
    [".a", false, false],
    ["a.", false, false],
    ["evil.com#", false, false],
  ])("%j: %s, with subdomains %s", (label, single, several) => {
    expect(isValidHostLabel(label, false)).toBe(single);
    expect(isValidHostLabel(label, true)).toBe(several);
  });

  it("agrees with the AWS SDK", () => {
    fc.assert(
      fc.property(text, fc.boolean(), (given, several) => {
        expect(isValidHostLabel(given, several)).toBe(sdkIsValidHostLabel(given, several));
      }),
      { numRuns: 1000 },
    );
  });
});

describe("isVirtualHostableS3Bucket", () => {
  it.each<[text: string, single: boolean, several: boolean]>([
    ["my-bucket", true, true],
    ["my.bucket", false, false],
    ["myb.bucket", false, true],
    ["ab", false, false],
    ["abc", true, true],
    ["Bucket", false, false],
    ["127.0.0.1", false, false],
    ["123.456.789.123", false, true],
    ["", false, false],
  ])("%j: %s, with subdomains %s", (bucket, single, several) => {
    expect(isVirtualHostableS3Bucket(bucket, false)).toBe(single);
    expect(isVirtualHostableS3Bucket(bucket, true)).toBe(several);
  });

  it("agrees with the AWS SDK", () => {
    fc.assert(
      fc.property(text, fc.boolean(), (given, several) => {
        expect(isVirtualHostableS3Bucket(given, several)).toBe(
          awsEndpointFunctions["isVirtualHostableS3Bucket"]?.(given, several),
        );
      }),
      { numRuns: 1000 },
    );
  });
});

describe("parseURL", () => {
  // The table of Smithy's specification, and what its text says besides.
  it.each<[url: string, want: readonly [string, string, string, string, boolean] | undefined]>([
    ["https://example.com", ["https", "example.com", "/", "/", false]],
    ["https://example.com:8443?foo=bar&faz=baz", undefined],
    ["http://example.com:80/foo/bar", ["http", "example.com:80", "/foo/bar", "/foo/bar/", false]],
    ["https://127.0.0.1", ["https", "127.0.0.1", "/", "/", true]],
    ["https://[fe80::1]", ["https", "[fe80::1]", "/", "/", true]],
    ["https://example.com:443", ["https", "example.com:443", "/", "/", false]],
    ["https://example.com:8443/a/", ["https", "example.com:8443", "/a/", "/a/", false]],
    ["http://1.2.3.4:8080", ["http", "1.2.3.4:8080", "/", "/", true]],
    ["https://user:name@example.com", ["https", "example.com", "/", "/", false]],
    ["ftp://example.com", undefined],
    ["example.com", undefined],
    ["https://", undefined],
    ["", undefined],
  ])("%s", (given, want) => {
    const [scheme, authority, path, normalizedPath, isIp] = want ?? [];
    expect(parseURL(given)).toEqual(
      want === undefined ? undefined : { scheme, authority, path, normalizedPath, isIp },
    );
  });

  it("agrees with the AWS SDK", () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(parseURL(given)).toEqual(inSdk("parseURL", given));
      }),
      { numRuns: 1000 },
    );
  });
});

describe("substring", () => {
  it.each<[text: string, start: number, end: number, reverse: boolean, want: string | undefined]>([
    ["abcdefg", 0, 4, false, "abcd"],
    ["abcdefg", 0, 4, true, "defg"],
    ["abcdefg", 1, 3, true, "ef"],
    ["abcd", 0, 4, false, "abcd"],
    ["abcd", 0, 4, true, "abcd"],
    ["abc", 0, 4, false, undefined],
    ["", 0, 4, false, undefined],
    ["abcdefg", 4, 4, false, undefined],
    ["abcdefg", 5, 4, false, undefined],
    ["a\u{80}cdefg", 0, 4, false, undefined],
    ["\u{0}\u{7f}", 0, 2, false, "\u{0}\u{7f}"],
  ])("%j from %i to %i, reverse %s", (given, start, end, reverse, want) => {
    expect(substring(given, start, end, reverse)).toBe(want);
  });
});

describe("uriEncode", () => {
  it("encodes all but unreserved characters, in upper case", () => {
    expect(uriEncode("AZaz09-_.~")).toBe("AZaz09-_.~");
    expect(uriEncode("/:,?#[]{}|@! $&'()*+;=%<>\"^`\\")).toBe(
      "%2F%3A%2C%3F%23%5B%5D%7B%7D%7C%40%21%20%24%26%27%28%29%2A%2B%3B%3D%25%3C%3E%22%5E%60%5C",
    );
    expect(uriEncode("é€😀")).toBe("%C3%A9%E2%82%AC%F0%9F%98%80");
    expect(uriEncode("\ud800")).toBe("%EF%BF%BD");
  });
});

describe("split", () => {
  it.each<[text: string, delimiter: string, limit: number, want: readonly string[]]>([
    ["a--b--c", "--", 0, ["a", "b", "c"]],
    ["a--b--c", "--", 1, ["a--b--c"]],
    ["a--b--c", "--", 2, ["a", "b--c"]],
    ["a--b--c", "--", 5, ["a", "b", "c"]],
    ["--a--", "--", 0, ["", "a", ""]],
    ["", "--", 0, [""]],
    ["abc", "--", 0, ["abc"]],
  ])("%j at %j, limit %i", (given, delimiter, limit, want) => {
    expect(split(given, delimiter, limit)).toEqual(want);
  });
});

describe("parseArn", () => {
  it.each<
    [arn: string, want: readonly [string, string, string, string, readonly string[]] | undefined]
  >([
    [
      "arn:aws:sns:us-west-2:012345678910:example-sns-topic-name",
      ["aws", "sns", "us-west-2", "012345678910", ["example-sns-topic-name"]],
    ],
    [
      "arn:aws:ec2:us-east-1:012345678910:vpc/vpc-0e9801d129EXAMPLE",
      ["aws", "ec2", "us-east-1", "012345678910", ["vpc", "vpc-0e9801d129EXAMPLE"]],
    ],
    [
      "arn:aws:iam::012345678910:user/johndoe",
      ["aws", "iam", "", "012345678910", ["user", "johndoe"]],
    ],
    ["arn:aws:s3:::bucket_name", ["aws", "s3", "", "", ["bucket_name"]]],
    ["arn:aws:s3:::a:b/c:", ["aws", "s3", "", "", ["a", "b", "c", ""]]],
    ["arn::s3:::bucket", undefined],
    ["arn:aws::::bucket", undefined],
    ["arn:aws:s3:::", undefined],
    ["arn:aws:s3", undefined],
    ["urn:aws:s3:::bucket", undefined],
    ["", undefined],
  ])("%s", (given, want) => {
    const [name, service, region, accountId, resourceId] = want ?? [];
    expect(parseArn(given)).toEqual(
      want === undefined ? undefined : { partition: name, service, region, accountId, resourceId },
    );
  });

  it("agrees with the AWS SDK", () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(parseArn(given)).toEqual(awsEndpointFunctions["parseArn"]?.(given) ?? undefined);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("aws.partition", () => {
  const sdk = (region: string): Record<string, unknown> => {
    const outputs = awsEndpointFunctions["partition"]?.(region) as Record<string, unknown>;
    return Object.fromEntries(Object.entries(outputs).filter(([name]) => name !== "description"));
  };

  it.each([
    ["us-east-1", "aws"],
    ["cn-north-1", "aws-cn"],
    ["cn-future-9", "aws-cn"],
    ["us-gov-west-1", "aws-us-gov"],
    ["us-isob-east-1", "aws-iso-b"],
    ["aws-cn-global", "aws-cn"],
    ["aws-global", "aws"],
    ["nowhere", "aws"],
    ["", "aws"],
  ])("%j is in %s", (region, name) => {
    expect(partition(region).name).toBe(name);
  });

  it("has the facts of the AWS SDK for every region in its table", async () => {
    // The table is not exported.
    const file = new URL(
      "../../../node_modules/@aws-sdk/core/dist-es/submodules/client/util-endpoints/lib/aws/partitions.js",
      import.meta.url,
    );
    const { partitionsInfo } = (await import(/* @vite-ignore */ file.href)) as {
      partitionsInfo: { partitions: readonly { regions: Record<string, unknown> }[] };
    };
    const regions = partitionsInfo.partitions.flatMap((found) => Object.keys(found.regions));
    expect(regions.length).toBeGreaterThan(40);
    for (const region of regions) expect(partition(region), region).toEqual(sdk(region));
  });

  it("agrees with the AWS SDK about other names", () => {
    const name = fc
      .tuple(
        fc.constantFrom(
          "us",
          "eu",
          "cn",
          "us-gov",
          "us-iso",
          "us-isob",
          "eu-isoe",
          "us-isof",
          "eusc-de",
          "aws",
          "x",
        ),
        fc.constantFrom("-", ""),
        fc.constantFrom("north", "a_1", "", "é"),
        fc.constantFrom("-1", "-23", "", "-x"),
      )
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(name, (region) => {
        expect(partition(region)).toEqual(sdk(region));
      }),
    );
  });
});

describe("paths", () => {
  it("leave out what is absent, and are absent themselves without a start", () => {
    expect(project([1, null, 2], (item) => item)).toEqual([1, 2]);
    expect(project({ a: { b: 1 }, c: {} }, (item: { b?: number }) => item.b)).toEqual([1]);
    expect(project(undefined, (item) => item)).toBeUndefined();
    expect(flatten([["a", null], "b", undefined])).toEqual(["a", "b"]);
    expect(flatten(undefined)).toBeUndefined();
    expect(namesOf({ a: 1 })).toEqual(["a"]);
    expect(namesOf(null)).toBeUndefined();
  });
});

describe("functions of rules", () => {
  it("have a result for values of any type, since inputs are not checked", () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        fc.pre(typeof value !== "object" || value === null || Array.isArray(value));
        for (const call of [isValidHostLabel, isVirtualHostableS3Bucket, parseArn, uriEncode])
          (call as (...given: unknown[]) => unknown)(value, true);
        split(value, "-", 0);
        substring(value as string, 0, 4, true);
        parseURL(value as string);
      }),
    );
  });
});
