/**
 * Creates `model/apigatewayv2.json` from the installed `@aws-sdk/client-apigatewayv2` and the tables in the same
 * folder, and prints the changes. With `--check` it writes nothing, and exits with 1 if the file is out of date.
 */
import { buildModel } from "./build-model.js";
import { checkModel, unknownTargets } from "./check-model.js";
import { compareModels } from "./compare.js";
import { createDocumentation } from "./documentation.js";
import { readSdkDeclarations } from "./read-sdk-declarations.js";
import { readSdkSchemas } from "./read-sdk-schemas.js";
import { readDocumentationTable, readServiceTable, readSimpleShapesTable } from "./read-tables.js";
import { formatReport } from "./report.js";
import { createSimpleShapes } from "./simple-shapes.js";
import type { Model } from "./smithy-ast.js";
import { formatModel, readText, writeText } from "./write-model.js";

const MODEL = new URL("../../model/", import.meta.url);

process.exitCode = main(process.argv.slice(2));

function main(args: readonly string[]): number {
  if (args.some((argument) => argument !== "--check")) {
    process.stderr.write(
      "Usage: node --import ts-blank-space/register scripts/import-model/main.ts [--check]\n",
    );
    return 2;
  }
  const file = new URL("apigatewayv2.json", MODEL);
  const declarations = readSdkDeclarations();
  const simpleShapes = createSimpleShapes(
    readSimpleShapesTable(new URL("simple-shapes.json", MODEL)),
  );
  const documentation = createDocumentation(
    readDocumentationTable(new URL("documentation.json", MODEL)),
  );
  const model = buildModel({
    schemas: readSdkSchemas(),
    declarations,
    service: readServiceTable(new URL("service.json", MODEL)),
    simpleShapes,
    documentation,
  });

  const before = readText(file);
  process.stdout.write(
    formatReport({
      packageVersion: declarations.packageVersion,
      model,
      changes: compareModels(
        before === undefined ? undefined : (JSON.parse(before) as Model),
        model,
      ),
      undocumented: documentation.missing(),
      guesses: simpleShapes.guesses(),
      unused: [
        ...documentation.unused().map((key) => `documentation.json: ${key}`),
        ...simpleShapes.unused().map((key) => `simple-shapes.json: ${key}`),
        ...unknownTargets(model, overlayIds()).map((id) => `constraints.json: ${id}`),
      ],
    }),
  );

  const errors = checkModel(model);
  if (errors.length > 0) {
    process.stderr.write(
      `\nThe model would not be valid, so nothing was written:\n${errors.join("\n")}\n`,
    );
    return 1;
  }
  const text = formatModel(model);
  if (!args.includes("--check")) {
    writeText(file, text);
    return 0;
  }
  if (before === text) return 0;
  process.stderr.write(
    "\nmodel/apigatewayv2.json is out of date. To update it, run: npm run import-model\n",
  );
  return 1;
}

function overlayIds(): string[] {
  const overlay = readText(new URL("constraints.json", MODEL));
  return overlay === undefined ? [] : Object.keys((JSON.parse(overlay) as Model).shapes);
}
