import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";
import { peersFolder } from "../setup/peer.js";
import { fileURLToPath } from "node:url";

const entry = "\0sdk";

/** Returns the size of the SDK's client with one command, minified and compressed. */
export async function sdkBundleSize(): Promise<number> {
  const build = await rolldown({
    input: entry,
    cwd: fileURLToPath(peersFolder),
    platform: "browser",
    logLevel: "silent",
    plugins: [
      {
        name: "entry",
        resolveId(id, importer) {
          if (id === entry) return entry;
          return importer === entry
            ? this.resolve(id, fileURLToPath(new URL("index.js", peersFolder)))
            : null;
        },
        load: (id) =>
          id === entry
            ? 'export { ApiGatewayV2Client, GetIntegrationResponseCommand } from "@aws-sdk/client-apigatewayv2";'
            : null,
      },
    ],
  });
  const { output } = await build.generate({ format: "esm", minify: true });
  await build.close();
  const code = output.map((file) => (file.type === "chunk" ? file.code : "")).join("");
  return gzipSync(code, { level: 9 }).length;
}
