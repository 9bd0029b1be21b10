import { setEntry } from "../../../runtime/json/json.js";
import type { Events } from "../events.js";
import type { SourceLocation } from "../model.js";
import type { NodeObject, NodeValue } from "../node.js";
import { isNodeArray, isSameNode } from "../nodes.js";
import { isSamePlace, placeText } from "../places.js";
import type { DraftMetadata } from "./drafts.js";

/** Merges metadata (Smithy 2.0, "Merging metadata"): arrays are joined, other values must be the same. */
export function mergeMetadata(
  entries: readonly DraftMetadata[],
  events: Events,
): { readonly metadata: NodeObject; readonly locations: ReadonlyMap<string, SourceLocation> } {
  const metadata: Record<string, NodeValue> = {};
  const locations = new Map<string, SourceLocation>();
  for (const { key, value, location } of entries) {
    const earlier = locations.get(key);
    if (earlier === undefined) {
      locations.set(key, location);
      setEntry(metadata, key, value);
      continue;
    }
    const known = metadata[key] ?? null;
    const isSame = isSameNode(known, value);
    if (isSame && isSamePlace(earlier, location)) continue;
    if (isNodeArray(known) && isNodeArray(value)) {
      setEntry(metadata, key, [...known, ...value]);
    } else if (!isSame) {
      const message = `the metadata ${JSON.stringify(key)} has another value here than at ${placeText(earlier)}`;
      events.error(location, message);
    }
  }
  return { metadata, locations };
}
