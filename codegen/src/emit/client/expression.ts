import type { Argument, Expression } from "../../ir/expressions.js";
import { isInherited } from "../../ir/identifiers.js";
import { isDense } from "../../ir/value-types.js";
import { propertyKey } from "../code/access.js";
import {
  code,
  commas,
  identifier,
  literal,
  mentions,
  nothing,
  plainText,
  type Code,
} from "../code/code.js";
import { dataLiteral } from "../code/data.js";
import { runtime } from "../code/runtime.js";
import { typeOf } from "../shapes/types.js";

/** The functions of the runtime by the names of JMESPath's. */
const functions = {
  abs: "absolute",
  avg: "average",
  ceil: "ceiling",
  contains: "contains",
  ends_with: "endsWith",
  floor: "floor",
  join: "joinTexts",
  keys: "keysOf",
  length: "lengthOf",
  map: "mapItems",
  max: "largest",
  max_by: "largestBy",
  merge: "mergeObjects",
  min: "smallest",
  min_by: "smallestBy",
  not_null: "firstPresent",
  reverse: "reversed",
  sort: "sorted",
  sort_by: "sortedBy",
  starts_with: "startsWith",
  sum: "sumOf",
  to_array: "toArray",
  to_number: "parseNumber",
  to_string: "toText",
  type: "typeNameOf",
  values: "valuesOf",
} as const;

/** Functions whose result is a number, whatever their arguments are. */
const numeric: ReadonlySet<string> = new Set(["abs", "ceil", "floor", "length", "sum"]);

/** Functions whose result is true or false. */
const boolean: ReadonlySet<string> = new Set(["contains", "ends_with", "starts_with"]);

/** The current value of an expression. */
interface Current {
  readonly name: Code;
  /** Whether it cannot be null. */
  readonly isPresent: boolean;
  /** The number of functions around it. */
  readonly depth: number;
}

/**
 * Returns the code of an expression, whose variables are `input` and `output`. Parts of it that
 * are null for one output or another have the value null or undefined.
 */
export function expressionCode(
  expression: Expression,
  current: Current = { name: code`output`, isPresent: true, depth: 0 },
): Code {
  const inner = (part: Expression): Code => expressionCode(part, current);
  switch (expression.kind) {
    case "message":
      return identifier(expression.side);
    case "messages":
      return code`{ input, output }`;
    case "current":
      return current.name;
    case "literal":
      return dataLiteral(expression.value);
    case "member": {
      const { of, member } = expression;
      const { property, target } = member;
      return isInherited(property)
        ? code`(${runtime("entryOf")}(${runtime("asObject")}(${inner(of)}), ${literal(property)}) as ${typeOf(target, "received")} | undefined)`
        : code`${inner(of)}${isPresent(of, current) ? code`.` : code`?.`}${identifier(property)}`;
    }
    case "property": {
      const { of, name } = expression;
      return code`${inner(of)}?.[${literal(name)}]`;
    }
    case "entry":
      return code`${runtime("entryOf")}(${inner(expression.of)}, ${literal(expression.name)})`;
    case "seconds":
      return code`${runtime("secondsOf")}(${inner(expression.of)})`;
    case "number":
      return code`${runtime("numberOf")}(${inner(expression.of)})`;
    case "asList":
      return code`${runtime("asList")}(${inner(expression.of)})`;
    case "asObject":
      return code`${runtime("asObject")}(${inner(expression.of)})`;
    case "index": {
      const { of, index } = expression;
      return index < 0
        ? code`${inner(of)}?.at(${literal(index)})`
        : code`${inner(of)}?.[${literal(index)}]`;
    }
    case "slice": {
      const bounds = commas(expression.bounds.map((bound) => dataLiteral(bound)));
      return code`${runtime("slice")}(${inner(expression.of)}, ${bounds})`;
    }
    case "flatten":
      return code`${inner(expression.of)}?.flat()`;
    case "project": {
      const { of, item } = expression;
      return code`${runtime("project")}(${inner(of)}, ${perItem(item, of, current)})`;
    }
    case "filter": {
      const { of, test } = expression;
      return code`${inner(of)}?.filter(${perItem(test, of, current, true)})`;
    }
    case "values":
      return code`${runtime("entriesOf")}(${inner(expression.of)})`;
    case "selectList": {
      const { of, items } = expression;
      return evaluated("select", of, current, (next) => {
        return code`[${commas(items.map((item) => expressionCode(item, next)))}]`;
      });
    }
    case "selectHash": {
      const { of, entries } = expression;
      return evaluated("select", of, current, (next) => {
        const pairs = entries.map(
          ([name, value]) => code`${propertyKey(name)}: ${expressionCode(value, next)}`,
        );
        return code`{ ${commas(pairs)} }`;
      });
    }
    case "pipe": {
      const { of, next: expressionOfValue } = expression;
      return evaluated("pipe", of, current, (next) => expressionCode(expressionOfValue, next));
    }
    case "and":
    case "or": {
      const { kind, left, right } = expression;
      if (left.type.kind === "boolean" && right.type.kind === "boolean")
        return kind === "and"
          ? code`(${inner(left)} && ${inner(right)})`
          : code`(${inner(left)} || ${inner(right)})`;
      return code`${runtime(kind)}(${inner(left)}, () => (${inner(right)}))`;
    }
    case "not":
      return code`!${truthCode(expression.of, current)}`;
    case "compare":
      return comparison(expression, current);
    case "call": {
      const { name, given } = expression;
      const list = given.find((argument) => "value" in argument);
      const parts = given.map((argument: Argument) =>
        "value" in argument
          ? inner(argument.value)
          : perItem(argument.perItem, list?.value ?? expression, current),
      );
      const helper = functions[name as keyof typeof functions];
      return code`${runtime(helper)}(${commas(parts)})`;
    }
  }
}

