import { readdirSync } from "node:fs";
import { generatedSources } from "./bundle.js";

/** Something that a user bundles: the text of an entry beside the generated `index.ts`. */
export interface SizeCase {
  readonly name: string;
  readonly entry: string;
}

const operation = "./operations/GetIntegrationResponse.js";
const validator = 'export { validateIntegrationResponse } from "./shapes/IntegrationResponse.js";';

/** One operation's client: request, response, errors, and the validator of what it returns. */
export const oneOperation: SizeCase = {
  name: "one operation: client codec, errors, validation",
  entry: `export { serializeRequest, deserializeResponse } from "${operation}";\n${validator}`,
};

/** The clients of all operations, with the validators of their inputs. */
export const allOperations: SizeCase = {
  name: "all operations: client codecs, errors, validation",
  entry: operationNames()
    .map(
      (name) =>
        `import * as ${name} from "./operations/${name}.js";
import { validate${name}Request } from "./shapes/${name}Request.js";
export const _${name} = [${name}.serializeRequest, ${name}.deserializeResponse, validate${name}Request];`,
    )
    .join("\n"),
};

/** What the size table holds. */
export const sizeCases: readonly SizeCase[] = [
  oneOperation,
  {
    name: "the same by way of the index",
    entry: `import { GetIntegrationResponse, validateIntegrationResponse } from "./index.js";
export const used = [GetIntegrationResponse.serializeRequest, GetIntegrationResponse.deserializeResponse, validateIntegrationResponse];`,
  },
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
  allOperations,
  { name: "everything that the package exports", entry: 'export * from "./index.js";' },
];

function operationNames(): string[] {
  return readdirSync(new URL("operations/", generatedSources)).map((file) =>
    file.replace(/\.ts$/, ""),
  );
}
