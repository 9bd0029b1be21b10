import { fileURLToPath } from "node:url";
import ts from "typescript";
import type { Report } from "../harness/report.js";
import { packageFolder } from "../setup/build-codec.js";
import { count, type Counts } from "../setup/count-types.js";

/** Counts what the compiler checks for the types of one operation. Counts are exact, times would be noisy. */
export function run(): Promise<Report> {
  const use = (from: string): string =>
    `import type { Input, Output } from "${from}";
export const read = (input: Input, output: Output): unknown => [input.ApiId, output.ResponseTemplates];`;
  const empty = count("empty", "export {};");
  const cases = [
    {
      name: "apigatewayv2-codec, one operation's file",
      counts: count(
        "operation",
        use(fileURLToPath(new URL("operations/GetIntegrationResponse.js", packageFolder))),
      ),
    },
    {
      name: "apigatewayv2-codec, index",
      counts: count(
        "index",
        `import type { GetIntegrationResponse } from "${fileURLToPath(new URL("index.js", packageFolder))}";
export const read = (input: GetIntegrationResponse.Input, output: GetIntegrationResponse.Output): unknown => [input.ApiId, output.ResponseTemplates];`,
      ),
    },
    {
      name: "SDK 3.1169",
      counts: count(
        "sdk",
        use("@aws-sdk/client-apigatewayv2").replace(
          "{ Input, Output }",
          "{ GetIntegrationResponseCommandInput as Input, GetIntegrationResponseCommandOutput as Output }",
        ),
      ),
    },
  ].map(({ name, counts }) => ({ name, more: subtract(counts, empty) }));
  const limits: Counts = { files: 5, types: 150, instantiations: 20 };
  const own = cases[0]?.more;
  return Promise.resolve({
    title: "Type checking",
    about: `TypeScript ${ts.version}, a file that uses the input and output of GetIntegrationResponse. All figures are differences to an empty file.`,
    tables: [
      {
        caption: "More than an empty file",
        columns: ["types from", "files", "types", "instantiations"],
        rows: cases.map(({ name, more }) => [
          name,
          String(more.files),
          String(more.types),
          String(more.instantiations),
        ]),
      },
    ],
    aims: (["files", "types", "instantiations"] as const).map((what) => ({
      what: `type checking one operation's types: ${what}`,
      against: "an empty file",
      value: own?.[what] ?? NaN,
      limit: limits[what],
      sense: "at most",
      unit: "more",
    })),
  });
}

function subtract(left: Counts, right: Counts): Counts {
  return {
    files: left.files - right.files,
    types: left.types - right.types,
    instantiations: left.instantiations - right.instantiations,
  };
}
