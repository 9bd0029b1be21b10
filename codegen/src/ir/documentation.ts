import type { Traits } from "../load/ast.js";
import { hasTrait, stringTrait, trait, traitProperty } from "../load/traits.js";
import type { Documentation } from "./ir.js";

/** Gathers the documentation traits of a shape or member. */
export function documentationOf(holder: { readonly traits: Traits }): Documentation {
  return {
    text: stringTrait(holder, "smithy.api#documentation") ?? "",
    deprecated: deprecationOf(holder),
    since: stringTrait(holder, "smithy.api#since"),
    internal: hasTrait(holder, "smithy.api#internal"),
    unstable: hasTrait(holder, "smithy.api#unstable"),
    links: linksOf(holder),
  };
}

function deprecationOf(holder: { readonly traits: Traits }): string | undefined {
  if (!hasTrait(holder, "smithy.api#deprecated")) return undefined;
  const message = traitProperty(holder, "smithy.api#deprecated", "message");
  const since = traitProperty(holder, "smithy.api#deprecated", "since");
  return [
    typeof message === "string" ? message : "Do not use this any more.",
    ...(typeof since === "string" ? [`Since ${since}.`] : []),
  ].join(" ");
}

function linksOf(holder: { readonly traits: Traits }): Documentation["links"] {
  const links = trait(holder, "smithy.api#externalDocumentation");
  if (typeof links !== "object" || links === null) return [];
  return Object.entries(links)
    .filter((link): link is [string, string] => typeof link[1] === "string")
    .sort(([left], [right]) => (left < right ? -1 : 1));
}
