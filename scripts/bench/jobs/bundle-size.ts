import type { Report } from "../harness/report.js";
import { bundleSize } from "../setup/bundle.js";
import { allOperations, oneCall, oneOperation, sizeCases } from "../setup/size-cases.js";
import { sdkBundleSize } from "../peers/sdk-bundle.js";

/** Measures how much the package adds to users' bundles. */
export async function run(): Promise<Report> {
  const sizes = new Map<string, number>();
  for (const { name, entry } of sizeCases) sizes.set(name, await bundleSize(entry));
  const sdk = await sdkBundleSize();
  return {
    title: "Bundle size",
    about: "Bundled for browsers with rolldown, minified, and compressed with gzip.",
    tables: [
      {
        caption: "Bytes",
        columns: ["what", "min + gzip"],
        rows: [
          ...[...sizes].map(([name, size]) => [name, size.toLocaleString("en-US")]),
          ["SDK 3.1169: client and one command", sdk.toLocaleString("en-US")],
        ],
      },
    ],
    aims: [
      aim(oneCall.name, "SDK 64.9 KB", 10),
      aim(oneOperation.name, "hand-written 1.5 KB, SDK 64.9 KB", 2),
      aim(allOperations.name, "", 30),
    ],
  };

  function aim(name: string, against: string, limit: number): Report["aims"][number] {
    const value = (sizes.get(name) ?? NaN) / 1000;
    return { what: name, against, value, limit, sense: "at most", unit: "KB" };
  }
}
