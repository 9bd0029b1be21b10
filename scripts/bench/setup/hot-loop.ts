import { getApisText } from "../samples/get-apis.js";
import { samples } from "../samples/integration-response.js";
import { invalidValue } from "../samples/invalid.js";
import { loadCodec } from "./build-codec.js";

/** Repeats one job for three seconds, to be profiled. */
const {
  CreateIntegrationResponse,
  GetApis,
  matchOperation,
  validateIntegrationResponse: validate,
} = await loadCodec();
const [small, , large] = samples.map(({ value }) => value);
if (small === undefined || large === undefined) throw new Error("there are three samples");
const request = CreateIntegrationResponse.serializeRequest({
  ApiId: "a1b2c3d4",
  IntegrationId: "i1b2c3d",
  ...small,
});
const response = { statusCode: 200, headers: {}, body: getApisText(100) };
const wrong = invalidValue(15);

const loops: Readonly<Record<string, () => unknown>> = {
  "decode-get-apis": () => GetApis.deserializeResponse(response),
  "validate-large": () => validate(large),
  "validate-invalid": () => validate(wrong),
  "server-step": () => [
    matchOperation(request),
    CreateIntegrationResponse.deserializeRequest(request),
    CreateIntegrationResponse.serializeResponse(small),
  ],
};

const run = loops[process.argv[2] ?? ""];
if (run === undefined) throw new Error(`expected one of ${Object.keys(loops).join(", ")}`);
const end = process.cpuUsage().user + 3_000_000;
while (process.cpuUsage().user < end) for (let i = 0; i < 1000; i++) run();
