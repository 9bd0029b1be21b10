import type { Bounds, Member, Structure, Union } from "../ir/ir.js";
import { locationOf, presenceOf } from "../ir/wire.js";
import { code, commas, join, literal, regExpLiteral, type Code } from "./code.js";
import type { FunctionDeclaration } from "./declarations.js";
import { runtime } from "./runtime.js";
import { functionReference, valueReference } from "./shape-references.js";

/** The function that describes a structure or union; it calls its parameter `to`. */
export function describeFunction(shape: Structure | Union): FunctionDeclaration {
  const members = shape.members.map((member) => code`${describedMember(shape, member)},`);
  return {
    kind: "function",
    name: `describe${shape.symbol}`,
    docs: "@internal",
    exported: true,
    typeParameter: "T",
    parameters: [{ name: "to", type: code`${runtime("Describer")}<T>` }],
    returnType: code`T`,
    body: code`return to.${shape.kind === "structure" ? code`structure` : code`union`}([${join(members, code`\n`)}]);`,
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
      return code`to.list(${commas([describeElement(target.member, target.sparse), ...sizes(constraints.length, flags)])})`;
    }
    case "map":
      return code`to.map(${commas([describeValue(target.key), describeElement(target.value, target.sparse), ...sizes(constraints.length)])})`;
    case "string": {
      const pattern =
        constraints.pattern?.regExp === undefined
          ? []
          : [regExpLiteral(constraints.pattern.regExp)];
      return code`to.string(${commas(sizes(constraints.length, pattern))})`;
    }
    case "blob":
      return code`to.blob(${commas(sizes(constraints.length))})`;
    case "integer":
      return code`to.integer(${commas([literal(target.type), ...range(constraints.range)])})`;
    case "float":
    case "bigInteger":
    case "bigDecimal":
      return code`to.${method(target.kind)}(${commas(range(constraints.range))})`;
    case "timestamp":
      return code`to.timestamp(${literal(member.timestampFormat ?? "epoch-seconds")})`;
    case "boolean":
      return code`to.boolean()`;
    case "document":
      return code`to.document()`;
  }
}

function method(kind: "float" | "bigInteger" | "bigDecimal"): Code {
  return { float: code`float`, bigInteger: code`bigInteger`, bigDecimal: code`bigDecimal` }[kind];
}

/** An element; a null in place of a document is one. */
function describeElement(member: Member, sparse: boolean): Code {
  const value = describeValue(member);
  return sparse || member.target.kind === "document" ? code`to.orNull(${value})` : value;
}

/** Arguments for the bounds of a size, without those at the end that say nothing. */
function sizes(bounds: Bounds<number> | undefined, more: readonly Code[] = []): Code[] {
  const min = bounds?.min ?? 0;
  const max = bounds?.max ?? Infinity;
  if (more.length > 0 || max !== Infinity) return [literal(min), literal(max), ...more];
  return min > 0 ? [literal(min)] : [];
}

function range(bounds: Bounds<number> | undefined): Code[] {
  const min = bounds?.min ?? -Infinity;
  const max = bounds?.max ?? Infinity;
  if (max !== Infinity) return [literal(min), literal(max)];
  return min === -Infinity ? [] : [literal(min)];
}
