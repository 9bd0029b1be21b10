import type { Expression, RuleFunction, Typed, ValueType } from "./endpoints.js";

/** The attributes of values that are objects. */
export const attributes: Readonly<Record<ValueType, Readonly<Record<string, ValueType>>>> = {
  string: {},
  boolean: {},
  strings: {},
  integer: {},
  // AWS, "Rules engine library functions": aws.partition.
  partition: {
    name: "string",
    dnsSuffix: "string",
    dualStackDnsSuffix: "string",
    implicitGlobalRegion: "string",
    supportsFIPS: "boolean",
    supportsDualStack: "boolean",
  },
  // Smithy, "Rules engine standard library": parseURL.
  url: {
    scheme: "string",
    authority: "string",
    path: "string",
    normalizedPath: "string",
    isIp: "boolean",
  },
  // AWS, "Rules engine library functions": aws.parseArn.
  arn: {
    partition: "string",
    service: "string",
    region: "string",
    accountId: "string",
    resourceId: "strings",
  },
};

interface Signature {
  readonly parameters: readonly ValueType[];
  readonly result: Typed;
}

function returns(type: ValueType, optional: boolean = false): Typed {
  return { type, optional };
}

/** The functions whose arguments have one type each, and must be present. */
const signatures: Readonly<Partial<Record<RuleFunction, Signature>>> = {
  "aws.isVirtualHostableS3Bucket": {
    parameters: ["string", "boolean"],
    result: returns("boolean"),
  },
  "aws.parseArn": { parameters: ["string"], result: returns("arn", true) },
  "aws.partition": { parameters: ["string"], result: returns("partition") },
  booleanEquals: { parameters: ["boolean", "boolean"], result: returns("boolean") },
  isValidHostLabel: { parameters: ["string", "boolean"], result: returns("boolean") },
  not: { parameters: ["boolean"], result: returns("boolean") },
  parseURL: { parameters: ["string"], result: returns("url", true) },
  split: { parameters: ["string", "string", "integer"], result: returns("strings") },
  stringEquals: { parameters: ["string", "string"], result: returns("boolean") },
  substring: {
    parameters: ["string", "integer", "integer", "boolean"],
    result: returns("string", true),
  },
  uriEncode: { parameters: ["string"], result: returns("string") },
};

const generic: readonly string[] = ["coalesce", "isSet", "ite"] satisfies RuleFunction[];

/** Returns whether a name is that of a function of rules, apart from `getAttr`. */
export function isRuleFunction(name: string): name is RuleFunction {
  return Object.hasOwn(signatures, name) || generic.includes(name);
}

/**
 * Returns the type of a call.
 * @param fail reports what is wrong with the arguments, as a phrase
 */
export function typeOfCall(
  name: RuleFunction,
  given: readonly Expression[],
  fail: (message: string) => never,
): Typed {
  const [first, second, third] = given;
  switch (name) {
    case "isSet":
      if (given.length !== 1) fail(`isSet has ${given.length} arguments instead of 1`);
      return returns("boolean");
    case "coalesce":
      if (first === undefined || second === undefined)
        return fail(`coalesce has ${given.length} arguments; it needs at least 2`);
      if (given.some(({ type }) => type !== first.type))
        fail(`the arguments of coalesce have the types ${given.map(shownType).join(", ")}`);
      return { type: first.type, optional: given.every(({ optional }) => optional) };
    case "ite":
      if (first === undefined || second === undefined || third === undefined || given.length > 3)
        return fail(`ite has ${given.length} arguments instead of 3`);
      expectType(name, 0, first, "boolean", fail);
      if (second.type !== third.type)
        fail(`the results of ite have the types ${shownType(second)}, ${shownType(third)}`);
      return { type: second.type, optional: second.optional || third.optional };
    default: {
      const signature = signatures[name];
      if (signature === undefined) return fail(`${name} is not known`);
      const { parameters, result } = signature;
      if (given.length !== parameters.length)
        fail(`${name} has ${given.length} arguments instead of ${parameters.length}`);
      for (const [index, type] of parameters.entries()) {
        const argument = given[index];
        if (argument !== undefined) expectType(name, index, argument, type, fail);
      }
      return result;
    }
  }
}

function expectType(
  name: string,
  index: number,
  argument: Expression,
  type: ValueType,
  fail: (message: string) => never,
): void {
  if (argument.type === type && !argument.optional) return;
  fail(`argument ${index + 1} of ${name} is ${shownType(argument)}; expected ${shownName(type)}`);
}

/** Describes a type in a message. */
export function shownType({ type, optional }: Typed): string {
  return optional ? `${shownName(type)} that may be absent` : shownName(type);
}

function shownName(type: ValueType): string {
  if (type === "strings") return "a list of strings";
  if (type === "url") return "a URL";
  return type === "integer" || type === "arn" ? `an ${type}` : `a ${type}`;
}
