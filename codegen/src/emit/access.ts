import { isInherited } from "../ir/identifiers.js";
import type { Member } from "../ir/ir.js";
import { code, identifier, literal, type Code } from "./code.js";
import { runtime } from "./runtime.js";

/**
 * The name of a variable that is made of a member's: no helper and no function of a shape begins
 * as these do, so that none is hidden, whatever the member is called.
 */
export function local(kind: "text" | "texts" | "label" | "entries" | "header", name: string): Code {
  return identifier(`${kind}Of${name}`);
}

/** Reads an entry of an object whose names are text: wire JSON, or a value of unknown type. */
export function entry(object: Code, name: string): Code {
  return isInherited(name)
    ? code`${runtime("own")}(${object}, ${literal(name)})`
    : code`${object}[${literal(name)}]`;
}

/** Reads a member of a typed value; the compiler cannot know that it was seen to be there. */
export function member(object: Code, name: string, type: Code): Code {
  return isInherited(name)
    ? code`(${runtime("own")}(${object}, ${literal(name)}) as ${type})`
    : code`${object}.${identifier(name)}`;
}

/** Begins a value of members, to be filled in by the statements that follow. */
export function emptyValue(members: readonly Member[], type: Code): Code {
  return mayBeEmpty(members)
    ? code`const value: ${type} = {};`
    : code`const value = {} as ${type};`;
}

/** Whether the compiler takes an empty object for a value: not while an inherited member is of another type. */
export function mayBeEmpty(members: readonly Member[]): boolean {
  return members.every((member) => mayBeOmitted(member) && !isInherited(member.property));
}

/**
 * Whether a value can be written without the member. A required member whose type includes
 * `undefined`, because a service may omit it, still has to be written, as in the AWS SDK.
 */
export function mayBeOmitted({ required, present, idempotencyToken }: Member): boolean {
  return !present && (!required || idempotencyToken);
}

/** Assigns an entry of an object whose names are text. */
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

/** The name of a property in an object literal, where `__proto__` would set the prototype. */
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
