/**
 * Only `defineConfig` and its types, for configuration files: they load faster without the generator.
 *
 * @module
 */
export { defineConfig, type Config, type IgnoredWarning, type OutputConfig } from "./config.js";
