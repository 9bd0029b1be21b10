import type { Structure, Union } from "../ir/ir.js";
import { Tables } from "../ir/tables.js";
import { inputSchema } from "../../runtime/schema/json-schema.js";
import type { JsonObject } from "../../runtime/types.js";
import { describeText, memberNotes, shapeNotes } from "./describe-text.js";

/**
 * Returns the JSON Schema (draft 2020-12) of a shape on the wire: that of Standard Schema in generated
 * code, with documentation.
 */
export function shapeSchema(root: Structure | Union): JsonObject {
  const tables = new Tables();
  return inputSchema(tables.membered(root), { target: "draft-2020-12" }, (part) => {
    const member = tables.memberOf(part);
    if (member !== undefined) return memberNotes(member);
    const shape = tables.shapeOf(part);
    switch (shape?.kind) {
      case undefined:
        return {};
      case "structure":
      case "union":
      case "enum":
        return { title: shape.name, ...shapeNotes(shape) };
      case "list":
      case "map": {
        // The schema of a collection is inlined. A member's own documentation overrides this one.
        const description = describeText(shape.documentation);
        return description === "" ? {} : { description };
      }
    }
  });
}
