import type { Code } from "../emit/code/code.js";
import type {
  ClassDeclaration,
  ConstDeclaration,
  FunctionDeclaration,
  InterfaceDeclaration,
  Parameter,
  TypeDeclaration,
} from "../emit/code/declarations.js";
import type { Named } from "./collect-exports.js";
import { textOf, type NameOf } from "./name-text.js";
import { aliasStatement } from "./type-lines.js";

/**
 * Returns the signature of a declaration under the name of its export: no comments, no bodies, and
 * no values other than those of an object of literals, which is its own type.
 */
export function signatureOf(declaration: Named, name: string, nameOf: NameOf): string {
  switch (declaration.kind) {
    case "interface":
      return interfaceText(declaration, name, nameOf);
    case "type":
      return typeText(declaration, name, nameOf);
    case "function":
      return functionText(declaration, name, nameOf);
    case "class":
      return classText(declaration, name, nameOf);
    case "const":
      return constText(declaration, name, nameOf);
  }
}

function interfaceText(
  { typeParameter, base, properties }: InterfaceDeclaration,
  name: string,
  nameOf: NameOf,
): string {
  const parent = base === undefined ? "" : ` extends ${textOf(base, nameOf)}`;
  const members = properties.map(
    (property) => `${property.name}${annotation(property.optional, property.type, nameOf)}`,
  );
  return block(`interface ${name}${typeParameters(typeParameter, nameOf)}${parent}`, members);
}

function typeText({ typeParameter, type }: TypeDeclaration, name: string, nameOf: NameOf): string {
  return aliasStatement(
    `type ${name}${typeParameters(typeParameter, nameOf)}`,
    textOf(type, nameOf),
  );
}

function functionText(declaration: FunctionDeclaration, name: string, nameOf: NameOf): string {
  const { typeParameter, overloads = [] } = declaration;
  const head = `function ${name}${typeParameter === undefined ? "" : `<${typeParameter}>`}`;
  return (overloads.length === 0 ? [declaration] : overloads)
    .map(({ parameters, returnType }) => {
      const result = textOf(returnType, nameOf);
      return `${head}(${parameterList(parameters, nameOf)}): ${result};`;
    })
    .join("\n");
}

function classText(
  { base, properties, constructorParameters, constructorBody }: ClassDeclaration,
  name: string,
  nameOf: NameOf,
): string {
  const members = properties.map((property) => {
    const modifier = property.readonly === true ? "readonly " : "";
    return `${modifier}${property.name}${annotation(property.optional, property.type, nameOf)}`;
  });
  const own = constructorBody.isEmpty
    ? []
    : [`constructor(${parameterList(constructorParameters, nameOf)})`];
  const parent = base === undefined ? "" : ` extends ${textOf(base, nameOf)}`;
  return block(`class ${name}${parent}`, [...members, ...own]);
}

function constText({ type, value }: ConstDeclaration, name: string, nameOf: NameOf): string {
  if (type !== undefined) return `const ${name}: ${textOf(type, nameOf)};`;
  const text = textOf(value, nameOf);
  return `const ${name} = ${text.replace(/\n(?!\})/g, "\n  ")};`;
}

function typeParameters(typeParameter: Code | undefined, nameOf: NameOf): string {
  return typeParameter === undefined ? "" : `<${textOf(typeParameter, nameOf)}>`;
}

function parameterList(parameters: readonly Parameter[], nameOf: NameOf): string {
  return parameters
    .map(({ name, type, optional = false, initializer }) => {
      const isOptional = optional || initializer !== undefined;
      return `${name}${annotation(isOptional, type, nameOf)}`;
    })
    .join(", ");
}

function annotation(isOptional: boolean, type: Code, nameOf: NameOf): string {
  return `${isOptional ? "?" : ""}: ${textOf(type, nameOf)}`;
}

function block(head: string, members: readonly string[]): string {
  return `${head} {${members.map((member) => `\n  ${member};`).join("")}${members.length === 0 ? "" : "\n"}}`;
}
