import type { ClientConfig } from "../client-types.js";
import { environment } from "../environment.js";
import { ConfigurationError } from "../errors.js";

/** The settings of checksums (AWS SDKs and Tools Reference Guide, "Data Integrity Protections"), with the variables of the environment. */
const variables = {
  requestChecksumCalculation: "AWS_REQUEST_CHECKSUM_CALCULATION",
  responseChecksumValidation: "AWS_RESPONSE_CHECKSUM_VALIDATION",
} as const;

/**
 * Returns whether a setting is `when_supported`, its default. Upper case is accepted, since the AWS SDKs do so.
 *
 * @throws ConfigurationError if it is neither `when_supported` nor `when_required`
 */
export function isWhenSupported(config: ClientConfig, name: keyof typeof variables): boolean {
  const setting: unknown = config[name] ?? environment(variables[name]) ?? "when_supported";
  const text = String(setting).toLowerCase();
  if (text === "when_supported" || text === "when_required") return text === "when_supported";
  const message = `${name} must be "when_supported" or "when_required". Correct it in the client's configuration, or ${variables[name]} in the environment.`;
  throw new ConfigurationError(name, message);
}
