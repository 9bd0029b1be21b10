/**
 * `defineConfig` and its types alone, for configuration files, which load faster without the generator.
 *
 * @module
 */
export { defineConfig, type Config, type IgnoredWarning, type OutputConfig } from "./config.js";
