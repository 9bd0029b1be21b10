import type { Expression, RuleFunction } from "../../ir/endpoints.js";
import {
  code,
  commas,
  identifier,
  join,
  literal,
  templateText,
  type Code,
  type Reference,
} from "../code/code.js";
import { runtime } from "../code/runtime.js";

/** Returns the name of the local variable of a parameter or variable. */
export type Locals = (name: string) => string;

/** The functions of the runtime that are called. The others are operators. */
const functions: Readonly<Partial<Record<RuleFunction, Reference>>> = {
  "aws.isVirtualHostableS3Bucket": runtime("isVirtualHostableS3Bucket"),
  "aws.parseArn": runtime("parseArn"),
  "aws.partition": runtime("partition"),
  isValidHostLabel: runtime("isValidHostLabel"),
  parseURL: runtime("parseURL"),
  split: runtime("split"),
  substring: runtime("substring"),
  uriEncode: runtime("uriEncode"),
};

/** Returns the code of a simplified expression. */
export function expressionCode(expression: Expression, locals: Locals): Code {
  switch (expression.kind) {
    case "literal":
      return literal(expression.value);
    case "reference":
      return identifier(locals(expression.name));
    case "template":
      return templateCode(expression.parts, locals);
    case "attribute": {
      const { of, name, index } = expression;
      const value = expressionCode(of, locals);
      const attribute = name === undefined ? value : code`${value}.${identifier(name)}`;
      if (index === undefined) return attribute;
      return index < 0
        ? code`${attribute}.at(${literal(index)})`
        : code`${attribute}[${literal(index)}]`;
    }
    case "call":
      return callCode(expression, locals);
  }
}

function templateCode(parts: readonly (string | Expression)[], locals: Locals): Code {
  const [first] = parts;
  if (parts.length === 1 && typeof first === "object") return expressionCode(first, locals);
  const texts = parts.map((part) =>
    typeof part === "string" ? templateText(part) : code`\${${expressionCode(part, locals)}}`,
  );
  return code`\`${join(texts)}\``;
}

function callCode(call: Expression & { readonly kind: "call" }, locals: Locals): Code {
  const given = call.arguments.map((value) => expressionCode(value, locals));
  const [first = code``, second = code``, third = code``] = given;
  switch (call.function) {
    case "isSet":
      return code`(${first} !== undefined)`;
    case "not":
      return code`!${first}`;
    case "booleanEquals":
    case "stringEquals":
      return code`(${first} === ${second})`;
    case "coalesce":
      return code`(${join(given, code` ?? `)})`;
    case "ite":
      return code`(${first} ? ${second} : ${third})`;
    default: {
      const helper = functions[call.function];
      if (helper === undefined) throw new Error(`no code for the function ${call.function}`);
      return code`${helper}(${commas(given)})`;
    }
  }
}

/** Returns the code of a condition, in the form that a person would write. */
export function conditionCode(test: Expression, locals: Locals): Code {
  const isNegated = test.kind === "call" && test.function === "not";
  const positive = isNegated ? test.arguments[0] : test;
  if (positive?.kind === "call") {
    const [first = code``, second = code``] = positive.arguments.map((value) =>
      expressionCode(value, locals),
    );
    const operator = isNegated ? code`!==` : code`===`;
    if (positive.function === "isSet")
      return code`${first} ${isNegated ? code`===` : code`!==`} undefined`;
    if (positive.function === "stringEquals" || positive.function === "booleanEquals")
      return code`${first} ${operator} ${second}`;
  }
  return expressionCode(test, locals);
}
