import { readFileSync } from "node:fs";
import { toOpenApi } from "smithy-codec";
import { expect, it } from "vitest";
import { versions } from "./support.js";

/* The whole document of a small model, as a person has read it. */
it.each(versions)("has the document that a person has read, in OpenAPI %s", async (version) => {
  const bytes = readFileSync(new URL("golden/library.smithy", import.meta.url));
  const { document, warnings } = await toOpenApi({
    model: { name: "library.smithy", bytes },
    version,
  });
  expect(warnings).toEqual([]);
  const text = `${JSON.stringify(document, undefined, 2)}\n`;
  await expect(text).toMatchFileSnapshot(`golden/library-${version}.json.txt`);
});
