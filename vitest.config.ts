import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: {
    alias: {
      "apigatewayv2-codec/server/node": here("generated/src/server/node.ts"),
      "apigatewayv2-codec/server/lambda": here("generated/src/server/lambda.ts"),
      "apigatewayv2-codec/server": here("generated/src/server.ts"),
      "apigatewayv2-codec/client": here("generated/src/client.ts"),
      "apigatewayv2-codec": here("generated/src/index.ts"),
      "smithy-codec/config": here("codegen/src/config/index.ts"),
      "smithy-codec": here("codegen/src/index.ts"),
    },
  },
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: ["test/support/limits.ts"],
    // On two cores Vitest would start one worker only. Many tests wait for a process of their own.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
