import { ratio, time } from "../harness/format.js";
import { measure } from "../harness/measure.js";
import type { Report } from "../harness/report.js";
import { samples } from "../samples/integration-response.js";
import { loadCodec, loadServer } from "../setup/build-codec.js";

const labels = { ApiId: "a1b2c3d4", IntegrationId: "i1b2c3d" };

/** Measures the handler of plain messages, without sockets, beside the codec alone. */
export async function run(): Promise<Report> {
  const { CreateIntegrationResponse } = await loadCodec();
  const { createHandler } = await loadServer();
  const { signal } = new AbortController();
  const rows: string[][] = [];
  for (const { name, value } of samples) {
    const written = CreateIntegrationResponse.serializeRequest({ ...labels, ...value });
    const request = { ...written, body: Buffer.from(String(written.body)) };
    const handler = createHandler({ CreateIntegrationResponse: () => value });
    const answer = await handler.handle(request);
    if (answer.statusCode !== 201) throw new Error(`${name} is answered by ${answer.statusCode}`);
    const timings = await measure([
      {
        name: "codec",
        run: () => [
          CreateIntegrationResponse.deserializeRequest(request),
          CreateIntegrationResponse.serializeResponse(value),
        ],
      },
      { name: "handler", run: () => handler.handle(request, { signal }) },
    ]);
    const [codec, whole] = timings.map(({ nanoseconds }) => nanoseconds);
    rows.push([
      `${name}, ${request.body.length} bytes`,
      ...timings.map(ratio),
      time((whole ?? NaN) - (codec ?? NaN)),
    ]);
  }
  return {
    title: "Handler without sockets",
    about:
      "`handler.handle` of CreateIntegrationResponse with a body in memory, whose function returns the same value each time, compared with `deserializeRequest` (with validation) and `serializeResponse` alone. The difference is finding the operation, checking the output, the id of the request, the context and the promises; for L it is less than the noise.",
    tables: [
      {
        caption: "1.00 = `deserializeRequest` plus `serializeResponse`",
        columns: ["payload", "codec alone", "handler", "difference"],
        rows,
      },
    ],
    aims: [],
  };
}
