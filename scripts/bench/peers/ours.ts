import { loadCodec } from "../setup/build-codec.js";
import type { Validator } from "./validator.js";

/** The generated validator. */
export async function loadOurs(): Promise<Validator> {
  const { validateIntegrationResponse } = await loadCodec();
  return {
    name: "apigatewayv2-codec",
    remark: "counts code points",
    validate: (value) => validateIntegrationResponse(value),
    countIssues: (value) => {
      const result = validateIntegrationResponse(value);
      return result.ok ? 0 : result.issues.length;
    },
  };
}
