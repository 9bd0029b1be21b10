import { join } from "node:path";
import ts from "typescript";
import { beforeAll, describe, expect, it } from "vitest";
import { repository } from "../codegen/support/generated.js";
import { service, structures } from "../properties/service.js";

/*
 * Values of ours where the SDK's types are expected, for every operation and every structure that
 * both have. The files are made here, as users would write them, and compiled.
 */

/** The SDK has a class of its own for payloads of bytes. */
const withBytes = "ExportApi";

const sdkTypes = exportsOf("@aws-sdk/client-apigatewayv2");

const nested = structures.filter(
  ({ name, error, id }) =>
    error === undefined &&
    sdkTypes.has(name) &&
    !service.operations.some(({ input, output }) => input?.id === id || output?.id === id),
);

/** Statements by what they are to show. */
const statements = {
  requests: service.operations.map(
    ({ name }) => `codec.${name}.deserializeRequest(request) satisfies sdk.${name}CommandInput;`,
  ),
  validated: service.operations.flatMap(({ name, input, output }) => [
    ...(input === undefined
      ? []
      : [`valid(codec.validate${input.name}(json)) satisfies sdk.${name}CommandInput;`]),
    ...(output === undefined || name === withBytes
      ? []
      : [
          `valid(codec.validate${output.name}(json)) satisfies Omit<sdk.${name}CommandOutput, "$metadata">;`,
        ]),
  ]),
  nested: nested.flatMap(({ name }) => [
    `valid(codec.validate${name}(json)) satisfies sdk.${name};`,
    `standard(codec.${name}Schema["~standard"].validate(json)) satisfies sdk.${name};`,
  ]),
  unchecked: [
    "codec.CreateApi.deserializeRequest(request, { validate: false }) satisfies sdk.CreateApiCommandInput;",
    'codec.GetApi.deserializeResponse(response) satisfies Omit<sdk.GetApiCommandOutput, "$metadata">;',
  ],
  outputsOfSdk: service.operations
    .filter(({ output, name }) => output !== undefined && name !== withBytes)
    .map(({ name }) => `(null! as sdk.${name}CommandOutput) satisfies codec.${name}.Output;`),
  inputsOfSdk: service.operations.map(
    ({ name }) => `(null! as Firm<sdk.${name}CommandInput>) satisfies codec.${name}.Input;`,
  ),
};

let errors: readonly string[] = [];

beforeAll(() => {
  errors = errorsOf(Object.values(statements).flat());
});

/** What the compiler says of statements. */
function errorsIn(given: readonly string[]): string[] {
  return errors.filter((error) => given.some((statement) => error.startsWith(statement)));
}

describe("for all operations, values of ours have the types of the SDK", () => {
  it("requests that a server has read", () => {
    expect(statements.requests).toHaveLength(103);
    expect(errorsIn(statements.requests)).toEqual([]);
  });

  it("validated inputs and outputs", () => {
    expect(errorsIn(statements.validated)).toEqual([]);
  });

  it("validated structures within them", () => {
    expect(nested.length).toBeGreaterThan(50);
    expect(errorsIn(statements.nested)).toEqual([]);
  });

  it("but what was not validated does not have them where there are enums", () => {
    expect(errorsIn(statements.unchecked)).toEqual(
      statements.unchecked.map((statement): unknown => expect.stringContaining(statement)),
    );
    expect(errors).toHaveLength(statements.unchecked.length);
  });
});

describe("for all operations, values of the SDK can be used here", () => {
  it("as outputs", () => {
    expect(errorsIn(statements.outputsOfSdk)).toEqual([]);
  });

  it("as inputs, where their required members are there", () => {
    expect(errorsIn(statements.inputsOfSdk)).toEqual([]);
  });
});

/** What the compiler says of statements, each after the statement itself. */
function errorsOf(lines: readonly string[]): string[] {
  const path = join(repository, "test/.generated/sdk-assignments.ts");
  const text = `import type * as sdk from "@aws-sdk/client-apigatewayv2";
import * as codec from "../../generated/src/index.js";
declare const json: unknown;
declare const request: codec.IncomingRequest;
declare const response: codec.IncomingResponse;
declare function valid<T>(result: codec.ValidationResult<T>): T;
declare function standard<T>(result: { readonly value: T; readonly issues?: undefined } | { readonly issues: readonly unknown[] }): T;
/** The SDK lets required members be undefined. */
type Firm<T> = T extends object
  ? T extends Date | Uint8Array
    ? T
    : { [Name in keyof T]: Firm<undefined extends { [Key in keyof T]: T[Key] }[Name] ? Exclude<T[Name], undefined> : T[Name]> }
  : T;
${lines.join("\n")}
`;
  const options: ts.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    skipLibCheck: true,
    noEmit: true,
    types: ["node"],
  };
  const base = ts.createCompilerHost(options);
  const program = ts.createProgram([path], options, {
    ...base,
    fileExists: (file) => file === path || base.fileExists(file),
    readFile: (file) => (file === path ? text : base.readFile(file)),
    getSourceFile: (file, language) =>
      file === path
        ? ts.createSourceFile(file, text, language)
        : base.getSourceFile(file, language),
  });
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const line = file?.getLineAndCharacterOfPosition(start).line ?? 0;
    const statement = file?.text.split("\n")[line] ?? "";
    return `${statement} // ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
  });
}

/** The names that a package exports. */
function exportsOf(specifier: string): ReadonlySet<string> {
  const options = {
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    module: ts.ModuleKind.ESNext,
  };
  const { resolvedModule } = ts.resolveModuleName(
    specifier,
    join(repository, "test/types/a.ts"),
    options,
    ts.sys,
  );
  const path = resolvedModule?.resolvedFileName ?? "";
  const program = ts.createProgram([path], { ...options, skipLibCheck: true });
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(path);
  const symbol = file === undefined ? undefined : checker.getSymbolAtLocation(file);
  return new Set(
    symbol === undefined ? [] : checker.getExportsOfModule(symbol).map(({ name }) => name),
  );
}
