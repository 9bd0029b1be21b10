import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Member } from "./ir.js";
import type { ProtocolRules } from "./protocol.js";

/**
 * Reports members of a structure or union that have the same name in JSON or XML: one would
 * overwrite the other.
 */
export function reportSharedNames(
  members: readonly Member[],
  rules: ProtocolRules,
  diagnostics: Diagnostics,
): void {
  const [format, trait] = rules.xml ? ["XML", "xmlName"] : ["JSON", "jsonName"];
  const holders = new Map<string, string>();
  for (const { id, name, wireName, xml, binding } of members) {
    // Members with an HTTP binding are not in the body.
    if (binding.location !== "body") continue;
    const key = xml.attribute ? `@${wireName}` : wireName;
    const holder = holders.get(key);
    if (holder === undefined) holders.set(key, name);
    else
      diagnostics.error(
        "SC1414",
        id,
        `has the ${format} name ${JSON.stringify(wireName)}, as does the member ${holder}; rename one with smithy.api#${trait}`,
      );
  }
}
