import ts from "typescript";
import { mutateRegExp } from "./mutate-reg-exp.js";

/** A change to a source: the text from `start` to `end` is replaced. */
export interface Mutation {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Lists every mutation of a source, in the order of the text. */
export function listMutations(source: ts.SourceFile): Mutation[] {
  const found: Mutation[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || isModuleSyntax(node)) return;
    if (ts.isTypeAliasDeclaration(node) || ts.isAsExpression(node.parent)) {
      ts.forEachChild(node, visit);
      return;
    }
    for (const mutator of mutators) found.push(...mutator(node, source));
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(source, visit);
  const unique = new Map(found.map((one) => [`${one.start} ${one.end} ${one.text}`, one]));
  return [...unique.values()].filter(
    ({ start, end, text }) => source.text.slice(start, end) !== text,
  );
}

type Mutator = (node: ts.Node, source: ts.SourceFile) => Iterable<Mutation>;

const mutators: readonly Mutator[] = [
  mutateBinary,
  mutateUnary,
  mutateCondition,
  mutateLiteral,
  mutateCall,
  dropStatement,
  returnEarly,
  dropElements,
  removeAwait,
];

function isModuleSyntax(node: ts.Node): boolean {
  return ts.isImportDeclaration(node) || ts.isExportDeclaration(node);
}

function replace(node: ts.Node, source: ts.SourceFile, text: string): Mutation {
  return { start: node.getStart(source), end: node.end, text };
}

const binary: Readonly<Record<string, readonly string[]>> = {
  "===": ["!=="],
  "!==": ["==="],
  "==": ["!="],
  "!=": ["=="],
  "<": ["<=", ">="],
  "<=": ["<", ">"],
  ">": [">=", "<="],
  ">=": [">", "<"],
  "&&": ["||"],
  "||": ["&&"],
  "??": ["&&"],
  "+": ["-"],
  "-": ["+"],
  "*": ["/"],
  "/": ["*"],
  "%": ["*"],
  "&": ["|"],
  "|": ["&"],
  "^": ["&"],
  "<<": [">>"],
  ">>": ["<<"],
  ">>>": ["<<"],
  "+=": ["-=", "="],
  "-=": ["+=", "="],
  "??=": ["="],
};

/** Replaces an operator by its opposite or a similar one, and removes one side of a logical operator. */
function* mutateBinary(node: ts.Node, source: ts.SourceFile): Iterable<Mutation> {
  if (!ts.isBinaryExpression(node)) return;
  const { left, right, operatorToken } = node;
  const operator = operatorToken.getText(source);
  for (const text of binary[operator] ?? []) {
    // Sorted values have no equal keys, so that the order of equal keys does not matter.
    if (isOrder(node.parent) && text === `${operator}=`) continue;
    yield replace(operatorToken, source, text);
  }
  if (["&&", "||", "??"].includes(operator)) {
    yield replace(node, source, left.getText(source));
    yield replace(node, source, right.getText(source));
  }
}

/** Removes `!`, `-` and `~`, and swaps `++` and `--`. */
function* mutateUnary(node: ts.Node, source: ts.SourceFile): Iterable<Mutation> {
  if (!ts.isPrefixUnaryExpression(node) && !ts.isPostfixUnaryExpression(node)) return;
  const operand = node.operand.getText(source);
  const counts = new Map([
    [ts.SyntaxKind.PlusPlusToken, "--"],
    [ts.SyntaxKind.MinusMinusToken, "++"],
  ]);
  const opposite = counts.get(node.operator);
  if (opposite === undefined) yield replace(node, source, operand);
  else if (ts.isPostfixUnaryExpression(node)) yield replace(node, source, operand + opposite);
  else yield replace(node, source, opposite + operand);
}

/** Replaces conditions by constants and negates them. The condition of a loop is never replaced by `true`. */
function* mutateCondition(node: ts.Node, source: ts.SourceFile): Iterable<Mutation> {
  const isLoop = ts.isWhileStatement(node) || ts.isDoStatement(node);
  let condition: ts.Expression | undefined;
  if (ts.isIfStatement(node) || isLoop) condition = node.expression;
  else if (ts.isConditionalExpression(node) || ts.isForStatement(node)) condition = node.condition;
  if (condition === undefined) return;
  yield replace(condition, source, `!(${condition.getText(source)})`);
  yield replace(condition, source, "false");
  if (!isLoop && !ts.isForStatement(node)) yield replace(condition, source, "true");
}

/** Empties strings, fills empty strings, inverts booleans, and changes numbers by one. */
function* mutateLiteral(node: ts.Node, source: ts.SourceFile): Iterable<Mutation> {
  if (ts.isPropertyAssignment(node.parent) && node.parent.name === node) return;
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
    yield replace(node, source, node.text === "" ? '"mutant"' : '""');
  } else if (ts.isTemplateExpression(node)) {
    const parts = [node.head, ...node.templateSpans.map(({ literal }) => literal)];
    for (const part of parts.filter(({ text }) => text !== "")) {
      const open = ts.isTemplateHead(part) ? "`" : "}";
      yield replace(part, source, open + (ts.isTemplateTail(part) ? "`" : "${"));
    }
  } else if (ts.isNumericLiteral(node) && !isOfComparison(node)) {
    yield replace(node, source, String(Number(node.text) + 1));
    yield replace(node, source, `(${Number(node.text) - 1})`);
  } else if (node.kind === ts.SyntaxKind.TrueKeyword) {
    yield replace(node, source, "false");
  } else if (node.kind === ts.SyntaxKind.FalseKeyword) {
    yield replace(node, source, "true");
  } else if (ts.isRegularExpressionLiteral(node)) {
    for (const text of mutateRegExp(node.text)) yield replace(node, source, text);
  }
}

