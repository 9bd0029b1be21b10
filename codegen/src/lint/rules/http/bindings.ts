import { findShape } from "../../../model/find-shape.js";
import type { Member, ShapeId, SmithyModel } from "../../../model/model.js";

/** Where a member is in an HTTP message. */
export type Place =
  | "header"
  | "prefixHeaders"
  | "query"
  | "queryParams"
  | "payload"
  | "label"
  | "responseCode"
  /** In the body, with others. */
  | "document"
  /** Nowhere: another member is the whole body. */
  | "unbound";

export interface Binding {
  readonly member: Member;
  readonly place: Place;
}

const places: readonly (readonly [ShapeId, Place, "request" | "response" | "both"])[] = [
  ["smithy.api#httpHeader", "header", "both"],
  ["smithy.api#httpPrefixHeaders", "prefixHeaders", "both"],
  ["smithy.api#httpQuery", "query", "request"],
  ["smithy.api#httpQueryParams", "queryParams", "request"],
  ["smithy.api#httpPayload", "payload", "both"],
  ["smithy.api#httpLabel", "label", "request"],
  ["smithy.api#httpResponseCode", "responseCode", "response"],
];

/** Returns where the members of an input, output or error are (Smithy 2.0, "HTTP bindings"). */
export function bindingsOf(
  model: SmithyModel,
  structure: ShapeId,
  message: "request" | "response",
): readonly Binding[] {
  const members = [...(findShape(model, structure)?.members.values() ?? [])];
  const bindings = members.map((member) => ({ member, place: placeOf(member, message) }));
  const rest = bindings.some(({ place }) => place === "payload") ? "unbound" : "document";
  return bindings.map(({ member, place = rest }) => ({ member, place }));
}

function placeOf({ traits }: Member, message: "request" | "response"): Place | undefined {
  return places.find(
    ([trait, , where]) => traits.has(trait) && (where === "both" || where === message),
  )?.[1];
}

export function namesAt(bindings: readonly Binding[], place: Place): readonly string[] {
  return bindings.filter((each) => each.place === place).map(({ member }) => member.name);
}
