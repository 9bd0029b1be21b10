import type { Operation, Service } from "../../ir/service.js";
import { code, commas, identifier, literal, type Code, type Reference } from "../code/code.js";
import { dataLiteral } from "../code/data.js";
import { commentText, docComment, inlineCode } from "../code/comment.js";
import type {
  ConstDeclaration,
  FunctionDeclaration,
  InterfaceDeclaration,
  Module,
  ReExport,
} from "../code/declarations.js";
import { messageType, namespaceReference } from "../code/operation-references.js";
import { runtime } from "../code/runtime.js";
import { errorWriterOf, type ServerSide } from "../protocols/protocol.js";
import { functionReference, valueReference } from "../code/shape-references.js";
import {
  modelledValidationException,
  ownValidationException,
} from "../shapes/validation-exception.js";

/**
 * Returns the modules of a service's server: the handler, and its adapters.
 * @param others the constants of further protocols, which the handler also answers
 */
export function serverModules(
  service: Service,
  side: ServerSide,
  others: readonly Reference[] = [],
): Module[] {
  return [
    {
      path: "server",
      source: service.id,
      docs: `A server of ${commentText(service.name)}: \`createHandler({ ... })\` answers requests by a function for each operation.`,
      declarations: [
        {
          kind: "re-export",
          module: "runtime/server/invalid-output",
          names: [{ name: "InvalidOutputError", typeOnly: false }],
        },
        typesOf("server/server-types", [
          ...["HandleOptions", "Handler", "HandlerOptions", "Interceptor", "OperationContext"],
          ...["OperationFunction", "RequestContext"],
        ]),
        functionsInterface(service),
        createHandler(side, others),
        serviceConstant(service, side),
      ],
    },
    adapter(service, "node", "toNodeListener", [
      ...["NodeListenerOptions", "NodeRequest", "NodeResponse"],
    ]),
    adapter(service, "lambda", "toLambdaHandler", [
      ...["LambdaEvent", "LambdaHandlerOptions", "LambdaResult"],
    ]),
  ];
}

function adapter(
  { id }: Service,
  name: "lambda" | "node",
  value: string,
  types: readonly string[],
): Module {
  const names = [
    { name: value, typeOnly: false },
    ...types.map((type) => ({ name: type, typeOnly: true })),
  ];
  return {
    path: `server/${name}`,
    source: id,
    declarations: [{ kind: "re-export", module: `runtime/server/${name}`, names }],
  };
}

function typesOf(file: string, names: readonly string[]): ReExport {
  return {
    kind: "re-export",
    module: `runtime/${file}`,
    names: names.map((name) => ({ name, typeOnly: true })),
  };
}

function functionsInterface(service: Service): InterfaceDeclaration {
  return {
    kind: "interface",
    name: "Functions",
    docs: "The functions of the operations, by the operations' names.",
    typeParameter: code`User = object`,
    exported: true,
    properties: service.operations.map((operation) => ({
      name: operation.symbol,
      docs: functionDocs(operation),
      optional: false,
      type: functionType(operation),
    })),
  };
}

function functionDocs({ documentation, name, http, errors }: Operation): string {
  const names = errors.map((error) => inlineCode(error.symbol)).join(", ");
  return docComment(documentation, {
    fallback: `The operation ${name}.`,
    notes: [
      inlineCode(`${http.method} ${http.uri}`),
      ...(names === "" ? [] : [`Errors to throw: ${names}`]),
    ],
  });
}

function functionType(operation: Operation): Code {
  const types = commas((["Input", "Output"] as const).map((type) => messageType(operation, type)));
  return code`${runtime("OperationFunction")}<${types}, User>`;
}

const functions = code`Functions<User>`;
const options = code`${runtime("HandlerOptions")}<User>`;
const result = code`${runtime("Handler")}<User>`;
const userParameter = "User extends object = object";

function createHandler(side: ServerSide, others: readonly Reference[]): FunctionDeclaration {
  return { ...handlerSignature, body: code`return ${madeHandler(side, others)};` };
}

function madeHandler({ signals }: ServerSide, others: readonly Reference[]): Code {
  if (others.length === 0) return code`${runtime("makeHandler")}(service, operations, options)`;
  const list = code`[${commas(others.map((other) => code`${other}`))}]`;
  const parts = [code`service`, dataLiteral(signals), list, code`operations`, code`options`];
  return code`${runtime("makeHandlerOfProtocols")}(${commas(parts)})`;
}

