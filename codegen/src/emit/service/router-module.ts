import type { Operation, Service } from "../../ir/service.js";
import { propertyKey } from "../code/access.js";
import { code, commas, join, literal, nothing, type Code } from "../code/code.js";
import type { Module } from "../code/declarations.js";
import { encodeLiteral, matchedSegments } from "../bindings/http/uri.js";
import { runtime } from "../code/runtime.js";

/** A node of the tree of all URI patterns. */
interface Node {
  readonly literals: Map<string, Node>;
  label: Node | undefined;
  greedy: Node | undefined;
  readonly operations: Operation[];
}

/** Returns the module of the function that finds the operation of a request. */
export function routerModule(service: Service): Module {
  const names = service.operations.map(({ symbol }) => literal(symbol));
  return {
    path: "router",
    source: service.id,
    declarations: [
      {
        kind: "type",
        name: "OperationName",
        docs: "The names of the operations, which are also the names of their exports.",
        exported: true,
        type: names.length === 0 ? code`never` : join(names, code` | `),
      },
      {
        kind: "const",
        name: "routes",
        docs: "",
        exported: false,
        type: code`${runtime("Route")}<OperationName>`,
        value: writeNode(buildTree(service.operations)),
      },
      {
        kind: "function",
        name: "matchOperation",
        docs: `Finds the operation of a request by its method, path and literal query parameters.

@returns the name of the operation, or \`undefined\` if no operation matches.
@throws SerializationException (400) if the request is not an object or has no path.`,
        exported: true,
        parameters: [{ name: "request", type: code`${runtime("IncomingRequest")}` }],
        returnType: code`OperationName | undefined`,
        body: code`return ${runtime("matchRoute")}(routes, request);`,
      },
    ],
  };
}

function emptyNode(): Node {
  return { literals: new Map(), label: undefined, greedy: undefined, operations: [] };
}

function buildTree(operations: readonly Operation[]): Node {
  const root = emptyNode();
  for (const operation of operations) {
    let node = root;
    for (const segment of matchedSegments(operation.http)) {
      if (segment.kind === "literal") {
        const text = encodeLiteral(segment.text);
        const next = node.literals.get(text) ?? emptyNode();
        node.literals.set(text, next);
        node = next;
      } else {
        node = node[segment.kind] ??= emptyNode();
      }
    }
    node.operations.push(operation);
  }
  return root;
}

function writeNode({ literals, label, greedy, operations }: Node): Code {
  const children = [...literals].map(
    ([text, child]) => code`${propertyKey(text)}: ${writeNode(child)}`,
  );
  const bySpecificity = [...operations].sort(
    (left, right) => right.http.query.length - left.http.query.length,
  );
  const parts = [
    ...(children.length === 0 ? [] : [code`literals: { ${commas(children)} }`]),
    ...(label === undefined ? [] : [code`label: ${writeNode(label)}`]),
    ...(greedy === undefined ? [] : [code`greedy: ${writeNode(greedy)}`]),
    ...(operations.length === 0
      ? []
      : [code`operations: [${commas(bySpecificity.map(writeOperation))}]`]),
  ];
  return code`{ ${commas(parts)} }`;
}

function writeOperation({ symbol, http }: Operation): Code {
  const pairs = http.query.map(([name, value]) => code`[${literal(name)}, ${literal(value)}]`);
  const query = pairs.length === 0 ? nothing : code`, [${commas(pairs)}]`;
  return code`[${literal(http.method)}, ${literal(symbol)}${query}]`;
}
