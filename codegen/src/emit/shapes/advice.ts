import type { Member, NamedShape } from "../../ir/ir.js";
import { membersOf } from "../../ir/members.js";
import { adviceOf } from "../../ir/tables.js";
import { code, type Reference } from "../code/code.js";
import { dataLiteral } from "../code/data.js";
import type { ConstDeclaration } from "../code/declarations.js";
import { runtime } from "../code/runtime.js";

/** Returns constants for the advice on members of a structure, for its table and its check. */
export function adviceConstants(shape: NamedShape): ConstDeclaration[] {
  return membersOf(shape).flatMap((member) => {
    if (member.advice === undefined) return [];
    return {
      kind: "const",
      name: adviceReference(shape, member).name,
      docs: "",
      exported: false,
      type: code`${runtime("Advice")}`,
      value: dataLiteral(adviceOf(member.advice)),
    };
  });
}

/** Returns a reference to the constant for the advice on a member, which is in the same module. */
export function adviceReference({ symbol }: NamedShape, member: Member): Reference {
  return { name: `${symbol}$${member.name}Advice`, module: "", typeOnly: false };
}
