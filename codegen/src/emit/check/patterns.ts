import type { Member, NamedShape, Pattern } from "../../ir/ir.js";
import { membersOf } from "../../ir/members.js";
import { code, commas, literal, nothing, regExpLiteral, type Code } from "../code/code.js";
import type { ConstDeclaration } from "../code/declarations.js";
import { runtime } from "../code/runtime.js";

/** Returns constants for the patterns of a shape, so that each is compiled once. */
export function patternConstants(shape: NamedShape): ConstDeclaration[] {
  return membersOf(shape)
    .filter((member) => hasPattern(member))
    .map((member) => ({
      kind: "const",
      name: patternName(shape, member),
      docs: "",
      exported: false,
      type: isLinear(member) ? code`${runtime("LinearPattern")}` : undefined,
      value: patternValue(member.constraints.pattern),
    }));
}

function patternValue(pattern: Pattern | undefined): Code {
  const regExp = pattern?.regExp === undefined ? nothing : regExpLiteral(pattern.regExp);
  if (pattern?.linear === undefined) return regExp;
  const parts = [
    ...(regExp.isEmpty
      ? []
      : [code`regExp: ${regExp}`, code`limit: ${literal(pattern.limit ?? 0)}`]),
    code`linear: ${literal(pattern.linear)}`,
  ];
  return code`{ ${commas(parts)} }`;
}

/** Returns whether long texts are tested by another engine than that of JavaScript. */
function isLinear({ constraints }: Member): boolean {
  return constraints.pattern?.linear !== undefined;
}

function hasPattern(member: Member): boolean {
  const { pattern } = member.constraints;
  if (member.target.kind !== "string" || pattern === undefined) return false;
  return pattern.regExp !== undefined || pattern.linear !== undefined;
}

/** Returns the name of a pattern, in the form of Smithy's ids of members. No name of a model has a `$`. */
function patternName(shape: NamedShape, member: Member): string {
  return `${shape.symbol}$${member.name}`;
}

/**
 * Returns the arguments of `checkPattern`: the pattern, its source, and its limit if there is one.
 */
export function testedPattern(
  shape: NamedShape,
  member: Member,
  pattern: Pattern,
  value: Code,
): Code[] {
  const source = literal(pattern.source);
  if (!hasPattern(member)) return [code`undefined`, source];
  const name = constant(patternName(shape, member));
  if (isLinear(member)) return [code`${runtime("choosePattern")}(${name}, ${value})`, source];
  return [name, source, ...(pattern.limit === undefined ? [] : [literal(pattern.limit)])];
}

/** Returns a reference to a constant of the same module. */
function constant(name: string): Code {
  return code`${{ name, module: "", typeOnly: false }}`;
}
