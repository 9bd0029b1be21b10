import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Member } from "./ir.js";

/** Reports members of a structure or union that have the same JSON name: one would overwrite the other. */
export function reportSharedNames(members: readonly Member[], diagnostics: Diagnostics): void {
  const holders = new Map<string, string>();
  for (const { id, name, wireName, binding } of members) {
    // Members with an HTTP binding are not in the JSON body.
    if (binding.location !== "body") continue;
    const holder = holders.get(wireName);
    if (holder === undefined) holders.set(wireName, name);
    else
      diagnostics.error(
        "SC1414",
        id,
        `has the JSON name ${JSON.stringify(wireName)}, but so has the member ${holder}; rename one with smithy.api#jsonName`,
      );
  }
}