/** Returns whether a number is the result of a comparison, of which only the sign matters. */
function isOfComparison(node: ts.NumericLiteral): boolean {
  const value = ts.isPrefixUnaryExpression(node.parent) ? node.parent : node;
  return isOrder(value.parent) && value.parent.condition !== value;
}

/** Returns whether an expression is a comparison for sorting: `a < b ? -1 : 1`. */
function isOrder(node: ts.Node): node is ts.ConditionalExpression {
  return ts.isConditionalExpression(node) && node.whenTrue.getText() === "-1";
}

const methods: Readonly<Record<string, string>> = {
  every: "some",
  some: "every",
  startsWith: "endsWith",
  endsWith: "startsWith",
  min: "max",
  max: "min",
  floor: "ceil",
  ceil: "floor",
  toLowerCase: "toUpperCase",
  toUpperCase: "toLowerCase",
  indexOf: "lastIndexOf",
  lastIndexOf: "indexOf",
  push: "unshift",
  pop: "shift",
};

const droppable: ReadonlySet<string> = new Set(
  "filter flat slice sort reverse trim trimStart trimEnd toLowerCase toUpperCase replace replaceAll concat".split(
    " ",
  ),
);

/** Replaces a method by its opposite, or removes a call from a chain. */
function* mutateCall(node: ts.Node, source: ts.SourceFile): Iterable<Mutation> {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return;
  const { name, expression } = node.expression;
  const other = Object.hasOwn(methods, name.text) ? methods[name.text] : undefined;
  if (other !== undefined) yield replace(name, source, other);
  if (droppable.has(name.text)) yield replace(node, source, expression.getText(source));
}

/** Removes a statement. */
function* dropStatement(node: ts.Node, source: ts.SourceFile): Iterable<Mutation> {
  const isDroppable =
    ts.isExpressionStatement(node) ||
    ts.isIfStatement(node) ||
    ts.isForOfStatement(node) ||
    ts.isForStatement(node) ||
    ts.isThrowStatement(node) ||
    ts.isBreakOrContinueStatement(node) ||
    ts.isReturnStatement(node);
  if (isDroppable) yield replace(node, source, ";");
}

/** Returns from a function at once. */
function* returnEarly(node: ts.Node): Iterable<Mutation> {
  if (!ts.isFunctionLike(node) || !("body" in node)) return;
  const { body } = node;
  if (body === undefined || !ts.isBlock(body) || body.statements.length === 0) return;
  const start = body.statements.pos;
  for (const text of [" return;", " return undefined;"]) yield { start, end: start, text };
}

/** Removes an element of an array or a member of an object, and empties an array. */
function* dropElements(node: ts.Node, source: ts.SourceFile): Iterable<Mutation> {
  let parts: readonly ts.Node[] = [];
  if (ts.isArrayLiteralExpression(node)) parts = node.elements;
  else if (ts.isObjectLiteralExpression(node)) parts = node.properties;
  const commas = source.text;
  for (const part of parts) {
    const comma = /^\s*,/.exec(commas.slice(part.end))?.[0].length ?? 0;
    yield { start: part.getStart(source), end: part.end + comma, text: "" };
  }
}

function* removeAwait(node: ts.Node, source: ts.SourceFile): Iterable<Mutation> {
  if (ts.isAwaitExpression(node)) yield replace(node, source, node.expression.getText(source));
}
