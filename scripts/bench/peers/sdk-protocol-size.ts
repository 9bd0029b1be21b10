import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";
import { repository } from "../setup/command-line.js";
import { sdkProtocols } from "./sdk-protocols.js";

const entry = "\0sdk-protocol";

/**
 * Returns the size of the SDK's class for a protocol with the schemas of a batch, minified and
 * compressed. A client has more: endpoints, signing, retries.
 */
export async function sdkProtocolSize(name: keyof typeof sdkProtocols): Promise<number> {
  const schemas = fileURLToPath(new URL("sdk-schemas.ts", import.meta.url));
  const build = await rolldown({
    input: entry,
    cwd: repository,
    platform: "browser",
    logLevel: "silent",
    plugins: [
      {
        name: "entry",
        resolveId(id, importer) {
          if (id === entry) return entry;
          return importer === entry && !id.startsWith("/")
            ? this.resolve(id, `${repository}/index.js`)
            : null;
        },
        load: (id) =>
          id === entry
            ? `export { ${sdkProtocols[name]} } from "@aws-sdk/core/protocols";
export { putBatchSchema } from ${JSON.stringify(schemas)};`
            : null,
      },
    ],
  });
  const { output } = await build.generate({ format: "esm", minify: true });
  await build.close();
  const code = output.map((file) => (file.type === "chunk" ? file.code : "")).join("");
  return gzipSync(code, { level: 9 }).length;
}
