import { inlineCode } from "../../../../codegen/src/emit/code/comment.js";
import { toMarkdown } from "../../../../codegen/src/emit/code/markdown.js";
import { valueFacts } from "../../../../codegen/src/emit/shapes/value-facts.js";
import type { Documentation, Member } from "../../../../codegen/src/ir/ir.js";
import { escapeVue, tableOf } from "../../markdown/escape.js";
import { typeMarkdown } from "./types.js";

/** Which members a table shows: those of a request or a response, or of a shape within a body. */
export type Place = "request" | "response" | "body";

/** Returns a table of members, or a sentence if there are none. */
export function membersTable(members: readonly Member[], place: Place): string {
  if (members.length === 0) return "No members.";
  const rows = members.map((member) => [
    `${nameMarkdown(member)}<br>${typeMarkdown(member.target)}`,
    descriptionOf(member, place),
  ]);
  // A class on the table turns rows into blocks on narrow screens.
  return `<div class="members">\n\n${tableOf(["Member and type", "Description"], rows)}\n\n</div>`;
}

function nameMarkdown({ property, required }: Member): string {
  const note = required ? ' <span class="required">required</span>' : "";
  return `<strong>\`${property}\`</strong>${note}`;
}

/** Says where a member is in its message, and its name there. */
function whereMarkdown({ binding, wireName }: Member, place: Place): string {
  const name = inlineCode(wireName);
  const inBody = `In the body: ${name}.`;
  if (place === "body") return `In JSON: ${name}.`;
  switch (binding.location) {
    case "label":
      return place === "request" ? "In the path." : inBody;
    case "query":
      return place === "request" ? `Query parameter: ${inlineCode(binding.name)}.` : inBody;
    case "queryParams":
      return place === "request" ? "Query parameters with other names." : inBody;
    case "header":
      return `Header: ${inlineCode(binding.name)}.`;
    case "prefixHeaders":
      return `Headers that begin with ${inlineCode(binding.name)}.`;
    case "payload":
      return "The whole body.";
    case "responseCode":
      return "The status.";
    case "body":
      return inBody;
  }
}

function descriptionOf(member: Member, place: Place): string {
  const facts = [
    whereMarkdown(member, place),
    ...valueFacts(member),
    ...adviceOf(member),
    ...(member.idempotencyToken ? ["Generated if absent (idempotency token)."] : []),
    ...(member.sensitive ? ["Sensitive: error messages never contain the value."] : []),
  ];
  const text = documentationOf(member.documentation);
  const shown = `<span class="facts">${escapeVue(facts.join(" "))}</span>`;
  return [text, shown].filter((part) => part !== "").join("<br>");
}

/** Returns the documentation of the model as Markdown in which nothing is taken for markup of Vue. */
export function documentationOf({ text, deprecated }: Documentation): string {
  const parts = [
    ...(deprecated === undefined ? [] : [`**Deprecated.** ${toMarkdown(deprecated)}`]),
    toMarkdown(text).trim(),
  ];
  return escapeVue(parts.filter((part) => part !== "").join("\n\n"));
}

function adviceOf({ advice }: Member): readonly string[] {
  const forms = [advice?.text, advice?.keys, advice?.values];
  return forms.flatMap((form) => (form === undefined ? [] : [`It should ${form.expected}.`]));
}
