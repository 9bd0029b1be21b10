import type { Structure } from "../../../../codegen/src/ir/ir.js";
import type { Operation } from "../../../../codegen/src/ir/service.js";
import { methodName } from "../../../../codegen/src/emit/client/method-name.js";
import { escapeHtml, tableOf } from "../../markdown/escape.js";
import type { Page } from "../../page.js";
import { messagesOf } from "../../read/messages.js";
import { sampleOf } from "../../read/sample-values.js";
import { documentationOf, membersTable, type Place } from "./members-table.js";
import { operationCode, type OperationCode } from "./operation-code.js";
import { shapeLink } from "./types.js";

/** The page of an operation. */
export function operationPage(operation: Operation): Page {
  const { name, symbol, http, input, output, documentation } = operation;
  const sample = sampleOf(operation);
  const messages = messagesOf(operation, sample);
  const text = [
    `# ${name}`,
    routeMarkup(http),
    documentationOf(documentation),
    `In the client: \`api.${methodName(operation)}(input)\`. In a server: the function \`${symbol}\`. As pure functions: the namespace \`${symbol}\`.`,
    "## Input",
    messageTable(input, "request"),
    "## Output",
    `Status ${http.code}.`,
    messageTable(output, "response"),
    "## Errors",
    errorsTable(operation),
    "## Messages",
    exampleNote(operation),
    codeGroup([
      ["Request", "http", messages.request],
      ["Response", "http", messages.response],
    ]),
    "## In code",
    usage(operationCode(operation, sample, messages)),
  ];
  return {
    path: `reference/operations/${name}`,
    title: name,
    description: `${http.method} ${http.uri}: input, output, errors and examples of ${name}.`,
    // Operations are looked up, and not read one after the other.
    frontMatter: { prev: false, next: false, pageClass: "operation" },
    text: text.filter((part) => part !== "").join("\n\n"),
  };
}

/** Returns the method and URI of an operation for the start of its page. */
export function routeMarkup({ method, uri }: Operation["http"]): string {
  return `<p class="route"><span class="method ${method.toLowerCase()}">${escapeHtml(method)}</span> <code>${escapeHtml(uri)}</code></p>`;
}

function messageTable(shape: Structure | undefined, place: Place): string {
  return shape === undefined ? "No members." : membersTable(shape.members, place);
}

function errorsTable({ errors }: Operation): string {
  const rows = errors.map((error) => [
    `[\`${error.symbol}\`](${shapeLink(error.symbol)})`,
    String(error.error?.statusCode ?? ""),
    documentationOf(error.documentation),
  ]);
  const others =
    "Any other answer of the service is an `ApiGatewayV2ServiceException`. [What else can happen](/codec/call-the-service#errors): no connection, a timeout, an abort.";
  if (rows.length === 0) return others;
  return `${tableOf(["Error", "Status", "When"], rows)}\n\n${others}`;
}

function exampleNote({ examples, name }: Operation): string {
  return examples.length === 0
    ? `An example with values that the model allows. The messages are those that \`${name}.serializeRequest\` and \`${name}.serializeResponse\` write; a client adds the signature.`
    : `${examples[0]?.title ?? "An example"}, from the model.`;
}

function usage({ client, server, codec }: OperationCode): string {
  return codeGroup([
    ["Client", "ts", client],
    ["Server", "ts", server],
    ["Functions", "ts", codec],
  ]);
}

/** Returns blocks of code as tabs. */
function codeGroup(
  tabs: readonly (readonly [title: string, language: string, text: string])[],
): string {
  const blocks = tabs.map(
    ([title, language, text]) => `\`\`\`${language} [${title}]\n${text}\n\`\`\``,
  );
  return `::: code-group\n\n${blocks.join("\n\n")}\n\n:::`;
}
