import { describe, expect, it } from "vitest";
import { bundleSize } from "../../scripts/bench/setup/bundle.js";
import {
  allOperations,
  oneCall,
  oneNamespace,
  oneOperation,
  oneOperationAndOutput,
} from "../../scripts/bench/setup/size-cases.js";

/*
 * Limits for the growth of users' bundles: minified, compressed by gzip. If you raise one, say here what
 * the bytes are for. `npm run bench -- bundle-size` writes a table of all sizes.
 */
describe("size", () => {
  it.each([
    // Reading the response is 2,700. Of these, 730 are for telling errors from responses and reading
    // them by header, `__type` or `code`, 110 for what is wrong with text that is not JSON, and 110
    // for bodies that are not strings. The request, with labels that cannot leave their segment,
    // adds 330. Checks and their messages add 540. Errors take their text as `message`, whatever the
    // model calls it, and may be read from other formats (20).
    { ...oneOperation, ceiling: 3_605 },
    // In addition: lengths in code points, enums and maps, and advice with its patterns (1,050).
    { ...oneOperationAndOutput, ceiling: 4_660 },
    // The four functions of clients and servers are 4,840, and the validator of the input 120.
    { ...oneNamespace, ceiling: 4_995 },
    // The namespace of the operation is 4,960. To this, signing with credentials adds 2,550, the
    // steps of a call with its methods, checks, hooks and metadata 1,500, the transport with its
    // errors and bounds 1,530 (70 of them for values that errors must not show), the endpoint rules of the service 1,450, retries 770, pages 350,
    // the service's constant 250, and what paths of buckets and outputs in streams need 35.
    { ...oneCall, ceiling: 13_420 },
    // The runtime is 6,500. Each operation adds about 200.
    { ...allOperations, ceiling: 26_950 },
  ])("keeps to its ceiling: $name", async ({ entry, ceiling }) => {
    expect(await bundleSize(entry)).toBeLessThanOrEqual(ceiling);
  });

  it.each(["index", "client"])("bundles nothing of %s that is not used", async (entry) => {
    expect(await bundleSize(`import "./${entry}.js";`)).toBeLessThan(50);
  });

  it("bundles none of the client's errors but those that are used", async () => {
    const size = await bundleSize('export { AbortError, TimeoutError } from "./client.js";');
    expect(size).toBeLessThan(400);
  });
});
