import type { Enum, Structure, Union } from "../../ir/ir.js";
import { Tables } from "../../ir/tables.js";
import { adviceReference } from "./advice.js";
import { code, literal, type Code } from "../code/code.js";
import { dataLiteral } from "../code/data.js";
import type { ConstDeclaration } from "../code/declarations.js";
import { runtime } from "../code/runtime.js";
import { tableReference, valueReference } from "../code/shape-references.js";

const types = { structure: "StructureTable", union: "UnionTable", enum: "EnumTable" } as const;

/** Returns the constant with the table of a shape. */
export function tableConstant(shape: Structure | Union | Enum): ConstDeclaration {
  return {
    kind: "const",
    name: tableReference(shape).name,
    docs: "",
    exported: true,
    type: code`${runtime(types[shape.kind])}`,
    value:
      shape.kind === "enum"
        ? code`{ type: "enum", name: ${literal(shape.symbol)}, values: ${valueReference(shape)} }`
        : memberedTable(shape),
  };
}

function memberedTable(shape: Structure | Union): Code {
  const tables = new Tables();
  const table = tables.membered(shape);
  return dataLiteral(table, (part) => {
    const advised = tables.advisedBy(part);
    if (advised !== undefined) return code`${adviceReference(shape, advised)}`;
    const target = part === table ? undefined : tables.shapeOf(part);
    switch (target?.kind) {
      case "structure":
      case "union":
      case "enum": {
        const reference = tableReference(target);
        // Modules of recursive shapes import each other, so the table may not exist yet.
        return target.recursive ? code`() => ${reference}` : code`${reference}`;
      }
      default:
        return undefined;
    }
  });
}
