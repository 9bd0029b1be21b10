import { isInherited } from "../../ir/identifiers.js";
import type { Member, Union } from "../../ir/ir.js";
import { propertyKey } from "../code/access.js";
import { code, join, type Code } from "../code/code.js";
import { docComment, inlineCode } from "../code/comment.js";
import type { Declaration } from "../code/declarations.js";
import { runtime } from "../code/runtime.js";
import { typeReference } from "../code/shape-references.js";
import { memberDocs, notesOf } from "./member-docs.js";
import { formParameters, typeOf } from "./types.js";

/** The maximum number of members of a union whose type has one variant for each member. */
export const maxVariants = 100;

/** Returns the type of a union. */
export function unionType(shape: Union): Declaration {
  if (shape.members.length > maxVariants) return looseUnionType(shape);
  // All objects inherit these names, so a value without them is not possible.
  const all = shape.members.map(({ property }) => property).filter((name) => !isInherited(name));
  const variants = shape.members.map((member) => {
    const others = all
      .filter((name) => name !== member.property)
      .map((name) => code`${propertyKey(name)}?: never;`);
    return code`{ ${propertyKey(member.property)}: ${variantType(shape, member)}; ${join([...others, code`$unknown?: never;`], code` `)} }`;
  });
  const none = all.map((name) => code`${propertyKey(name)}?: never;`);
  const unknown = code`{ ${join([...none, code`$unknown: ${runtime("UnknownMember")};`], code` `)} }`;
  return {
    kind: "type",
    name: shape.symbol,
    docs: docComment(shape.documentation, {
      notes: [
        ...notesOf(shape),
        ...shape.members.map((member) => {
          const docs = memberDocs(member).replace(/\n+/g, " ");
          return `- ${inlineCode(member.name)}${docs === "" ? "" : `: ${docs}`}`;
        }),
      ],
      fallback: "A union: exactly one member is set.",
    }),
    exported: true,
    ...formParameters(shape),
    type: join([...variants, unknown].map((variant) => code`\n| ${variant}`)),
  };
}

/**
 * Returns the type of a union with many members. Variants that exclude all other members would need
 * text and compile time quadratic in their number.
 */
function looseUnionType(shape: Union): Declaration {
  return {
    kind: "interface",
    name: shape.symbol,
    docs: docComment(shape.documentation, {
      notes: [
        ...notesOf(shape),
        "A union: exactly one member is set. The type does not enforce this because it has too many members; reading and validation do.",
      ],
    }),
    exported: true,
    properties: [
      ...shape.members.map((member) => ({
        name: member.property,
        docs: memberDocs(member),
        optional: true,
        type: code`${variantType(shape, member)} | undefined`,
      })),
      {
        name: "$unknown",
        docs: "A member that the model does not define: its name and its JSON value.",
        optional: true,
        type: code`${runtime("UnknownMember")} | undefined`,
      },
    ],
  };
}

/**
 * Returns the type of a member. An error in a stream is thrown, so it is an instance of its class.
 */
function variantType(shape: Union, { target }: Member): Code {
  const isThrown = shape.streaming && target.kind === "structure" && target.error !== undefined;
  return isThrown ? code`${typeReference(target)}` : typeOf(target, "parameter");
}
