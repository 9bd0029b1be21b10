import type { Operation, Service } from "../../../ir/service.js";
import { propertyKey } from "../../code/access.js";
import { code, commas, literal, nothing, type Code } from "../../code/code.js";
import type { Declaration } from "../../code/declarations.js";
import { operationName } from "../../code/operation-references.js";
import { runtime } from "../../code/runtime.js";
import { encodeLiteral, matchedSegments } from "./uri.js";

/** A node of the tree of all URI patterns. */
interface Node {
  readonly literals: Map<string, Node>;
  label: Node | undefined;
  greedy: Node | undefined;
  readonly operations: Operation[];
}

/** Returns the tree of the URI patterns of all operations, and the code that searches it. */
export function routeTree(service: Service): {
  readonly declarations: Declaration[];
  readonly body: Code;
} {
  return {
    declarations: [
      {
        kind: "const",
        name: "routes",
        docs: "",
        exported: false,
        type: code`${runtime("Route")}<${operationName}>`,
        value: writeNode(buildTree(service.operations)),
      },
    ],
    body: code`return ${runtime("matchRoute")}(routes, request);`,
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
