import { gzipSync } from "node:zlib";
import type { Table } from "../harness/report.js";
import { sdkProtocolSize } from "../peers/sdk-protocol-size.js";
import { batchModel } from "../samples/batch.js";
import { bundleFiles, generateModel } from "../setup/generate-model.js";
import { batchProtocols } from "./batch-protocols.js";

const codec = 'export { serializeRequest, deserializeResponse } from "./operations/PutBatch.js";';
const client = `import { PutBatch } from "./index.js";
import { createClient } from "./client.js";
export const client = createClient({ PutBatch });`;

/** Returns a table of how much one operation adds to users' bundles in each protocol. */
export async function sizeTable(): Promise<Table> {
  const rows: string[][] = [];
  for (const { name, trait } of batchProtocols) {
    const files = await generateModel(name, batchModel(trait), { client: true });
    const sizes = [
      ...(await Promise.all(
        [codec, client].map(
          async (entry) =>
            gzipSync(await bundleFiles(files, entry, "browser"), { level: 9 }).length,
        ),
      )),
      await sdkProtocolSize(name),
    ];
    rows.push([name, ...sizes.map((size) => size.toLocaleString("en-US"))]);
  }
  return {
    caption: "Bytes, minified and compressed with gzip",
    columns: [
      "protocol",
      "request, response and errors",
      "createClient with the operation",
      "SDK: protocol class and schemas alone",
    ],
    rows,
  };
}
