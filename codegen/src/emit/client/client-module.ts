import { Names } from "../../ir/identifiers.js";
import type { Operation, Service } from "../../ir/service.js";
import { code, commas, identifier, join, literal, nothing, type Code } from "../code/code.js";
import { commentText, docComment, inlineCode } from "../code/comment.js";
import type {
  ClassDeclaration,
  FunctionDeclaration,
  InterfaceDeclaration,
  Module,
  Parameter,
  ReExport,
  TypeDeclaration,
} from "../code/declarations.js";
import { messageType, namespaceReference } from "../code/operation-references.js";
import { runtime } from "../code/runtime.js";
import { exceptionReference, valueReference } from "../code/shape-references.js";
import {
  modelledValidationException,
  ownValidationException,
} from "../shapes/validation-exception.js";
import { verifiesChecksums } from "./checksums.js";
import { clientContextProperties } from "./endpoint-parameters.js";
import { endpointRulesModule } from "./endpoint-rules-module.js";
import { methodName } from "./method-name.js";
import { itemTypeOf } from "./pagination.js";
import { serviceConstant } from "./service-constant.js";
import { waiterMethods, waitersModule, type WaiterMethodOf } from "./waiters-module.js";

/** Names that the module declares or exports, which the class of the client cannot have. */
const reserved = [
  ...["Failures", "Operations", "Waiters", "createClient", "metadataOf", "service"],
  ...["AbortError", "ConfigurationError", "ConnectionError", "PaginationError", "TimeoutError"],
  ...["ChecksumMismatchError", "WaiterError"],
];

/** Returns the module of a service's client, and those that it needs. */
export function clientModules(service: Service): Module[] {
  const others = [endpointRulesModule(service), waitersModule(service)];
  return [clientModule(service), ...others.filter((module) => module !== undefined)];
}

function clientModule(service: Service): Module {
  const name = new Names({ reserved }).claim(service.name);
  return {
    path: "client",
    source: service.id,
    docs: `A client of ${commentText(service.name)}: \`new ${name}(config)\` has a method for every operation, and
\`createClient(operations, config)\` only for some, so that a bundle contains only these.`,
    declarations: [
      ...publicRuntime(service),
      clientClass(service, name),
      ...configInterface(service, name),
      createClient(service, name),
      operationsInterface(service),
      ...waitersInterface(service),
      failuresType(service),
      serviceConstant(service),
    ],
  };
}

/** The exports of the runtime in the module of the client. */
function publicRuntime(service: Service): ReExport[] {
  const hasWaiters = waiterMethods(service).length > 0;
  const errors = ["AbortError", "ConfigurationError", "ConnectionError", "PaginationError"];
  return [
    {
      kind: "re-export",
      module: "runtime/client/client-types",
      names: [
        ...["AttemptEvent", "CallMetadata", "CallOptions", "ChecksumSetting", "ClientConfig"],
        "ClientError",
        ...[
          "ClientHooks",
          "HttpHandler",
          "ListMethod",
          "Method",
          "PagedMethod",
          "RequestEvent",
          "ResponseEvent",
        ],
        ...["RetryEvent", "SafeResult", "Unmodelled", "UnmodelledName"],
      ].map((name) => ({ name, typeOnly: true })),
    },
    {
      kind: "re-export",
      module: "runtime/client/errors",
      names: [
        ...errors,
        "TimeoutError",
        ...(hasWaiters ? ["WaiterError"] : []),
        ...(verifiesChecksums(service) ? ["ChecksumMismatchError"] : []),
      ].map((name) => ({ name, typeOnly: false })),
    },
    ...(hasWaiters
      ? [
          {
            kind: "re-export" as const,
            module: "runtime/client/waiter-types",
            names: ["WaiterMethod", "WaiterOptions", "WaiterResult"].map((name) => ({
              name,
              typeOnly: true,
            })),
          },
        ]
      : []),
    {
      kind: "re-export",
      module: "runtime/client/metadata",
      names: [{ name: "metadataOf", typeOnly: false }],
    },
  ];
}

type ClientProperty = ClassDeclaration["properties"][number];

/** Returns the class with a method for every operation. */
function clientClass(service: Service, name: string): ClassDeclaration {
  const namespaces = commas(
    service.operations.map(
      ({ symbol }) => code`${identifier(symbol)}: ${namespaceReference(symbol)}`,
    ),
  );
  return {
    kind: "class",
    name,
    docs: docComment(service.documentation, {
      fallback: `A client of ${commentText(service.name)}.`,
    }),
    exported: true,
    properties: [
      ...service.operations.map((operation) => ({
        name: methodName(operation),
        docs: methodDocs(operation, service.exceptionName),
        readonly: true,
        optional: false,
        type: methodType(operation),
      })),
      ...waiterMethods(service).map(waiterProperty),
    ],
    constructorParameters: [configParameter(service, name)],
    constructorBody: code`${runtime("addMethods")}(this, { ${namespaces} }, service, config);`,
  };
}

