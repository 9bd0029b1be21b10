/** The TypeScript that does what the playground shows. */
import type { OperationInfo, ServiceInfo } from "../info/service-info.js";
import { printValue } from "../values/print-value.js";

export interface Snippet {
  readonly title: string;
  /** What it is for, in a sentence. */
  readonly about: string;
  readonly code: string;
}

/** Where the generated code is imported from. */
export interface ImportPaths {
  readonly index: string;
  readonly client: string;
  readonly server: string;
  readonly node: string;
}

export const packagePaths: ImportPaths = {
  index: "apigatewayv2-codec",
  client: "apigatewayv2-codec/client",
  server: "apigatewayv2-codec/server",
  node: "apigatewayv2-codec/server/node",
};

/** Those of `smithy-codec generate --out generated`. */
export const generatedPaths: ImportPaths = {
  index: "./generated/index.js",
  client: "./generated/client.js",
  server: "./generated/server.js",
  node: "./generated/server/node.js",
};

export interface SnippetInput {
  readonly info: ServiceInfo;
  readonly operation: OperationInfo;
  readonly paths: ImportPaths;
  /** Arguments of the client's constructor. */
  readonly client: Readonly<Record<string, string>>;
  /** Typed values. */
  readonly input: unknown;
  readonly output: unknown;
}

/** Returns a program for the codec, one for the client, and one for the server if the protocol has servers. */
export function snippetsOf(given: SnippetInput): Snippet[] {
  const about = {
    codec: "Pure functions between values and HTTP messages: no network, no dependencies.",
    client: "Calls the service: signed, retried, with errors in the types.",
    server: "Answers requests, each checked against every constraint of the model.",
  };
  return [
    { title: "Codec", about: about.codec, code: codec(given) },
    { title: "Client", about: about.client, code: client(given) },
    ...(given.info.hasServers
      ? [{ title: "Server", about: about.server, code: server(given) }]
      : []),
  ];
}

function codec({ info, operation, paths, input, output }: SnippetInput): string {
  const { symbol } = operation;
  const sides = info.hasServers
    ? `
// The server's side: reads the request, and throws a ValidationException if it breaks a constraint.
console.log(${symbol}.deserializeRequest(request));
const response = ${symbol}.serializeResponse(${printValue(output)});

// The client's side again. For an error status, this throws the error of the model.
console.log(${symbol}.deserializeResponse(response));
`
    : "";
  return `import { ${symbol} } from "${paths.index}";

const input: ${symbol}.Input = ${printValue(input)};
const result = ${symbol}.validateInput(input);
if (!result.ok) for (const { path, message } of result.issues) console.error(path, message);

const request = ${symbol}.serializeRequest(input);
console.log(request.method, request.path);
${sides}`;
}

function client({ info, operation, paths, client: options, input }: SnippetInput): string {
  const [first] = operation.errors;
  const failure =
    first === undefined
      ? "else console.error(result.error.name, result.error.message);"
      : `else if (result.error.name === "${first.name}") console.error(result.error.message);
else throw result.error;`;
  return `import { ${info.name} } from "${paths.client}";

const client = new ${info.name}(${printValue(options)});
const result = await client.${operation.method}.safe(${printValue(input)});
if (result.ok) console.log(result.output);
${failure}
`;
}

function server({ operation, paths, output }: SnippetInput): string {
  return `import { createServer } from "node:http";
import { createHandler } from "${paths.server}";
import { toNodeListener } from "${paths.node}";

const handler = createHandler({
  async ${operation.symbol}(input) {
    console.log(input);
    return ${printValue(output, "    ")};
  },
});
createServer(toNodeListener(handler)).listen(3000, "127.0.0.1");
`;
}
