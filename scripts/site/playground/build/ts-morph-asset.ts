import { createHash } from "node:crypto";
import { posix } from "node:path";
import type { Plugin } from "vite";
import { bundleTsMorph } from "./bundle-ts-morph.js";

/** What imports of ts-morph become until the path of the file is known. */
const placeholder = "playground:ts-morph";

/**
 * Takes ts-morph out of Vite's bundles: it is a file of its own beside them. A development server serves it as a
 * module.
 */
export function tsMorphAsset(): Plugin {
  let isServer = false;
  let folder = "assets";
  let file = "";
  return {
    name: "playground-ts-morph",
    enforce: "pre",
    configResolved({ command, build }) {
      isServer = command === "serve";
      folder = build.assetsDir;
    },
    async resolveId(source) {
      if (source !== "ts-morph") return undefined;
      if (isServer) return "\0ts-morph";
      const text = await bundleTsMorph();
      if (file === "") {
        const digest = createHash("sha256").update(text).digest("base64url").slice(0, 8);
        file = posix.join(folder, `ts-morph.${digest}.js`);
        this.emitFile({ type: "asset", fileName: file, source: text });
      }
      return { id: placeholder, external: true };
    },
    load: (id) => (id === "\0ts-morph" ? bundleTsMorph() : undefined),
    renderChunk(code, chunk) {
      if (!code.includes(placeholder)) return undefined;
      const path = posix.relative(posix.dirname(chunk.fileName), file);
      const specifier = path.startsWith(".") ? path : `./${path}`;
      return { code: code.replaceAll(placeholder, specifier), map: null };
    },
  };
}
