import type { Operation } from "../../../../codegen/src/ir/service.js";
import { methodName } from "../../../../codegen/src/emit/client/method-name.js";
import { literalOf } from "../../markdown/literal.js";
import type { Messages } from "../../read/messages.js";
import type { Sample } from "../../read/sample-values.js";

/** The ways of using an operation, as modules that compile. */
export interface OperationCode {
  readonly client: string;
  readonly server: string;
  readonly codec: string;
}

/** Writes the code that uses an operation: a call, a function of a server, and the pure functions. */
export function operationCode(
  operation: Operation,
  sample: Sample,
  messages: Messages,
): OperationCode {
  return {
    client: clientCode(operation, sample),
    server: serverCode(operation, sample),
    codec: codecCode(operation, sample, messages),
  };
}

function clientCode(operation: Operation, { input }: Sample): string {
  const { pages, errors } = operation;
  const method = methodName(operation);
  const lines = [
    'import { ApiGatewayV2 } from "apigatewayv2-codec/client";',
    "",
    'const api = new ApiGatewayV2({ region: "eu-central-1" });',
    "",
    `const output = await api.${method}(${literalOf(input)});`,
    "console.log(output);",
  ];
  const [error] = errors;
  if (error !== undefined)
    lines.push(
      "",
      "// The same call, with errors as values: their names are in the types.",
      `const result = await api.${method}.safe(${literalOf(input)});`,
      `if (!result.ok && result.error.name === ${JSON.stringify(error.name)}) {`,
      "  console.log(result.error.message);",
      "}",
    );
  if (pages?.items !== undefined) {
    const first = without(input, ["NextToken"]);
    lines.push(
      "",
      "// All items of all pages. A page is requested when the loop needs it.",
      `for await (const item of api.${method}.items(${literalOf(first)})) {`,
      "  console.log(item);",
      "}",
    );
  }
  return lines.join("\n");
}

function without(
  input: Sample["input"],
  names: readonly string[],
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(input).filter(([name]) => !names.includes(name)));
}

function serverCode(
  { symbol, errors, input: shape }: Operation,
  { input, output }: Sample,
): string {
  const label = shape?.members.find(
    ({ binding, target }) => binding.location === "label" && target.kind === "string",
  );
  const error = errors.find(({ error: traits }) => traits?.statusCode === 404);
  const imports = ['import { createServer } from "node:http";'];
  const checks: string[] = [];
  if (label !== undefined && error !== undefined) {
    imports.push(`import { ${error.symbol} } from "apigatewayv2-codec";`);
    checks.push(
      `    if (input.${label.property} !== ${literalOf(input[label.property])}) {`,
      `      throw new ${error.symbol}({ message: "There is none." });`,
      "    }",
    );
  }
  const parameters = checks.length === 0 ? "" : "input";
  return [
    ...imports,
    'import { createHandler } from "apigatewayv2-codec/server";',
    'import { toNodeListener } from "apigatewayv2-codec/server/node";',
    "",
    "// Requests are parsed and checked against every constraint before they get here.",
    "const handler = createHandler({",
    `  async ${symbol}(${parameters}) {`,
    ...checks,
    `    return ${literalOf(output, 4, 11)};`,
    "  },",
    "});",
    "",
    "createServer(toNodeListener(handler)).listen(8080);",
  ].join("\n");
}

function codecCode(
  { symbol }: Operation,
  { input, output }: Sample,
  { responseBody, statusCode }: Messages,
): string {
  const response = {
    statusCode,
    headers: {},
    ...(responseBody !== undefined && { body: responseBody }),
  };
  return [
    `import { ${symbol} } from "apigatewayv2-codec";`,
    "",
    "// On the client's side",
    `const request = ${symbol}.serializeRequest(${literalOf(input)});`,
    `const output = ${symbol}.deserializeResponse(${literalOf(response)});`,
    "",
    "// On the server's side",
    `const input = ${symbol}.deserializeRequest(request);`,
    `const response = ${symbol}.serializeResponse(${literalOf(output)});`,
    "console.log(output, input, response);",
  ].join("\n");
}
