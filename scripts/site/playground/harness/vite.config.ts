import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { playgroundPlugins } from "../vite-plugins.js";

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "./",
  plugins: playgroundPlugins(),
});
