import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { ClientConfig } from "../../../codegen/runtime/client/client-types.js";
import type {
  ClientService,
  EndpointParameters,
  EndpointRules,
} from "../../../codegen/runtime/client/service-types.js";
import { resolveEndpoint } from "../../../codegen/runtime/client/endpoint.js";
import {
  accountIdModeSource,
  accountIdSource,
  configSource,
  dualstackSource,
  endpointSource,
  fipsSource,
  regionOf,
  regionSource,
} from "../../../codegen/runtime/client/endpoint-sources.js";
import { ConfigurationError } from "../../../codegen/runtime/client/errors.js";

const sources: EndpointRules["parameters"] = {
  Region: regionSource,
  FIPS: fipsSource,
  DualStack: dualstackSource,
  Endpoint: endpointSource,
};

/** A service whose rules are these. */
function service(
  resolve: (given: EndpointParameters) => string = ({ Region, Endpoint }) =>
    String(Endpoint ?? `https://api.${String(Region)}.example.com`),
  parameters: EndpointRules["parameters"] = sources,
): ClientService {
  return {
    ...{ name: "Weather", auth: [], operations: {} },
    endpoints: { parameters, resolve: (given) => ({ url: resolve(given) }) },
    toValidationException: () => new Error(),
  };
}

const withoutRules: ClientService = { ...service(), endpoints: undefined };

function urlOf(config: ClientConfig, given: ClientService = service()): string {
  return resolveEndpoint(given, config, undefined, {}).url;
}

/** The parameters that rules get. */
function parametersOf(
  config: ClientConfig,
  input?: unknown,
  endpoint?: (input: never) => EndpointParameters,
): unknown {
  let found: unknown;
  const resolve = (given: EndpointParameters): string => {
    found = given;
    return "https://a";
  };
  resolveEndpoint(
    service(resolve),
    config,
    endpoint === undefined ? undefined : { endpoint },
    input,
  );
  return found;
}

function refusal(action: () => unknown): ConfigurationError {
  try {
    action();
  } catch (error) {
    if (error instanceof ConfigurationError) return error;
    throw error;
  }
  throw new Error("it was not refused");
}

