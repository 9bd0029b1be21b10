import { invalidValue } from "../samples/invalid.js";
import { loadCodec } from "../setup/build-codec.js";
import { measureGrowth, type Growth } from "./growth.js";

/** Validating by the number of issues: all of them described, and 100 described and the rest counted. */
export async function growthOfIssues(): Promise<Growth[]> {
  const { validateIntegrationResponse } = await loadCodec();
  const values = [10, 100, 1000, 10_000].map((size) => ({ size, value: invalidValue(size) }));
  return [
    measureGrowth(
      "validate by issues, all described",
      "issue",
      values.map(({ size, value }) => ({
        size,
        run: () => validateIntegrationResponse(value, { maxIssues: Infinity }),
      })),
    ),
    measureGrowth(
      "validate by issues, 100 described",
      "issue",
      values.map(({ size, value }) => ({ size, run: () => validateIntegrationResponse(value) })),
    ),
  ];
}
