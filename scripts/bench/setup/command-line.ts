import { fileURLToPath } from "node:url";

/** The folder that the generator is run in. */
export const repository: string = fileURLToPath(new URL("../../../", import.meta.url));

/** The package's own model, with its overlays. */
export const ownModel: readonly string[] = [
  "model/apigatewayv2.json",
  "model/constraints.json",
  "model/advice.json",
];

/** Node's arguments for generating into a folder by the command line, as users run it. */
export function generateArguments(
  [model = "", ...overlays]: readonly string[],
  out: string,
  flags: readonly string[],
): string[] {
  return [
    "codegen/dist/src/cli/main.js",
    "generate",
    "--model",
    model,
    ...overlays.flatMap((overlay) => ["--overlay", overlay]),
    "--out",
    out,
    ...flags,
  ];
}
