import { getApisText } from "../samples/get-apis.js";
import { makeSample } from "../samples/integration-response.js";
import { loadCodec } from "../setup/build-codec.js";
import { measureGrowth, type Growth } from "./growth.js";

/** Measures decoding by the number of items, and decoding with validation by the number of map entries. */
export async function growthOfDecode(): Promise<Growth[]> {
  const { GetApis, GetIntegrationResponse, validateIntegrationResponse } = await loadCodec();
  const bodies = [10, 100, 1000, 10_000].map((items) => getApisText(items));
  const maps = [10, 100, 1000, 10_000, 100_000].map((size) => ({
    size,
    text: makeSample("M", size, 1, 100).text,
  }));
  return [
    measureGrowth(
      "decode by body size",
      "byte",
      bodies.map((body) => ({
        size: body.length,
        run: () => GetApis.deserializeResponse({ statusCode: 200, headers: {}, body }),
        engine: () => JSON.parse(body) as unknown,
      })),
    ),
    measureGrowth(
      "decode and validate by map entries",
      "entry",
      maps.map(({ size, text }) => ({
        size,
        engine: () => JSON.parse(text) as unknown,
        run: () =>
          validateIntegrationResponse(
            GetIntegrationResponse.deserializeResponse({
              statusCode: 200,
              headers: {},
              body: text,
            }),
          ),
      })),
    ),
  ];
}
