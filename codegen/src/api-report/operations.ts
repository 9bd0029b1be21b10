import { publicDeclarations, type Exports, type Namespace } from "./collect-exports.js";
import type { NameOf } from "./name-text.js";
import { signatureOf } from "./signature.js";

/** The functions that almost every operation has. */
export const usualFunctions: readonly string[] = [
  "const serializeRequest: SerializeRequest<Input>;",
  "const deserializeResponse: DeserializeResponse<Output>;",
  "const deserializeRequest: DeserializeRequest<Input>;",
  "const serializeResponse: SerializeResponse<Output>;",
];

/** Returns the text of the namespace of each operation. */
export function namespaceTexts({ namespaces, entries }: Exports, nameOf: NameOf): string[] {
  const inIndex = new Map<string, Set<string>>();
  for (const { module, declaredName } of entries) {
    const names = inIndex.get(module);
    if (names === undefined) inIndex.set(module, new Set([declaredName]));
    else names.add(declaredName);
  }
  return namespaces.map((namespace) => {
    const shared = inIndex.get(namespace.module.path) ?? new Set();
    return namespaceText(namespace, shared, nameOf);
  });
}

/**
 * Returns the text of a namespace: the signatures of what only the namespace has, except for the
 * usual functions. It does not list the shapes in the module, since these move to another one if
 * more operations need them, or if their documentation becomes that of another shape.
 */
function namespaceText(
  { name, module }: Namespace,
  shared: ReadonlySet<string>,
  nameOf: NameOf,
): string {
  const declarations = publicDeclarations(module);
  const own = declarations.filter((declaration) => !shared.has(declaration.name));
  const ownNames = new Set(own.map((declaration) => declaration.name));
  const signatures = own.map((declaration) => signatureOf(declaration, declaration.name, nameOf));
  const missing = usualFunctions.map(constantName).filter((usual) => !ownNames.has(usual));
  const lines = [
    ...signatures.filter((signature) => !usualFunctions.includes(signature)),
    ...missing.map((usual) => `// There is no ${usual}.`),
  ];
  return `namespace ${name} {\n${lines.join("\n").replace(/^/gm, "  ")}\n}`;
}

function constantName(signature: string): string {
  return /^const ([\w$]+)/.exec(signature)?.[1] ?? "";
}
