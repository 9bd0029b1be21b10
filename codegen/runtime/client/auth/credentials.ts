import type { AwsCredentialIdentity } from "@smithy/types";
import type { AuthContext } from "../service-types.js";
import { environment } from "../environment.js";
import { ConfigurationError } from "../errors.js";
import { callProvider } from "./call-provider.js";

type Credentials = AwsCredentialIdentity | undefined;

/** What to do about missing credentials. */
export const howToSet =
  "Set credentials in the client's configuration, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment.";

/** As the AWS SDKs do, credentials are replaced five minutes before they expire. */
const margin = 300_000;

/**
 * Returns the credentials of a client: those of its configuration, or of the environment. A function
 * of the configuration is called once for all calls that wait for it, and again before its
 * credentials expire, or after it has failed.
 * @returns a function that returns `undefined` if there are none, and that throws ConfigurationError
 * if they are invalid or the configuration's function fails
 */
export function createCredentials({
  config,
  clock,
}: Pick<AuthContext, "config" | "clock">): () => Promise<Credentials> {
  const { credentials = readEnvironment } = config;
  if (credentials === false) return () => Promise.resolve(undefined);
  let known: Credentials;
  let pending: Promise<Credentials> | undefined;

  async function load(): Promise<Credentials> {
    try {
      const given = await (typeof credentials === "function"
        ? callProvider("credentials", credentials)
        : credentials);
      // Without credentials in the environment, the next call looks again.
      if (given === undefined && credentials === readEnvironment) return undefined;
      return (known = validate(given));
    } finally {
      pending = undefined;
    }
  }

  return async () => {
    const expiration = known?.expiration;
    const isFresh = expiration === undefined || expiration.getTime() - clock.now() > margin;
    return known !== undefined && isFresh ? known : (pending ??= load());
  };
}

/** Returns the credentials of the environment, or `undefined` if none are set. */
function readEnvironment(): Credentials {
  const accessKeyId = environment("AWS_ACCESS_KEY_ID");
  const secretAccessKey = environment("AWS_SECRET_ACCESS_KEY");
  if (accessKeyId === undefined && secretAccessKey === undefined) return undefined;
  const sessionToken = environment("AWS_SESSION_TOKEN");
  // Half of them is a mistake, of which the validation tells.
  return { accessKeyId, secretAccessKey, sessionToken } as AwsCredentialIdentity;
}

/** Returns a copy of credentials that can be signed with. Messages do not contain them. */
function validate(given: unknown): AwsCredentialIdentity {
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = Object(given) as {
    readonly [Key in keyof AwsCredentialIdentity]?: unknown;
  };
  const token = sessionToken ?? "";
  const time = Number(expiration ?? 0);
  expectText("accessKeyId", accessKeyId, /^[!-~]+$/);
  // The secret is not sent, but a line break in it was probably read from a file.
  expectText("secretAccessKey", secretAccessKey, /^\P{Cc}+$/u);
  expectText("sessionToken", token, /^[!-~]*$/);
  if (Number.isNaN(time)) refuse("expiration is not a Date");
  return {
    accessKeyId,
    secretAccessKey,
    ...(token === "" ? {} : { sessionToken: token }),
    ...(expiration == null ? {} : { expiration: new Date(time) }),
  };
}

function expectText(name: string, value: unknown, pattern: RegExp): asserts value is string {
  if (typeof value !== "string") refuse(`${name} is not a string`);
  else if (!pattern.test(value))
    refuse(`${name} is empty, or contains line breaks or other invalid characters`);
}

function refuse(problem: string): never {
  const message = `The AWS credentials are invalid: ${problem}. ${howToSet}`;
  throw new ConfigurationError("credentials", message);
}
