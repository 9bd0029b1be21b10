import type { Enum } from "../../ir/ir.js";
import { propertyKey } from "../code/access.js";
import { code, comment, identifier, join, literal, nothing } from "../code/code.js";
import { docComment } from "../code/comment.js";
import type { Declaration } from "../code/declarations.js";

/** Returns the object of an enum's values, and their type. */
export function enumObject(shape: Enum): Declaration[] {
  const values = shape.values.map(({ key, value, documentation }) => {
    const docs = docComment(documentation);
    return code`${docs === "" ? nothing : comment(docs)}${propertyKey(key)}: ${literal(value)},`;
  });
  return [
    {
      kind: "const",
      name: shape.symbol,
      docs: docComment(shape.documentation, { fallback: `The known values of ${shape.name}.` }),
      exported: true,
      type: undefined,
      value: code`{\n${join(values, code`\n`)}\n} as const`,
    },
    {
      kind: "type",
      name: shape.symbol,
      docs: `A value of {@link ${shape.symbol}}.`,
      exported: true,
      type: code`(typeof ${identifier(shape.symbol)})[keyof typeof ${identifier(shape.symbol)}]`,
    },
  ];
}
