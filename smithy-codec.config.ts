import { defineConfig } from "smithy-codec/config";

export default defineConfig({
  outputs: [
    {
      name: "apigatewayv2-codec",
      models: "model/apigatewayv2.json",
      overlays: ["constraints", "advice", "pagination", "endpoints"].map(
        (name) => `model/${name}.json`,
      ),
      out: "generated/src",
      apiReport: "generated/API.md",
      client: true,
      server: true,
      arbitraries: true,
    },
  ],
});
