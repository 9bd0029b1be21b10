import { publicDeclarations, type Exports, type Namespace } from "./collect-exports.js";
import type { NameOf } from "./name-text.js";
import { signatureOf } from "./signature.js";

/** The functions that almost every operation has. */
export const usualFunctions: readonly string[] = [
  "const serializeRequest: SerializeRequest<Input>;",
  "const deserializeResponse: DeserializeResponse<Output>;",
  "const deserializeRequest: DeserializeRequest<Input>;",
  "const serializeResponse: SerializeResponse<Output>;",
  "const validateInput: Validate<Input>;",
];

/** Returns the text of the namespace of each operation. */
export function namespaceTexts({ namespaces }: Exports, nameOf: NameOf): string[] {
  return namespaces.map((namespace) => namespaceText(namespace, nameOf));
}

/** Returns the text of a namespace: the signatures of its exports, except for the usual functions. */
function namespaceText({ name, module }: Namespace, nameOf: NameOf): string {
  const declarations = publicDeclarations(module);
  const names = new Set(declarations.map((declaration) => declaration.name));
  const signatures = declarations.map((declaration) =>
    signatureOf(declaration, declaration.name, nameOf),
  );
  const missing = usualFunctions.map(constantName).filter((usual) => !names.has(usual));
  const lines = [
    ...signatures.filter((signature) => !usualFunctions.includes(signature)),
    ...missing.map((usual) => `// There is no ${usual}.`),
  ];
  return `namespace ${name} {\n${lines.join("\n").replace(/^/gm, "  ")}\n}`;
}

function constantName(signature: string): string {
  return /^const ([\w$]+)/.exec(signature)?.[1] ?? "";
}
