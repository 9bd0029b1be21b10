import { shown } from "../diagnostics/text.js";
import { isIdentifier } from "../load/names.js";
import { isRecord, own } from "../load/parse-model.js";
import { attributes, isRuleFunction, shownType, typeOfCall } from "./endpoint-signatures.js";
import type { Expression, Typed, ValueType } from "./endpoints.js";

/** What is wrong with endpoint rules, and where: a JSON pointer within the trait. */
export class RuleProblem extends Error {
  readonly path: string;
  /** Whether other tools may accept the rules, since they use an extension. */
  readonly isExtension: boolean;

  constructor(path: string, message: string, isExtension: boolean = false) {
    super(message);
    this.path = path;
    this.isExtension = isExtension;
  }
}

/** The parameters and variables that an expression can refer to. */
export type Scope = ReadonlyMap<string, Typed>;

/**
 * The maximum depth of rules, and of expressions. The rules of AWS's services are up to 20 deep;
 * code of some thousand levels would exhaust the stack of a compiler.
 */
export const maxDepth = 100;

/**
 * Reads an expression.
 * @throws RuleProblem
 */
export function readExpression(
  json: unknown,
  scope: Scope,
  path: string,
  depth: number,
): Expression {
  if (depth > maxDepth) throw new RuleProblem(path, `is nested more than ${maxDepth} levels deep`);
  if (typeof json === "string") return readTemplate(json, scope, path);
  if (typeof json === "boolean") return { kind: "literal", value: json, ...present("boolean") };
  if (typeof json === "number" && Number.isSafeInteger(json))
    return { kind: "literal", value: json, ...present("integer") };
  if (isRecord(json)) {
    const reference = own(json, "ref");
    if (typeof reference === "string") return readReference(reference, scope, path);
    if (own(json, "fn") !== undefined) return readCall(json, scope, path, depth);
  }
  throw new RuleProblem(
    path,
    `is ${shown(json)}; expected a string, a boolean, an integer, a reference or a function`,
  );
}

/** Reads an expression whose value must be a string. */
export function readText(json: unknown, scope: Scope, path: string): Expression {
  const expression = readExpression(json, scope, path, 0);
  if (expression.type !== "string" || expression.optional)
    throw new RuleProblem(path, `is ${shownType(expression)}; expected a string`);
  return expression;
}

/** Reads a function object. `getAttr` becomes an attribute. */
export function readCall(
  json: Readonly<Record<string, unknown>>,
  scope: Scope,
  path: string,
  depth: number,
): Expression {
  const name = own(json, "fn");
  const given = own(json, "argv");
  if (typeof name !== "string" || !Array.isArray(given))
    throw new RuleProblem(path, 'is no function object; expected "fn" and "argv"');
  if (name === "getAttr") {
    const [of, attribute] = given as readonly unknown[];
    if (given.length !== 2 || typeof attribute !== "string")
      throw new RuleProblem(path, "has a getAttr without a value and a path");
    const value = readExpression(of, scope, `${path}/argv/0`, depth + 1);
    return readAttribute(value, attribute, path);
  }
  if (!isRuleFunction(name))
    throw new RuleProblem(path, `has the unknown function ${shown(name)}`, true);
  const values = given.map((argument: unknown, index) =>
    readExpression(argument, scope, `${path}/argv/${index}`, depth + 1),
  );
  const type = typeOfCall(name, values, (message) => {
    throw new RuleProblem(path, `has an invalid call: ${message}`);
  });
  return { kind: "call", function: name, arguments: values, ...type };
}

function present(type: ValueType): Typed {
  return { type, optional: false };
}

function readReference(name: string, scope: Scope, path: string): Expression {
  const found = scope.get(name);
  if (found === undefined)
    throw new RuleProblem(
      path,
      `refers to ${shown(name)}, which is not a parameter or variable here`,
    );
  return { kind: "reference", name, type: found.type, optional: found.optional };
}

/** Reads the path of `getAttr`: an attribute, an index, or both. */
function readAttribute(of: Expression, text: string, path: string): Expression {
  const match = /^([A-Za-z]*)(?:\[(-?\d{1,4})\])?$/.exec(text);
  if (match === null || text === "")
    throw new RuleProblem(
      path,
      `has an invalid path ${shown(text)}; expected a form like a, a[0] or [0]`,
    );
  if (of.optional) throw new RuleProblem(path, `has the path ${shown(text)} in ${shownType(of)}`);
  const [, name = "", digits] = match;
  const known = attributes[of.type];
  const type = name === "" ? of.type : Object.hasOwn(known, name) ? known[name] : undefined;
  if (type === undefined || (digits !== undefined && type !== "strings"))
    throw new RuleProblem(
      path,
      `has the path ${shown(text)}, which ${shownType(of)} does not have`,
    );
  return {
    kind: "attribute",
    of,
    name: name === "" ? undefined : name,
    index: digits === undefined ? undefined : Number(digits),
    ...(digits === undefined ? present(type) : { type: "string", optional: true }),
  };
}

/** Reads a template (Smithy, "Template string"): `{name}` and `{name#path}`, and `{{` for a brace. */
function readTemplate(text: string, scope: Scope, path: string): Expression {
  const parts: (string | Expression)[] = [];
  for (const [token] of text.matchAll(/\{\{|\}\}|\{[^{}]*\}|[{}]|[^{}]+/g)) {
    if (token === "{" || token === "}")
      throw new RuleProblem(
        path,
        `has an unmatched brace in ${shown(text)}; write {{ or }} for a brace`,
      );
    if (!token.startsWith("{") || token === "{{")
      addText(token.replace(/^(\{\{|\}\})$/, token.slice(1)));
    else parts.push(readSlot(token.slice(1, -1), scope, path));
  }
  const [first = "", ...others] = parts;
  return others.length === 0 && typeof first === "string"
    ? { kind: "literal", value: first, ...present("string") }
    : { kind: "template", parts, ...present("string") };

  function addText(more: string): void {
    const last = parts.at(-1);
    if (typeof last === "string") parts[parts.length - 1] = last + more;
    else parts.push(more);
  }
}

function readSlot(text: string, scope: Scope, path: string): Expression {
  const [name = "", attribute] = text.split("#", 2);
  if (!isIdentifier(name))
    throw new RuleProblem(
      path,
      `has an invalid placeholder {${text}}; expected {name} or {name#path}`,
    );
  const reference = readReference(name, scope, path);
  const value = attribute === undefined ? reference : readAttribute(reference, attribute, path);
  if (value.type !== "string" || value.optional)
    throw new RuleProblem(
      path,
      `has the placeholder {${text}}, which is ${shownType(value)}; expected a string`,
    );
  return value;
}
