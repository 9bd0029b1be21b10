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
    // model calls it, and may be read from other formats (20). Labels that need no percent-encoding
    // are not encoded (15).
    { ...oneOperation, ceiling: 3_620 },
    // In addition: lengths in code points, enums and maps, and advice with its patterns (1,050).
    { ...oneOperationAndOutput, ceiling: 4_675 },
    // The four functions of clients and servers are 4,840, and the validator of the input 120. The
    // paths of a ValidationException's issues, as form libraries take them, are 45.
    { ...oneNamespace, ceiling: 5_055 },
    // The namespace of the operation is 4,960. To this, signing with credentials adds 2,550, the
    // steps of a call with its methods, checks, hooks and metadata 1,500, the transport with its
    // errors and bounds 1,530 (70 of them for values that errors must not show), the endpoint rules of the service 1,450, retries 770, pages 350,
    // the service's constant 250, what paths of buckets and outputs in streams need 35, and the metadata of errors of reading 20.
    // Finding the paths of an input's issues adds 90.
    { ...oneCall, ceiling: 13_575 },
    // The runtime is 6,600, of which 120 make base64 and date-times fast. Each operation adds about 200.
    { ...allOperations, ceiling: 27_090 },
  ])("keeps to its ceiling: $name", async ({ entry, ceiling }) => {
    expect(await bundleSize(entry)).toBeLessThanOrEqual(ceiling);
  });

  it("keeps to its ceiling: a schema, also for who uses `~standard` only", async () => {
    // Reading, checking and JSON Schema are 5,880. The exception that `parse` throws is 400, and the
    // functions of the schema with their issues are 230.
    const entry = `import { IntegrationResponseSchema } from "./index.js";
globalThis.used = IntegrationResponseSchema["~standard"];`;
    expect(await bundleSize(entry)).toBeLessThanOrEqual(6_530);
  });

  it.each(["index", "client"])("bundles nothing of %s that is not used", async (entry) => {
    expect(await bundleSize(`import "./${entry}.js";`)).toBeLessThan(50);
  });

  it("bundles none of the client's errors but those that are used", async () => {
    const size = await bundleSize('export { AbortError, TimeoutError } from "./client.js";');
    expect(size).toBeLessThan(400);
  });
});
