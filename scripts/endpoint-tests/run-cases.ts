import { isDeepStrictEqual } from "node:util";
import type { ClientConfig } from "../../codegen/runtime/client/client-types.js";
import type {
  ClientService,
  Endpoint,
  EndpointParameters,
} from "../../codegen/runtime/client/service-types.js";
import type { LoadedRules } from "./load-rules.js";

/** A test of endpoint rules (Smithy, `smithy.rules#endpointTests` trait). */
export interface TestCase {
  readonly documentation?: string;
  readonly params?: EndpointParameters;
  readonly operationInputs?: readonly OperationInput[];
  readonly expect: {
    readonly error?: string;
    readonly endpoint?: {
      readonly url: string;
      readonly headers?: Readonly<Record<string, readonly string[]>>;
      readonly properties?: Readonly<Record<string, unknown>>;
    };
  };
}

interface OperationInput {
  readonly operationName: string;
  readonly operationParams?: Readonly<Record<string, unknown>>;
  readonly builtInParams?: Readonly<Record<string, string | boolean>>;
}

/** The results of tests. */
export interface CaseResults {
  /** How many checks were made: one for the parameters of a case, and one for each of its inputs. */
  readonly checks: number;
  /** How many inputs need a built-in that clients cannot set. */
  readonly skipped: number;
  readonly failures: readonly string[];
}

/** Runs the tests of a model. */
export function runCases(loaded: LoadedRules, cases: readonly TestCase[]): CaseResults {
  const failures: string[] = [];
  let checks = 0;
  let skipped = 0;
  for (const [index, test] of cases.entries()) {
    const check = (what: string, resolve: () => Endpoint): void => {
      checks += 1;
      const problem = compare(test.expect, resolve);
      if (problem !== undefined)
        failures.push(`case ${index} (${test.documentation ?? ""}), ${what}: ${problem}`);
    };
    check("parameters", () => loaded.rules.resolve(test.params ?? {}));
    for (const input of test.operationInputs ?? []) {
      const config = configOf(input, loaded);
      if (config === undefined) skipped += 1;
      else check(input.operationName, () => resolveInput(input, config, loaded));
    }
  }
  return { checks, skipped, failures };
}

function resolveInput(input: OperationInput, config: ClientConfig, loaded: LoadedRules): Endpoint {
  const service: ClientService = {
    name: "Tested",
    auth: [],
    endpoints: loaded.rules,
    toValidationException: () => new Error(),
    operations: {},
  };
  const endpoint = loaded.operations[input.operationName];
  const traits = endpoint === undefined ? undefined : { endpoint };
  return loaded.resolveEndpoint(service, config, traits, input.operationParams);
}

/** Returns the configuration that sets built-ins; `undefined` if there is none. */
function configOf(
  { builtInParams = {} }: OperationInput,
  { parameters }: LoadedRules,
): ClientConfig | undefined {
  const config: Record<string, unknown> = {};
  delete process.env["AWS_ACCOUNT_ID_ENDPOINT_MODE"];
  for (const [id, value] of Object.entries(builtInParams)) {
    switch (id) {
      case "AWS::Region":
        config["region"] = value;
        break;
      case "AWS::UseFIPS":
        config["useFipsEndpoint"] = value;
        break;
      case "AWS::UseDualStack":
        config["useDualstackEndpoint"] = value;
        break;
      case "SDK::Endpoint":
        config["endpoint"] = value;
        break;
      case "AWS::Auth::AccountId":
        config["credentials"] = { accountId: value };
        break;
      case "AWS::Auth::AccountIdEndpointMode":
        process.env["AWS_ACCOUNT_ID_ENDPOINT_MODE"] = String(value);
        break;
      default: {
        const name = id.slice(id.lastIndexOf(":") + 1);
        const parameter = parameters.find((candidate) => candidate.name === name);
        if (parameter?.config !== undefined) config[parameter.config.name] = value;
        else if (value !== (parameter?.defaultValue ?? false)) return undefined;
      }
    }
  }
  return config;
}

/** Returns how the result differs from the expectation; `undefined` if it does not. */
function compare(expected: TestCase["expect"], resolve: () => Endpoint): string | undefined {
  let found: Endpoint;
  try {
    found = resolve();
    // A path "/" is the same as none.
    found = { ...found, url: found.url.replace(/\/$/, "") };
  } catch (error) {
    const { name, message } = error as Error;
    if (expected.error === undefined) return `${name}: ${message}`;
    if (name !== "ConfigurationError")
      return `expected a ConfigurationError, found ${name}: ${message}`;
    return message.includes(expected.error)
      ? undefined
      : `expected ${expected.error}, found ${message}`;
  }
  if (expected.endpoint === undefined)
    return `expected the error ${expected.error}, found ${JSON.stringify(found)}`;
  const { url, headers = {}, properties = {} } = expected.endpoint;
  const wanted: Endpoint = {
    url: url.replace(/\/$/, ""),
    ...(Object.keys(headers).length === 0 ? {} : { headers }),
    ...(Array.isArray(properties["authSchemes"])
      ? { authSchemes: properties["authSchemes"] as Endpoint["authSchemes"] }
      : {}),
  };
  return isDeepStrictEqual(found, wanted)
    ? undefined
    : `expected ${JSON.stringify(wanted)}, found ${JSON.stringify(found)}`;
}
