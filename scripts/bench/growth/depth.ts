import { recursiveModel } from "../samples/synthetic-models.js";
import { loadModelCode } from "../setup/generate-model.js";
import { measureGrowth, type Growth } from "./growth.js";

interface TreeCodec {
  readonly Get: {
    readonly deserializeResponse: (response: object) => unknown;
  };
}

/** Measures decoding by depth, up to the maximum depth. */
export async function growthOfDepth(): Promise<Growth[]> {
  const { Get } = (await loadModelCode("recursive", recursiveModel())) as TreeCodec;
  return [
    measureGrowth(
      "decode by depth",
      "level",
      [8, 32, 128, 512].map((size) => {
        const body = `${'{"Name":"a","Child":'.repeat(size - 1)}{"Name":"a"}${"}".repeat(size - 1)}`;
        const response = { statusCode: 200, headers: {}, body };
        return { size, run: () => Get.deserializeResponse(response) };
      }),
    ),
  ];
}
