import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";
import { readApiGatewayInfo } from "../../../scripts/site/playground/build/read-api-gateway-info.js";
import { packagePaths, snippetsOf } from "../../../scripts/site/playground/snippets/snippets.js";
import { fromJsonForm } from "../../../scripts/site/playground/values/from-json-form.js";

// Operations with enums, dates, bytes, nested required members, no output, and no errors of their own.
const names = [
  "CreatePortal",
  "CreateApi",
  "DeleteApi",
  "ExportApi",
  "CreateRoutingRule",
  "GetStage",
];

test("the programs of the samples compile in the strictest settings", async () => {
  const info = await readApiGatewayInfo();
  const root = fileURLToPath(new URL("../../../", import.meta.url));
  const path = `${root}test/site/playground/program`;
  const programs = new Map<string, string>();
  for (const operation of info.operations.filter(({ name }) => names.includes(name))) {
    const typed = (json: unknown, type: string | undefined): unknown =>
      fromJsonForm(json, type, info.shapes).value;
    const snippets = snippetsOf({
      ...{ info, operation, paths: packagePaths, client: { region: "eu-central-1" } },
      input: typed(operation.sampleInput, operation.input),
      output: typed(operation.sampleOutput, operation.output),
    });
    for (const { title, code } of snippets) {
      programs.set(`${path}-${operation.name}-${title}.ts`, code);
    }
  }
  expect(programs.size).toBe(3 * names.length);
  expect(problemsOf(programs, `${root}test/tsconfig.json`)).toEqual([]);
}, 60_000);

function problemsOf(programs: ReadonlyMap<string, string>, config: string): string[] {
  const { options } = ts.getParsedCommandLineOfConfigFile(
    config,
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: () => undefined,
    },
  ) ?? { options: {} };
  const host = ts.createCompilerHost(options);
  const disk = ts.createCompilerHost(options);
  host.fileExists = (name) => programs.has(name) || disk.fileExists(name);
  host.readFile = (name) => programs.get(name) ?? disk.readFile(name);
  host.getSourceFile = (name, language, ...rest) => {
    const text = programs.get(name);
    return text === undefined
      ? disk.getSourceFile(name, language, ...rest)
      : ts.createSourceFile(name, text, language);
  };
  const program = ts.createProgram([...programs.keys()], options, host);
  return [...programs.keys()].flatMap((name) => {
    const file = program.getSourceFile(name);
    const found = [
      ...program.getSemanticDiagnostics(file),
      ...program.getSyntacticDiagnostics(file),
    ];
    return found.map(
      ({ messageText }) => `${name}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`,
    );
  });
}
