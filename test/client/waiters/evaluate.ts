import ts from "typescript";
import { expressionCode } from "../../../codegen/src/emit/client/expression.js";
import { plainText } from "../../../codegen/src/emit/code/code.js";
import type { Expression } from "../../../codegen/src/ir/expressions.js";
import { resolveExpression } from "../../../codegen/src/ir/jmespath.js";
import * as functions from "../../../codegen/runtime/client/jmespath-functions.js";
import * as operators from "../../../codegen/runtime/client/jmespath.js";

const helpers: Readonly<Record<string, unknown>> = { ...operators, ...functions };

const anything: Expression = { kind: "message", side: "output", type: { kind: "any" } };

/** Returns the function that the generator writes for an expression, as TypeScript. */
export function codeOf(text: string, root: Expression = anything): string {
  return plainText(expressionCode(resolveExpression(text, root, () => undefined)));
}

/** Returns whether a part of an expression is always null, so that it is not evaluated. */
export function hasNull(text: string, root: Expression = anything): boolean {
  let isWarned = false;
  resolveExpression(text, root, () => {
    isWarned = true;
  });
  return isWarned;
}

/** Evaluates the code that the generator writes for an expression; absent values become null. */
export function evaluate(text: string, output: unknown, root: Expression = anything): unknown {
  const { outputText } = ts.transpileModule(`return (${codeOf(text, root)});`, {
    compilerOptions: { target: ts.ScriptTarget.ES2022 },
  });
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  const run = new Function(...Object.keys(helpers), "output", outputText) as (
    ...given: unknown[]
  ) => unknown;
  const value = run(...Object.values(helpers), output);
  return JSON.parse(JSON.stringify(value ?? null, (_, part: unknown) => part ?? null)) as unknown;
}