/** The environment holds these variables alone of those that are read. */
function environment(variables: Readonly<Record<string, string>>): void {
  for (const name of [
    "AWS_REGION",
    "AWS_DEFAULT_REGION",
    "AWS_USE_FIPS_ENDPOINT",
    "AWS_USE_DUALSTACK_ENDPOINT",
    "AWS_ACCOUNT_ID",
    "AWS_ACCOUNT_ID_ENDPOINT_MODE",
  ])
    vi.stubEnv(name, variables[name]);
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

describe("the region", () => {
  it("is that of the configuration, or else of the environment", () => {
    environment({ AWS_REGION: "r-1", AWS_DEFAULT_REGION: "r-2" });
    expect(urlOf({ region: "r-0" })).toBe("https://api.r-0.example.com");
    expect(urlOf({})).toBe("https://api.r-1.example.com");
    environment({ AWS_REGION: "", AWS_DEFAULT_REGION: "r-2" });
    expect(urlOf({})).toBe("https://api.r-2.example.com");
  });

  it.each<[what: string, process: unknown]>([
    ["nowhere", undefined],
    ["without variables", {}],
    ["in an empty environment", { env: {} }],
    [
      "where the platform does not permit to read it",
      {
        env: new Proxy(
          {},
          {
            get: () => {
              throw new Error("NotCapable");
            },
          },
        ),
      },
    ],
  ])("is missed %s, and the error says what to set", (_, process) => {
    vi.stubGlobal("process", process);
    const { property, message } = refusal(() => urlOf({}));
    vi.unstubAllGlobals();
    expect({ property, message }).toEqual({
      property: "region",
      message:
        "No region is set for Weather. Set region in the client's configuration, or AWS_REGION in the environment.",
    });
  });

  it.each([
    "us east",
    "evil.com#",
    "a/b",
    "",
    "..",
    "a.b",
    "us-east-1\n",
    "-a",
    "a@b",
    "a:1",
    "a\\b",
    "é",
    "a".repeat(64),
    5,
    null,
    {},
    () => "us-east-1",
  ])("is refused if it would change the host: %j", (region) => {
    environment({});
    if (region === null) return;
    const error = refusal(() => urlOf({ region: region as string }));
    expect(error.property).toBe("region");
    expect(error.message).toMatch(
      /^The region of Weather is .*; expected .* Set region in the client's configuration/,
    );
    expect(refusal(() => urlOf({ region: region as string, endpoint: "https://a" })).property).toBe(
      "region",
    );
    if (typeof region === "string" && region !== "" && !region.includes("\0")) {
      environment({ AWS_REGION: region });
      expect(refusal(() => urlOf({})).property).toBe("region");
    }
  });

  it("never changes the rest of the URL", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.string({ unit: fc.constantFrom(...Array.from("a-.:/@#?\\")) }),
        ),
        (region) => {
          try {
            expect(new URL(urlOf({ region })).hostname).toBe(
              `api.${region}.example.com`.toLowerCase(),
            );
          } catch (error) {
            expect(error).toBeInstanceOf(ConfigurationError);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it("is not needed with an endpoint, until something else asks for it", () => {
    environment({});
    expect(urlOf({ endpoint: "https://a" })).toBe("https://a");
    expect(refusal(() => regionOf({ endpoint: "https://a" }, "Weather")).property).toBe("region");
    expect(regionOf({ region: "r-1" }, "Weather")).toBe("r-1");
  });
});

describe("the endpoint", () => {
  it.each<[given: string | URL, want: string]>([
    ["https://example.com", "https://example.com"],
    ["https://example.com/", "https://example.com"],
    ["http://localhost:8080/base/path//", "http://localhost:8080/base/path"],
    ["http://[::1]:3000", "http://[::1]:3000"],
    ["HTTPS://Example.com", "HTTPS://Example.com"],
    [new URL("https://example.com/a/"), "https://example.com/a"],
  ])("%s is %s", (endpoint, want) => {
    expect(urlOf({ region: "r-1", endpoint })).toBe(want);
    expect(urlOf({ endpoint }, withoutRules)).toBe(want);
  });

  it.each([
    ...["", "example.com", "/path", "//example.com", "ftp://example.com", "https://", "https:///a"],
    ...["https://user:secret@example.com", "https://secret@example.com", "https://a?secret=1"],
    ...["https://a#secret", "https://a b", "https://a:99999", "https://a\\b", "https://[x]"],
    ...[5, null, {}, [], new URL("https://user:secret@example.com"), new URL("file:///a")],
  ])("is refused unless it is an absolute HTTP URL: %s", (endpoint) => {
    for (const given of [service(), withoutRules]) {
      const error = refusal(() => urlOf({ region: "r-1", endpoint: endpoint as string }, given));
      expect(error.property).toBe("endpoint");
      expect(error.message).toContain("Set endpoint in the client's configuration");
      expect(error.message).not.toContain("secret");
    }
  });

  it("is required if the model has no rules", () => {
    expect(refusal(() => urlOf({ region: "r-1" }, withoutRules))).toMatchObject({
      property: "endpoint",
      message:
        "No endpoint is set for Weather, and its model has no endpoint rules. Set endpoint in the client's configuration.",
    });
  });

  it("is refused if an input made it another host", () => {
    for (const url of ["https://bucket@evil.com", "https://a/?b", "https://a#.example.com", "none"])
      expect(
        refusal(() =>
          urlOf(
            { region: "r-1" },
            service(() => url),
          ),
        ).message,
      ).toContain("no valid URL");
  });
});

describe("the parameters of rules", () => {
  it("are those of the configuration, or else of the environment", () => {
    environment({ AWS_USE_FIPS_ENDPOINT: "true", AWS_USE_DUALSTACK_ENDPOINT: "yes" });
    const given = { Region: "r-1", Endpoint: undefined };
    expect(parametersOf({ region: "r-1" })).toEqual({ ...given, FIPS: true, DualStack: false });
    expect(
      parametersOf({ region: "r-1", useFipsEndpoint: false, useDualstackEndpoint: true }),
    ).toEqual({ ...given, FIPS: false, DualStack: true });
  });

  it("can be those of an operation, where these are set", () => {
    environment({});
    const endpoint = ({ id }: { readonly id?: string }): EndpointParameters => ({
      Id: id,
      FIPS: true,
      Region: undefined,
    });
    const given = { Region: "r-1", Endpoint: undefined, DualStack: false, FIPS: true };
    expect(parametersOf({ region: "r-1" }, { id: "i" }, endpoint)).toEqual({ ...given, Id: "i" });
    expect(parametersOf({ region: "r-1" }, undefined, endpoint)).toEqual(given);
  });

  it("are kept for a configuration, not for a service or for operations with parameters", () => {
    environment({ AWS_REGION: "r-1" });
    const config = {};
    expect(urlOf(config)).toBe("https://api.r-1.example.com");
    const other = service(({ Region }) => `https://other.${String(Region)}`);
    expect(urlOf(config, other)).toBe("https://other.r-1");
    const bucket = service(({ Bucket }) => `https://${String(Bucket)}`);
    for (const name of ["a", "b"]) {
      const traits = { endpoint: (): EndpointParameters => ({ Bucket: name }) };
      expect(resolveEndpoint(bucket, config, traits, {}).url).toBe(`https://${name}`);
    }
    expect(urlOf(config, bucket)).toBe("https://undefined");
  });

  it("are tried again after an error", () => {
    environment({});
    const config = {};
    expect(refusal(() => urlOf(config)).property).toBe("region");
    environment({ AWS_REGION: "r-1" });
    expect(urlOf(config)).toBe("https://api.r-1.example.com");
  });

  it("have the account of static credentials or of the environment", () => {
    environment({ AWS_ACCOUNT_ID: "2", AWS_ACCOUNT_ID_ENDPOINT_MODE: "required" });
    const keys = { accessKeyId: "a", secretAccessKey: "s" };
    expect(accountIdSource({ credentials: { ...keys, accountId: "1" } })).toBe("1");
    expect(accountIdSource({ credentials: keys })).toBeUndefined();
    expect(accountIdSource({})).toBe("2");
    expect(accountIdModeSource()).toBe("required");
    environment({});
    expect(accountIdSource({})).toBeUndefined();
    expect(accountIdModeSource()).toBe("preferred");
  });

  it("have properties of the configuration", () => {
    const config = { forcePathStyle: true } as ClientConfig;
    expect(configSource("forcePathStyle")(config, "")).toBe(true);
    expect(configSource("accelerate")(config, "")).toBeUndefined();
  });
});
