import { invalidValue } from "../samples/invalid.js";
import { loadCodec } from "../setup/build-codec.js";
import { measureGrowth, type Growth } from "./growth.js";

/** Measures validation by the number of issues: with all issues described, and with 100 described. */
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
