import { defineConfig } from "smithy-codec/config";

export default defineConfig({
  outputs: [
    {
      name: "apigatewayv2-codec",
      models: "model/apigatewayv2.json",
      overlays: ["model/constraints.json", "model/advice.json", "model/endpoints.json"],
      out: "generated/src",
      apiReport: "generated/API.md",
      arbitraries: true,
    },
  ],
});
