import { fileURLToPath } from "node:url";

/** The folder in which the generator runs. */
export const repository: string = fileURLToPath(new URL("../../../", import.meta.url));

/** The model of API Gateway V2 and its overlays. */
export const ownModel: readonly string[] = [
  "model/apigatewayv2.json",
  "model/constraints.json",
  "model/advice.json",
];

/** Returns Node's arguments for running the command line of the generator. */
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
