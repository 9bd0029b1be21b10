import type { Member, Structure } from "../../ir/ir.js";
import { docComment } from "../code/comment.js";
import type { Declaration, Property } from "../code/declarations.js";
import { memberDocs, notesOf } from "./member-docs.js";
import { dataType, formParameters, memberProperty } from "./types.js";

/** Returns the interface of a structure, or of the members of an error. */
export function structureInterface(
  shape: Structure,
  name: string,
  isDocumented: boolean,
): Declaration {
  return {
    kind: "interface",
    name,
    docs: isDocumented
      ? docComment(shape.documentation, { notes: notesOf(shape) })
      : `The members of {@link ${shape.symbol}}.`,
    exported: true,
    ...formParameters(shape),
    ...(shape.base === undefined
      ? { properties: shape.members.map(propertyOf) }
      : { base: dataType(shape.base, "parameter"), properties: [] }),
  };
}

function propertyOf(member: Member): Property {
  return { ...memberProperty(member, "parameter"), docs: memberDocs(member) };
}
