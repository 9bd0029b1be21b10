import { readdirSync } from "node:fs";
import { generatedSources } from "./bundle.js";

/** An entry that a user might bundle. It imports as if it were next to the generated `index.ts`. */
export interface SizeCase {
  readonly name: string;
  readonly entry: string;
}

const operation = "./operations/GetIntegrationResponse.js";
const validator = 'export { validateIntegrationResponse } from "./shapes/IntegrationResponse.js";';
const client = `export { serializeRequest, deserializeResponse } from "${operation}";`;

/** One operation's client: request, response, errors, and the validator of its input. */
export const oneOperation: SizeCase = {
  name: "one operation: client codec, errors, validation of the input",
  entry: `${client}
export { validateGetIntegrationResponseRequest } from "./index.js";`,
};

/** The same with the validator of the output, which has maps, an enum and advice. */
export const oneOperationAndOutput: SizeCase = {
  name: "one operation: client codec, errors, validation of the output, advice",
  entry: `${client}\n${validator}`,
};

/** The namespace of one operation as an object, of which bundlers keep everything. */
export const oneNamespace: SizeCase = {
  name: "one operation: its namespace as an object",
  entry: `import { GetIntegrationResponse } from "./index.js";
globalThis.used = GetIntegrationResponse;`,
};

/** The clients of all operations, with the validators of their inputs. */
export const allOperations: SizeCase = {
  name: "all operations: client codecs, errors, validation of the inputs",
  entry: operationNames()
    .map(
      (name) =>
        `import * as ${name} from "./operations/${name}.js";
import { validate${name}Request } from "./index.js";
export const _${name} = [${name}.serializeRequest, ${name}.deserializeResponse, validate${name}Request];`,
    )
    .join("\n"),
};

/** A client with one operation: endpoint rules, signing, retries, transport, and the operation's namespace. */
export const oneCall: SizeCase = {
  name: "createClient with one operation",
  entry: `import { GetIntegrationResponse } from "./index.js";
import { createClient } from "./client.js";
export const client = createClient({ GetIntegrationResponse });`,
};

/** The rows of the size table. */
export const sizeCases: readonly SizeCase[] = [
  oneCall,
  {
    name: "the client with all operations",
    entry: `export { ApiGatewayV2 } from "./client.js";`,
  },
  oneOperation,
  {
    name: "the same by way of the index",
    entry: `import { GetIntegrationResponse, validateGetIntegrationResponseRequest } from "./index.js";
export const used = [GetIntegrationResponse.serializeRequest, GetIntegrationResponse.deserializeResponse, validateGetIntegrationResponseRequest];`,
  },
  oneOperationAndOutput,
  {
    name: "one operation: writing the request alone",
    entry: `export { serializeRequest } from "${operation}";`,
  },
  {
    name: "one operation: reading the response alone",
    entry: `export { deserializeResponse } from "${operation}";`,
  },
  { name: "one validator alone", entry: validator },
  {
    name: "one schema alone",
    entry: 'export { IntegrationResponseSchema } from "./shapes/IntegrationResponse.js";',
  },
  {
    name: "one operation: server codec, errors",
    entry: `export { deserializeRequest, serializeResponse } from "${operation}";
export { serializeError } from "./serialize-error.js";`,
  },
  oneNamespace,
  allOperations,
  { name: "everything that the package exports", entry: 'export * from "./index.js";' },
];

function operationNames(): string[] {
  return readdirSync(new URL("operations/", generatedSources)).map((file) =>
    file.replace(/\.ts$/, ""),
  );
}
