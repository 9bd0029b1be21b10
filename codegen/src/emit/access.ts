import { code, identifier, literal, type Code } from "./code.js";
import { runtime } from "./runtime.js";

/** Names that every object inherits, so that a plain access finds something where there is nothing. */
const inherited: ReadonlySet<string> = new Set([
  "__defineGetter__",
  "__defineSetter__",
  "__lookupGetter__",
  "__lookupSetter__",
  "__proto__",
  "constructor",
  "hasOwnProperty",
  "isPrototypeOf",
  "propertyIsEnumerable",
  "toLocaleString",
  "toString",
  "valueOf",
]);

export function isInherited(name: string): boolean {
  return inherited.has(name);
}

/** Reads an entry of an object whose names are text: wire JSON, or a value of unknown type. */
export function entry(object: Code, name: string): Code {
  return isInherited(name)
    ? code`${runtime("own")}(${object}, ${literal(name)})`
    : code`${object}[${literal(name)}]`;
}

/** Reads a member of a typed value. */
export function member(object: Code, name: string, type: Code): Code {
  return isInherited(name)
    ? code`(${runtime("own")}(${object}, ${literal(name)}) as ${type} | undefined)`
    : code`${object}.${identifier(name)}`;
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
