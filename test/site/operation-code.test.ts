import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import * as codec from "../../generated/src/index.js";
import { operationCode } from "../../scripts/site/pages/reference/operation-code.js";
import { messagesOf } from "../../scripts/site/read/messages.js";
import { readService } from "../../scripts/site/read/model.js";
import { sampleOf, type Sample } from "../../scripts/site/read/sample-values.js";
import { repository } from "../package/support/packages.js";

const { operations } = await readService();
const samples = operations.map((operation) => {
  const sample = sampleOf(operation);
  return { operation, sample, messages: messagesOf(operation, sample) };
});

describe("the examples of the operations", () => {
  it("have inputs that the generated validators accept", () => {
    const invalid = samples.flatMap(({ operation, sample }) => {
      const { validateInput } = functionsOf(operation.symbol);
      const { ok } = validateInput(sample.input);
      return ok ? [] : [operation.name];
    });
    expect(invalid).toEqual([]);
  });

  it("have responses that clients read as the outputs that are shown", () => {
    for (const { operation, sample, messages } of samples) {
      const { deserializeResponse } = functionsOf(operation.symbol);
      const { statusCode, responseBody: body } = messages;
      expect(deserializeResponse({ statusCode, headers: {}, body })).toEqual(sample.output);
    }
  });

  it("compile, in all three ways of using an operation", () => {
    const texts = new Map(
      samples.flatMap(({ operation, sample, messages }) =>
        Object.entries(operationCode(operation, sample, messages)).map(
          ([way, text]) => [fileOf(`${operation.name}-${way}.ts`), text] as const,
        ),
      ),
    );
    expect(texts.size).toBe(3 * 103);
    // One that is wrong shows that the compiler looked at them.
    const wrong = `import { GetApi } from "apigatewayv2-codec";\nGetApi.serializeRequest({ ApiName: "a" });\n`;
    const found = compile(new Map([...texts, [fileOf("wrong.ts"), wrong]]));
    expect(found).toEqual([expect.stringMatching(/^wrong\.ts: .*ApiName/) as unknown]);
  });
});

interface Functions {
  readonly validateInput: (value: unknown) => { readonly ok: boolean };
  readonly deserializeResponse: (response: object) => Sample["output"];
}

function functionsOf(symbol: string): Functions {
  return (codec as Readonly<Record<string, unknown>>)[symbol] as Functions;
}

/** Files in memory, beside those of the repository so that packages are found. */
function fileOf(name: string): string {
  return join(repository, "test/site/in-memory", name).replaceAll("\\", "/");
}

/** Returns what the compiler says about files in memory. */
function compile(texts: ReadonlyMap<string, string>): readonly string[] {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    moduleDetection: ts.ModuleDetectionKind.Force,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
    types: ["node"],
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: true,
    paths: {
      "apigatewayv2-codec": [join(repository, "generated/src/index.ts")],
      "apigatewayv2-codec/*": [join(repository, "generated/src/*.ts")],
    },
  };
  const host = ts.createCompilerHost(options);
  const disk = { ...host };
  host.fileExists = (name) => texts.has(name) || disk.fileExists(name);
  host.readFile = (name) => texts.get(name) ?? disk.readFile(name);
  host.getSourceFile = (name, version, ...rest) => {
    const text = texts.get(name);
    return text === undefined
      ? disk.getSourceFile(name, version, ...rest)
      : ts.createSourceFile(name, text, version);
  };
  host.getCurrentDirectory = () => repository;
  const program = ts.createProgram([...texts.keys()], options, host);
  return program
    .getSourceFiles()
    .filter(({ fileName }) => texts.has(fileName))
    .flatMap((file) => [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ])
    .map(
      ({ file, messageText }) =>
        `${file?.fileName.split("/").at(-1) ?? ""}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`,
    );
}
