import { isInherited } from "../../ir/identifiers.js";
import type { Member, Structure, Union } from "../../ir/ir.js";
import { jsonFormatOf, jsonMembers, jsonNameOf, presenceOf } from "../../ir/wire.js";
import { propertyKey } from "../code/access.js";
import { code, join, nothing, plainText, type Code } from "../code/code.js";
import type { Declaration } from "../code/declarations.js";
import { runtime } from "../code/runtime.js";
import { typeReference, wireReference } from "../code/shape-references.js";
import { maxVariants } from "./union-type.js";

/*
 * The types of JSON on the wire, which schemas take. They cost nothing at run time. They allow what
 * reading allows: `null` for absent members, and enum values that the model defines.
 */

/** Returns the type of the JSON of a structure or union. */
export function wireType(shape: Structure | Union): Declaration {
  const common = {
    name: wireReference(shape).name,
    docs: `The JSON of {@link ${shape.symbol}}.`,
    exported: true,
  };
  const members = jsonMembers(shape);
  if (shape.kind === "union" && members.length <= maxVariants) {
    return { kind: "type", ...common, type: variants(members) };
  }
  return {
    kind: "interface",
    ...common,
    properties: members.filter(isPossible).map((member) => {
      const type = wireTypeOf(member);
      const optional = shape.kind === "union" || presenceOf(member) !== "required";
      return {
        name: plainText(propertyKey(jsonNameOf(member))),
        docs: "",
        optional,
        type: optional ? code`${type} | null | undefined` : type,
      };
    }),
  };
}

/** Without a required member, an object has the inherited one, which is of another type. */
function isPossible(member: Member): boolean {
  return presenceOf(member) === "required" || !isInherited(jsonNameOf(member));
}

/** Returns one variant for each member of a union. Others may be null. */
function variants(members: readonly Member[]): Code {
  const all = members.map((member) => {
    const others = members.filter((other) => {
      // All objects inherit these names, so a value without them is not possible.
      return other !== member && !isInherited(jsonNameOf(other));
    });
    const absent = others.map(
      (other) => code`${propertyKey(jsonNameOf(other))}?: null | undefined;`,
    );
    const set = code`${propertyKey(jsonNameOf(member))}: ${wireTypeOf(member)};`;
    return code`\n| { ${join([set, ...absent], code` `)} }`;
  });
  return all.length === 0 ? code`never` : join(all);
}

function wireTypeOf(member: Member): Code {
  const { target } = member;
  switch (target.kind) {
    case "structure":
    case "union":
      return code`${wireReference(target)}`;
    case "enum":
      return code`${typeReference(target)}`;
    case "list": {
      const element = elementType(target.member, target.sparse);
      return target.sparse ? code`(${element})[]` : code`${element}[]`;
    }
    case "map": {
      const element = elementType(target.value, target.sparse);
      return target.key.target.kind === "enum"
        ? code`Partial<Record<${typeReference(target.key.target)}, ${element}>>`
        : code`Record<string, ${element}>`;
    }
    case "string":
    case "blob":
      return code`string`;
    case "boolean":
      return code`boolean`;
    case "integer":
      return code`number`;
    case "float":
      return code`${runtime("WireFloat")}`;
    case "bigInteger":
    case "bigDecimal":
      return code`${runtime("WireNumber")}`;
    case "timestamp":
      return jsonFormatOf(member) === "epoch-seconds" ? code`number` : code`string`;
    case "document":
      return code`${runtime("JsonValue")}`;
  }
}

function elementType(member: Member, sparse: boolean): Code {
  return code`${wireTypeOf(member)}${sparse ? code` | null` : nothing}`;
}
