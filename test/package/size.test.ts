import { describe, expect, it } from "vitest";
import { bundleSize } from "../../scripts/bench/setup/bundle.js";
import {
  allOperations,
  oneOperation,
  oneOperationAndOutput,
} from "../../scripts/bench/setup/size-cases.js";

/*
 * Limits for the growth of users' bundles: minified, compressed by gzip. If you raise one, say here what
 * the bytes are for. `npm run bench -- bundle-size` writes a table of all sizes.
 */
describe("size", () => {
  it.each([
    // Request, response, errors and their classes: 2,830. That includes reading errors by header,
    // `__type` or `code` (800), headers and queries in every form that people have, with errors for
    // messages that are not messages (470), text and what is wrong with it (370), labels that cannot
    // leave their segment (240), and `ValidationException` (120). Checks and their messages: 900.
    { ...oneOperation, ceiling: 3_710 },
    // In addition: lengths in code points, enums and maps (500), and advice with its patterns (470).
    { ...oneOperationAndOutput, ceiling: 4_780 },
    // The runtime is 6,500. Each operation adds about 200.
    { ...allOperations, ceiling: 27_100 },
  ])("keeps to its ceiling: $name", async ({ entry, ceiling }) => {
    expect(await bundleSize(entry)).toBeLessThanOrEqual(ceiling);
  });

  it("bundles nothing of what is not used", async () => {
    expect(await bundleSize('import "./index.js";')).toBeLessThan(50);
  });
});
