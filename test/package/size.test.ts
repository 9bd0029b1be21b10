import { describe, expect, it } from "vitest";
import { bundleSize } from "../../scripts/bench/setup/bundle.js";
import {
  allOperations,
  oneOperation,
  oneOperationAndOutput,
} from "../../scripts/bench/setup/size-cases.js";

/*
 * What users' bundles may grow by: minified, compressed by gzip. Whoever has to raise a ceiling says
 * here what the bytes pay for. `npm run bench -- bundle-size` writes the table of all sizes.
 */
describe("size", () => {
  it.each([
    // Path, body, errors and their classes 2,160; of that, reading errors by header, `__type` or
    // `code` 800, labels that cannot leave their segment 240, reading text and telling what it is
    // instead 370, and the class and the reader of a `ValidationException` 120. Checks and the
    // protocol's sentences for what they find 900.
    { ...oneOperation, ceiling: 3_300 },
    // Beside that: lengths in code points, enums, maps 500, and advice with its patterns 470.
    { ...oneOperationAndOutput, ceiling: 4_320 },
    // The runtime 6,000; then about 210 for each operation.
    { ...allOperations, ceiling: 28_500 },
  ])("keeps to its ceiling: $name", async ({ entry, ceiling }) => {
    expect(await bundleSize(entry)).toBeLessThanOrEqual(ceiling);
  });

  it("bundles nothing of what is not used", async () => {
    expect(await bundleSize('import "./index.js";')).toBeLessThan(50);
  });
});
