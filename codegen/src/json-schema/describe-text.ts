import { inlineCode } from "../emit/code/comment.js";
import { toMarkdown } from "../emit/code/markdown.js";
import { bindingFact } from "../emit/shapes/binding-fact.js";
import type { Documentation, Enum, Member, Structure, Union } from "../ir/ir.js";
import type { JsonObject } from "../../runtime/types.js";

/** Returns the `description` and `deprecated` keywords of a shape. */
export function shapeNotes(shape: Structure | Union | Enum): JsonObject {
  const values = shape.kind === "enum" ? shape.values.map(valueNote) : [];
  const list = values.filter((note) => note !== "").join("\n");
  return notes(shape.documentation, [list]);
}

/** Returns the `description` and `deprecated` keywords of a member. The description mentions its HTTP binding. */
export function memberNotes(member: Member): JsonObject {
  return notes(member.documentation, [bindingFact(member)]);
}

function notes(documentation: Documentation, facts: readonly string[]): JsonObject {
  const { deprecated } = documentation;
  const description = [
    describeText(documentation),
    ...facts,
    deprecated === undefined ? "" : `Deprecated: ${toMarkdown(deprecated).trim()}`,
  ]
    .filter((part) => part !== "")
    .join("\n\n");
  return {
    ...(description === "" ? {} : { description }),
    ...(deprecated === undefined ? {} : { deprecated: true }),
  };
}

function valueNote({ value, documentation }: Enum["values"][number]): string {
  const text = describeText(documentation).replace(/\s+/g, " ");
  return text === "" ? "" : `- ${inlineCode(String(value))}: ${text}`;
}

/** Converts documentation to Markdown. */
export function describeText(documentation: Documentation): string {
  return toMarkdown(documentation.text).trim();
}
