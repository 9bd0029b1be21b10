import { inlineCode } from "../emit/code/comment.js";
import { toMarkdown } from "../emit/code/markdown.js";
import { bindingFact } from "../emit/shapes/binding-fact.js";
import type { Documentation, Enum, Member, Structure, Union } from "../ir/ir.js";

/** The keywords that are documentation. They are the same in JSON Schema and OpenAPI. */
export type Description = {
  readonly description?: string;
  readonly deprecated?: true;
};

/** Returns the `description` and `deprecated` keywords of a shape. */
export function shapeNotes(shape: Structure | Union | Enum): Description {
  const values = shape.kind === "enum" ? shape.values.map(valueNote) : [];
  const list = values.filter((note) => note !== "").join("\n");
  return describe(shape.documentation, list);
}

/** Returns the `description` and `deprecated` keywords of a member. The description mentions its HTTP binding. */
export function memberNotes(member: Member): Description {
  return describe(member.documentation, bindingFact(member));
}

/**
 * Returns the `description` and `deprecated` of something that has documentation.
 * @param facts sentences that the description says in addition
 */
export function describe(documentation: Documentation, ...facts: readonly string[]): Description {
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
