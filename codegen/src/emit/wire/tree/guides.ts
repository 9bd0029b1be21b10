import type { Member, Shape, Structure, Union } from "../../../ir/ir.js";
import { hasJsonForm } from "../../../ir/wire.js";
import { propertyKey } from "../../code/access.js";
import { code, commas, literal, nothing, type Code } from "../../code/code.js";
import type { ConstDeclaration } from "../../code/declarations.js";
import { runtime } from "../../code/runtime.js";
import { functionReference, internal } from "../../code/shape-references.js";
import type { TreeFormat } from "./tree-format.js";

/*
 * A guide tells the parser which members a structure has, so that it need not treat structures as
 * maps of any keys.
 */

/** Returns the guide of a structure or union, if the parser of the format makes use of it. */
export function guideOf(shape: Structure | Union, { guideType }: TreeFormat): ConstDeclaration[] {
  if (guideType === undefined || !hasGuide(shape)) return [];
  const members = shape.members.filter(hasJsonForm);
  const below = members.filter(({ target }) => hasGuide(target));
  const parts = [
    ...(shape.kind === "structure" ? [code`create: (v) => ({ ${valuesOf(members)} })`] : []),
    ...(below.length > 0 ? [code`members: { ${commas(below.map(guideOfMember))} }`] : []),
  ];
  return [
    {
      kind: "const",
      name: `guide${shape.symbol}`,
      ...internal(shape),
      type: code`${runtime(guideType)}`,
      value: code`{ ${commas(parts)} }`,
    },
  ];
}

/** Returns a further argument for the function that parses a body: the guide, if there is one. */
export function guideArgument(shape: Structure | Union, { guideType }: TreeFormat): Code {
  return guideType === undefined || !hasGuide(shape)
    ? nothing
    : code`, ${functionReference(shape, "guide")}`;
}

/** Structures have guides, and what has structures in it. */
function hasGuide(shape: Shape): boolean {
  return shape.kind === "union"
    ? shape.members.some(({ target }) => elementOf(target).kind === "structure")
    : isMade(elementOf(shape));
}

function isMade(shape: Shape): boolean {
  return shape.kind === "structure"
    ? shape.members.some(hasJsonForm)
    : shape.kind === "union" && hasGuide(shape);
}

/** Returns what the lists and maps of a shape are of. */
function elementOf(shape: Shape): Shape {
  if (shape.kind === "list") return elementOf(shape.member.target);
  return shape.kind === "map" ? elementOf(shape.value.target) : shape;
}

function valuesOf(members: readonly Member[]): Code {
  return commas(
    members.map(({ wireName }, index) => {
      // Without the brackets, it would be the prototype.
      const key = wireName === "__proto__" ? code`["__proto__"]` : propertyKey(wireName);
      return code`${key}: v[${literal(index)}]`;
    }),
  );
}

function guideOfMember({ wireName, target }: Member): Code {
  const key = wireName === "__proto__" ? code`["__proto__"]` : propertyKey(wireName);
  return code`${key}: () => ${guideOfShape(target)}`;
}

/** The guide of a list is that of its items. */
function guideOfShape(shape: Shape): Code {
  if (shape.kind === "list") return guideOfShape(shape.member.target);
  if (shape.kind === "map") return code`({ entries: () => ${guideOfShape(shape.value.target)} })`;
  return shape.kind === "structure" || shape.kind === "union"
    ? code`${functionReference(shape, "guide")}`
    : nothing;
}
