import type { Member } from "../../ir/ir.js";
import { inlineCode } from "../code/comment.js";

/** Describes the HTTP binding of a member; empty for members of the body. */
export function bindingFact({ binding }: Member): string {
  switch (binding.location) {
    case "body":
      return "";
    case "label":
      return "In the path.";
    case "query":
      return `Query parameter: ${inlineCode(binding.name)}.`;
    case "header":
      return `Header: ${inlineCode(binding.name)}.`;
    case "prefixHeaders":
      return `Headers that begin with ${inlineCode(binding.name)}.`;
    case "queryParams":
      return "Query parameters that are not bound to another member.";
    case "payload":
      return "The body of the message.";
    case "responseCode":
      return "The status of the response.";
  }
}
