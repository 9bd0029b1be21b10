import { attributeAt, flatten, textOf } from "../../selectors/attributes.js";
import { parsePath } from "../../selectors/parse-selector.js";
import type { AttributePath } from "../../selectors/selector.js";
import type { Match } from "../../selectors/select.js";

/** A message with attributes of the shape that it is about (Smithy 2.0, "Message templates"). */
export type MessageTemplate = readonly (string | AttributePath)[];

/**
 * Parses a template: text with `@{path}` for attributes, and `@@` for `@`.
 * @throws SelectorError if it is invalid
 */
export function parseTemplate(text: string): MessageTemplate {
  const parts: (string | AttributePath)[] = [];
  let rest = 0;
  for (let at = text.indexOf("@"); at !== -1; at = text.indexOf("@", rest)) {
    parts.push(text.slice(rest, at));
    if (text[at + 1] === "@") {
      parts.push("@");
      rest = at + 2;
      continue;
    }
    const { path, end } = parsePath(text, at);
    parts.push(path);
    rest = end;
  }
  return [...parts, text.slice(rest)];
}

/** Returns the text of a template for a shape. Several values are separated by commas. */
export function expandTemplate(template: MessageTemplate, { entity, variables }: Match): string {
  return template
    .map((part) => {
      if (typeof part === "string") return part;
      const attribute = attributeAt({ kind: "entity", entity, variables }, part);
      const texts = flatten(attribute).map(textOf);
      return attribute?.kind === "projection" ? `[${texts.sort().join(", ")}]` : (texts[0] ?? "");
    })
    .join("");
}
