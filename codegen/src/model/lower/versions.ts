import type { SmithyVersion } from "../assemble/drafts.js";
import type { NodeValue } from "../node.js";

/** The version that a text stands for; `undefined` if Smithy has none of this name. */
export function versionOf(text: NodeValue | undefined): SmithyVersion | undefined {
  if (text === "1" || text === "1.0") return "1.0";
  return text === "2" || text === "2.0" ? "2.0" : undefined;
}