/** Returns code whose truth is that of an expression in JMESPath. */
export function truthCode(expression: Expression, current?: Current): Code {
  const value = expressionCode(expression, current);
  return expression.type.kind === "boolean" ? value : code`${runtime("isTruthy")}(${value})`;
}

/** Returns code that compares a value with a text. */
export function textComparison(expression: Expression, value: Code, text: string): Code {
  const { type } = expression;
  // The compiler refuses to compare values that cannot be equal.
  const isComparable =
    ["member", "entry", "index", "current"].includes(expression.kind) &&
    type.kind === "string" &&
    (type.values === undefined || type.values.has(text));
  return isComparable
    ? code`${value} === ${literal(text)}`
    : code`(${value} as unknown) === ${literal(text)}`;
}

function isPresent(of: Expression, current: Current): boolean {
  return of.kind === "message" || (of.kind === "current" && current.isPresent);
}

/** Returns a function of an element of a list. */
function perItem(body: Expression, list: Expression, outer: Current, isTest = false): Code {
  const next = nextCurrent(outer, isDense(list.type));
  const value = isTest ? truthCode(body, next) : expressionCode(body, next);
  return functionOf(next.name, value);
}

/** Returns a function; the compiler reports parameters that are not used. */
function functionOf(name: Code, value: Code): Code {
  const parameter = mentions(value, plainText(name)) ? name : nothing;
  return code`(${parameter}) => (${value})`;
}

/** Evaluates code for the value of an expression, which a variable holds unless it is one itself. */
function evaluated(
  helper: "select" | "pipe",
  of: Expression,
  current: Current,
  body: (current: Current) => Code,
): Code {
  if (of.kind === "message") {
    return code`(${body({ ...current, name: identifier(of.side), isPresent: true })})`;
  }
  const next = nextCurrent(current, helper === "select");
  return code`${runtime(helper)}(${expressionCode(of, current)}, ${functionOf(next.name, body(next))})`;
}

function nextCurrent({ depth }: Current, present: boolean): Current {
  const name = depth === 0 ? code`item` : code`item${literal(depth + 1)}`;
  return { name, isPresent: present, depth: depth + 1 };
}

function comparison(
  { operator, left, right }: Extract<Expression, { kind: "compare" }>,
  current: Current,
): Code {
  const [first, second] = [expressionCode(left, current), expressionCode(right, current)];
  if (operator === "==" || operator === "!=") {
    const equality = equalityCode(left, right, first, second);
    return operator === "==" ? code`(${equality})` : code`!(${equality})`;
  }
  if (isNumber(left) && isNumber(right)) return code`(${first} ${operators[operator]} ${second})`;
  return code`${runtime("order")}(${first}, "${operators[operator]}", ${second})`;
}

const operators = { "<": code`<`, "<=": code`<=`, ">": code`>`, ">=": code`>=` };

function equalityCode(left: Expression, right: Expression, first: Code, second: Code): Code {
  const [constant, value, text] =
    right.kind === "literal" ? [right, left, first] : [left, right, second];
  if (constant.kind === "literal" && value.kind !== "literal") {
    if (constant.value === null) return code`${text} == null`;
    if (typeof constant.value === "string") return textComparison(value, text, constant.value);
    if (typeof constant.value === "number" || typeof constant.value === "boolean") {
      const scalar = literal(constant.value);
      return value.type.kind === constant.type.kind
        ? code`${text} === ${scalar}`
        : code`(${text} as unknown) === ${scalar}`;
    }
  }
  return code`${runtime("equal")}(${first}, ${second})`;
}

/** Returns whether an expression is true or false, and never null. */
export function isBoolean(expression: Expression): boolean {
  switch (expression.kind) {
    case "not":
      return true;
    case "call":
      return boolean.has(expression.name);
    case "compare": {
      const { operator, left, right } = expression;
      return operator === "==" || operator === "!=" || (isNumber(left) && isNumber(right));
    }
    default:
      return false;
  }
}

/** Returns whether an expression is a number, and never null. */
function isNumber(expression: Expression): boolean {
  return expression.kind === "call"
    ? numeric.has(expression.name)
    : expression.kind === "literal" && expression.type.kind === "number";
}
