import { loadPeer } from "../setup/peer.js";

/** The parts of an AWS SDK client that convert values to messages and back. */
export interface Sdk {
  readonly name: string;
  readonly deserialize: (operation: string, body: Uint8Array) => Promise<unknown>;
  readonly serialize: (operation: string, input: object) => Promise<unknown>;
}

interface SdkModule {
  readonly ApiGatewayV2Client: new (options: object) => { readonly config: Config };
  readonly [command: string]: unknown;
}

interface Config {
  readonly protocol?: Protocol;
}

interface Protocol {
  deserializeResponse(schema: object, context: object, response: object): Promise<unknown>;
  serializeRequest(schema: object, input: object, context: object): Promise<unknown>;
}

interface Command {
  readonly schema?: readonly unknown[];
  serialize(input: object, context: object): Promise<unknown>;
  deserialize(response: object, context: object): Promise<unknown>;
}

/** Loads a version of the SDK. Current versions use schemas, earlier ones generated code. */
export async function loadSdk(packageName: string, name: string): Promise<Sdk> {
  const sdk = (await loadPeer(packageName)) as SdkModule;
  const client = new sdk.ApiGatewayV2Client({
    region: "eu-west-1",
    credentials: { accessKeyId: "id", secretAccessKey: "secret" },
  });
  const endpoint = (): Promise<object> =>
    Promise.resolve({ protocol: "https:", hostname: "localhost", path: "/" });
  const context = { ...client.config, endpoint };
  const { protocol } = client.config;
  const commands = new Map<string, Command>();
  const commandOf = (operation: string): Command => {
    let command = commands.get(operation);
    if (command === undefined) {
      const constructor = sdk[`${operation}Command`] as new (input: object) => Command;
      command = new constructor({ ApiId: "a1", IntegrationId: "i1", IntegrationResponseId: "r1" });
      commands.set(operation, command);
    }
    return command;
  };
  if (protocol === undefined) {
    return {
      name,
      deserialize: (operation, body) =>
        commandOf(operation).deserialize({ statusCode: 200, headers: {}, body }, context),
      serialize: (operation, input) => commandOf(operation).serialize(input, context),
    };
  }
  return {
    name,
    deserialize: (operation, body) =>
      protocol.deserializeResponse(schemaOf(commandOf(operation)), context, {
        statusCode: 200,
        headers: {},
        body,
      }),
    serialize: (operation, input) =>
      protocol.serializeRequest(schemaOf(commandOf(operation)), input, context),
  };
}

const schemas = new WeakMap<Command, object>();

/** Converts a schema to the form in which the SDK's middleware passes it to the protocol. */
function schemaOf(command: Command): object {
  let schema = schemas.get(command);
  if (schema === undefined) {
    const [, namespace, name, traits, input, output] = command.schema ?? [];
    schema = { namespace, name, traits, input, output };
    schemas.set(command, schema);
  }
  return schema;
}