const handlerSignature: Omit<FunctionDeclaration, "body"> = {
  kind: "function",
  name: "createHandler",
  docs: "",
  exported: true,
  typeParameter: userParameter,
  overloads: [
    {
      docs: `Returns a handler that answers requests by functions. An operation without a function is answered by
\`UnknownOperationException\` (404), unless \`options.complete\` asks the compiler for all of them.

@param operations the functions of operations; they throw errors of the model on purpose
@throws TypeError if a function is not one, or has the name of no operation`,
      typeParameter: userParameter,
      parameters: [
        { name: "operations", type: functions },
        { name: "options", type: code`${options} & { readonly complete: true }` },
      ],
      returnType: result,
    },
    {
      docs: "",
      typeParameter: userParameter,
      parameters: [
        { name: "operations", type: code`${runtime("SomeFunctions")}<${functions}>` },
        {
          name: "options",
          type: code`${options} & { readonly complete?: false | undefined }`,
          optional: true,
        },
      ],
      returnType: result,
    },
  ],
  parameters: [
    { name: "operations", type: code`${runtime("SomeFunctions")}<${functions}>` },
    { name: "options", type: options, initializer: code`{}` },
  ],
  returnType: result,
};

function serviceConstant(service: Service, side: ServerSide): ConstDeclaration {
  const { operations, errors } = service;
  const { messages, streaming, encoded } = protocolParts(service, side);
  const validation =
    modelledValidationException(service) === undefined ? [code`${ownValidationException}`] : [];
  const checks = operations.flatMap(({ symbol, output }) =>
    output === undefined
      ? []
      : [code`${identifier(symbol)}: ${functionReference(output, "check")}`],
  );
  return {
    kind: "const",
    name: "service",
    docs: "",
    exported: false,
    type: code`${runtime("ServerService")}`,
    value: code`{ ${commas([
      ...messages,
      code`errors: [${commas([...errors.map((error) => code`${valueReference(error)}`), ...validation])}]`,
      streaming,
      code`outputs: { ${commas(checks)} }`,
      code`compressed: ${namesOf(service, ({ gzip }) => gzip)}`,
      encoded,
    ])} }`,
  };
}

/** Returns the constant of a further protocol, in a module that the server imports. */
export function protocolConstant(service: Service, side: ServerSide): ConstDeclaration {
  const { messages, streaming, encoded } = protocolParts(service, side);
  return {
    kind: "const",
    name: service.protocol,
    docs: "",
    exported: true,
    type: code`${runtime("ServerProtocol")}`,
    value: code`{ ${commas([code`signals: ${dataLiteral(side.signals)}`, ...messages, streaming, encoded])} }`,
  };
}

/** Returns what differs between the protocols of a server. */
function protocolParts(
  service: Service,
  side: ServerSide,
): { readonly messages: Code[]; readonly streaming: Code; readonly encoded: Code } {
  const namespaces = service.operations.map(
    ({ symbol }) => code`${identifier(symbol)}: ${namespaceReference(symbol)}`,
  );
  return {
    messages: [
      code`operations: { ${commas(namespaces)} }`,
      code`matchOperation: ${{ name: "matchOperation", module: "router", typeOnly: false }}`,
      code`serializeError: ${{ name: "serializeError", module: "serialize-error", typeOnly: false }}`,
      code`writeError: (statusCode, name, message) => ${errorWriterOf(side, service)}(statusCode, name, message === undefined ? {} : { message })`,
      ...(service.operations.some(hasBucket)
        ? [code`bucketToPath: ${runtime("bucketToPath")}`]
        : []),
    ],
    streaming: code`streaming: ${namesOf(service, ({ request }) => request.isStreaming)}`,
    encoded: code`encoded: ${namesOf(service, bindsContentEncoding)}`,
  };
}

function namesOf({ operations }: Service, wanted: (operation: Operation) => boolean): Code {
  return code`[${commas(operations.filter(wanted).map(({ symbol }) => literal(symbol)))}]`;
}

function bindsContentEncoding({ request }: Operation): boolean {
  return request.headers.some(
    ({ binding }) => binding.location === "header" && binding.name === "content-encoding",
  );
}

function hasBucket({ http: { segments }, customization }: Operation): boolean {
  const [first] = segments;
  return first?.kind === "label" && first.member === customization.endpointLabel;
}