function methodDocs(operation: Operation, exceptionName: string): string {
  const { name, symbol, http, documentation, errors } = operation;
  const names = [...errors.map((error) => error.symbol), exceptionName].map(inlineCode);
  return docComment(documentation, {
    fallback: `Calls the operation ${name}.`,
    notes: [inlineCode(`${http.method} ${http.uri}`), `Errors: ${names.join(", ")}`],
    tags: [`@see {@link model.${symbol}.Input} for the input`],
  });
}

function methodType(operation: Operation): Code {
  const types = (["Input", "Output", "Errors"] as const).map((type) =>
    messageType(operation, type),
  );
  const item = itemTypeOf(operation);
  if (item !== undefined)
    return code`${runtime("ListMethod")}<${commas(types)} | Failures, ${item}>`;
  const name = operation.pages === undefined ? "Method" : "PagedMethod";
  return code`${runtime(name)}<${commas(types)} | Failures>`;
}

function waiterProperty({ method, operation, docs }: WaiterMethodOf): ClientProperty {
  const types = commas((["Input", "Output"] as const).map((type) => messageType(operation, type)));
  return {
    name: method,
    docs,
    readonly: true,
    optional: false,
    type: code`${runtime("WaiterMethod")}<${types}>`,
  };
}

/** Returns the parameter for the configuration, which some services extend. */
function configParameter(service: Service, className: string): Parameter {
  const [extended] = configInterface(service, className).map(({ name }) => identifier(name));
  const type = extended ?? code`${runtime("ClientConfig")}`;
  return { name: "config", type, initializer: code`{}` };
}

/** Returns the interface of the configuration if the service's endpoint rules add properties. */
function configInterface(service: Service, className: string): InterfaceDeclaration[] {
  const properties = clientContextProperties(service);
  if (properties.length === 0) return [];
  return [
    {
      kind: "interface",
      name: `${className}Config`,
      docs: `The configuration of {@link ${className}}.`,
      exported: true,
      base: code`${runtime("ClientConfig")}`,
      properties,
    },
  ];
}

function createClient(service: Service, className: string): FunctionDeclaration {
  const waiters =
    waiterMethods(service).length === 0 ? nothing : code` | Waiters[Name & keyof Waiters]`;
  const type = code`Pick<${identifier(className)}, ${runtime("MethodName")}<Name>${waiters}>`;
  return {
    kind: "function",
    name: "createClient",
    docs: `Returns a client with the methods of some operations, so that a bundle contains only these:
\`createClient({ GetApi }, config)\`.

@param operations the namespaces of operations that the package exports, by their names
@throws ConfigurationError if the configuration is invalid`,
    exported: true,
    typeParameter: "Name extends keyof Operations",
    parameters: [
      { name: "operations", type: code`Pick<Operations, Name>` },
      configParameter(service, className),
    ],
    returnType: type,
    body: code`return ${runtime("addMethods")}({} as ${type}, operations, service, config);`,
  };
}

/** Returns the interface of the namespaces by their names. */
function operationsInterface({ operations }: Service): InterfaceDeclaration {
  return {
    kind: "interface",
    name: "Operations",
    docs: "The namespaces of the operations.",
    exported: true,
    properties: operations.map(({ symbol }) => ({
      name: symbol,
      docs: "",
      optional: false,
      type: code`typeof ${namespaceReference(symbol, true)}`,
    })),
  };
}

/** Returns the interface of the methods that wait, by the operations that they call. */
function waitersInterface(service: Service): InterfaceDeclaration[] {
  const methods = waiterMethods(service);
  if (methods.length === 0) return [];
  const operations = [...new Set(methods.map(({ operation }) => operation))];
  return [
    {
      kind: "interface",
      name: "Waiters",
      docs: "The names of the methods that wait, by the operations that they call.",
      exported: true,
      properties: operations.map((operation) => ({
        name: operation.symbol,
        docs: "",
        optional: false,
        type: join(
          methods.flatMap((one) => (one.operation === operation ? [literal(one.method)] : [])),
          code` | `,
        ),
      })),
    },
  ];
}

/** Returns the type of the errors that every method can have besides those of its operation. */
function failuresType(service: Service): TypeDeclaration {
  const modelled = modelledValidationException(service);
  const validation = modelled === undefined ? ownValidationException : valueReference(modelled);
  const types = [
    code`${runtime("Unmodelled")}<${{ ...exceptionReference(service.exceptionName), typeOnly: true }}>`,
    code`${{ ...validation, typeOnly: true }}`,
    code`${runtime("ClientError")}`,
    ...(verifiesChecksums(service) ? [code`${runtime("ChecksumMismatchError")}`] : []),
  ];
  return {
    kind: "type",
    name: "Failures",
    docs: "The errors of every method besides those of its operation.",
    exported: true,
    type: join(types, code` | `),
  };
}
