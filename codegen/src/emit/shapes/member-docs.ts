import type { Member, Structure, Union } from "../../ir/ir.js";
import { docComment, inlineCode } from "../code/comment.js";
import { bindingFact } from "./binding-fact.js";
import { mayBeMissing } from "./forms.js";
import { valueFacts } from "./value-facts.js";

/**
 * Returns the TSDoc of a member: its documentation in the model, name in JSON or XML, constraints and
 * default.
 */
export function memberDocs(member: Member): string {
  const facts = [
    ...(member.wireName === member.name || member.binding.location !== "body"
      ? []
      : [
          `${member.xml.name === undefined ? "JSON" : "XML"} name: ${inlineCode(member.wireName)}.`,
        ]),
    ...(bindingFact(member) === "" ? [] : [bindingFact(member)]),
    ...requirement(member),
    ...valueFacts(member),
    ...(member.target.kind === "blob" && member.target.requiresLength
      ? ["The length must be known: the service requires `Content-Length`."]
      : []),
    ...(member.sensitive ? ["Sensitive: error messages never contain the value."] : []),
  ];
  return docComment(member.documentation, { notes: facts.length === 0 ? [] : [facts.join(" ")] });
}

/** Says who requires a member if its type does not show it. */
function requirement(member: Member): string[] {
  if (mayBeMissing(member)) return ["Required, but a service may omit it."];
  if (!member.idempotencyToken) return [];
  return member.required
    ? ["Required in requests: `serializeRequest` generates it if absent (idempotency token)."]
    : ["Idempotency token: `serializeRequest` generates it if absent."];
}

/** Returns what the documentation of a shape says in addition to that of the model. */
export function notesOf(shape: Structure | Union): string[] {
  return shape.sensitive ? ["Sensitive: error messages never contain values."] : [];
}
