import type { Bounds, Member, Structure, Union } from "../ir/ir.js";
import { locationOf, presenceOf } from "../ir/wire.js";
import { code, commas, join, literal, nothing, regExpLiteral, type Code } from "./code.js";
import type { FunctionDeclaration } from "./declarations.js";
import { runtime } from "./runtime.js";
import { functionReference, valueReference } from "./shape-references.js";

/** Returns the function that describes a structure or union to its parameter `to`. */
export function describeFunction(shape: Structure | Union): FunctionDeclaration {
  const members = shape.members.map((member) => code`${describedMember(shape, member)},`);
  // On the wire, errors have more than their members, such as a code.
  const isOpen = shape.kind === "structure" && shape.error !== undefined;
  return {
    kind: "function",
    name: `describe${shape.symbol}`,
    docs: "@internal",
    exported: true,
    typeParameter: "T",
    parameters: [{ name: "to", type: code`${runtime("Describer")}<T>` }],
    returnType: code`T`,
    body: code`return to.${shape.kind === "structure" ? code`structure` : code`union`}([${join(members, code`\n`)}]${isOpen ? code`, true` : nothing});`,
  };
}

function describedMember(shape: Structure | Union, member: Member): Code {
  const presence = shape.kind === "structure" ? presenceOf(member) : undefined;
  const location = locationOf(member);
  return code`[${commas([
    literal(member.wireName),
    literal(member.property),
    describeValue(member),
    ...(presence === undefined && location === undefined
      ? []
      : [presence === undefined ? code`undefined` : literal(presence)]),
    ...(location === undefined ? [] : [literal(location)]),
  ])}]`;
}

function describeValue(member: Member): Code {
  const { target, constraints } = member;
  switch (target.kind) {
    case "structure":
    case "union":
      return code`to.ref(${literal(target.symbol)}, ${functionReference(target, "describe")})`;
    case "enum":
      return code`to.enum(${literal(target.symbol)}, ${valueReference(target)})`;
    case "list": {
      const flags = target.uniqueItems ? [literal(true)] : [];
      return code`to.list(${commas([describeElement(target.member, target.sparse), ...bounds(constraints.length, 0, flags)])})`;
    }
    case "map":
      return code`to.map(${commas([describeValue(target.key), describeElement(target.value, target.sparse), ...bounds(constraints.length, 0)])})`;
    case "string": {
      const pattern =
        constraints.pattern?.regExp === undefined
          ? []
          : [regExpLiteral(constraints.pattern.regExp)];
      return code`to.string(${commas(bounds(constraints.length, 0, pattern))})`;
    }
    case "blob":
      return code`to.blob(${commas(bounds(constraints.length, 0))})`;
    case "integer":
      return code`to.integer(${commas([literal(target.type), ...bounds(constraints.range, -Infinity)])})`;
    case "bigInteger": {
      const flags = target.type === "long" ? [literal(true)] : [];
      return code`to.bigInteger(${commas(bounds(constraints.range, -Infinity, flags))})`;
    }
    case "float":
    case "bigDecimal":
      return code`to.${method(target.kind)}(${commas(bounds(constraints.range, -Infinity))})`;
    case "timestamp":
      return code`to.timestamp(${literal(member.timestampFormat ?? "epoch-seconds")})`;
    case "boolean":
      return code`to.boolean()`;
    case "document":
      return code`to.document()`;
  }
}

function method(kind: "float" | "bigDecimal"): Code {
  return { float: code`float`, bigDecimal: code`bigDecimal` }[kind];
}

/** Describes an element. A document may be null. */
function describeElement(member: Member, sparse: boolean): Code {
  const value = describeValue(member);
  return sparse || member.target.kind === "document" ? code`to.orNull(${value})` : value;
}

/** Returns arguments for bounds, without trailing ones that are defaults. */
function bounds(
  given: Bounds<number | bigint> | undefined,
  least: number,
  more: readonly Code[] = [],
): Code[] {
  const min = given?.min ?? least;
  const max = given?.max ?? Infinity;
  if (more.length > 0 || max !== Infinity) return [literal(min), literal(max), ...more];
  return min > least ? [literal(min)] : [];
}
