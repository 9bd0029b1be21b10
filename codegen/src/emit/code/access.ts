import { isInherited } from "../../ir/identifiers.js";
import type { Member } from "../../ir/ir.js";
import { code, identifier, literal, type Code } from "./code.js";
import { runtime } from "./runtime.js";

/**
 * Returns the name of a local variable for a member. No helper or function of a shape has one of
 * these prefixes, so the variable cannot shadow one.
 */
export function local(kind: "text" | "texts" | "label" | "entries" | "header", name: string): Code {
  return identifier(`${kind}Of${name}`);
}

/** Reads an entry of an untyped object, such as JSON from the wire. */
export function entry(object: Code, name: string): Code {
  return isInherited(name)
    ? code`${runtime("own")}(${object}, ${literal(name)})`
    : code`${object}[${literal(name)}]`;
}

/** Reads a member of a typed value. Needs a cast for inherited names, which are read by `own`. */
export function member(object: Code, name: string, type: Code): Code {
  return isInherited(name)
    ? code`(${runtime("own")}(${object}, ${literal(name)}) as ${type})`
    : code`${object}.${identifier(name)}`;
}

/** Declares a variable `value`, whose members are set by the statements that follow. */
export function emptyValue(members: readonly Member[], type: Code): Code {
  return mayBeEmpty(members)
    ? code`const value: ${type} = {};`
    : code`const value = {} as ${type};`;
}

/**
 * Returns whether `{}` has the type of a value. Inherited properties of another type prevent that.
 */
export function mayBeEmpty(members: readonly Member[]): boolean {
  return members.every((member) => mayBeOmitted(member) && !isInherited(member.property));
}

/**
 * Returns whether the property is optional. A required member whose type includes `undefined`,
 * because a service may omit it, is not optional, as in the AWS SDK.
 */
export function mayBeOmitted({ required, present, idempotencyToken }: Member): boolean {
  return !present && (!required || idempotencyToken);
}

/** Assigns an entry of an untyped object. */
export function setEntry(object: Code, name: string, value: Code): Code {
  return name === "__proto__"
    ? code`${runtime("define")}(${object}, ${literal(name)}, ${value});`
    : code`${object}[${literal(name)}] = ${value};`;
}

/** Assigns a member of a typed value. */
export function setMember(object: Code, name: string, value: Code): Code {
  return name === "__proto__"
    ? code`${runtime("define")}(${object}, ${literal(name)}, ${value});`
    : code`${object}.${identifier(name)} = ${value};`;
}

/**
 * Returns the name of a property in an object literal. A plain `__proto__` would set the prototype.
 */
export function propertyKey(name: string): Code {
  if (name === "__proto__") return code`["__proto__"]`;
  return /^[A-Za-z_$][\w$]*$/.test(name) ? identifierOrText(name) : literal(name);
}

function identifierOrText(name: string): Code {
  try {
    return identifier(name);
  } catch {
    return literal(name);
  }
}
