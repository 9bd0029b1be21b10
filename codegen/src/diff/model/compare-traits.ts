import { protocolRules } from "../../ir/protocol.js";
import type { AstMember, AstShape, Model, ShapeId, Traits } from "../../load/ast.js";
import { knownTraits } from "../../load/known-traits.js";
import { isRecord } from "../../load/parse-model.js";
import { membersOf } from "../../load/members-of.js";
import { hasTrait, trait } from "../../load/traits.js";
import { breaking, type Finding } from "../change.js";
import { findingAt, valueText } from "./finding.js";
import { judgeTrait, verbFor, type TraitDifference } from "./judge-trait.js";
import { effectsOfTrait, effectsOutside } from "./trait-effects.js";
import type { Verb } from "./trait-rules.js";

/** Traits that say nothing about behavior, as documentation is not compared. */
const prose: ReadonlySet<ShapeId> = new Set(
  [
    ...["documentation", "examples", "externalDocumentation", "recommended", "since", "suppress"],
    ...["tags", "title", "unitType"],
  ].map((name) => `smithy.api#${name}`),
);

/** Traits that the tables of the IR ignore: the events are about each of them, and not about their effect together. */
const authentication: readonly ShapeId[] = [
  ...["cognitoUserPools", "sigv4", "sigv4a", "unsignedPayload"].map((name) => `aws.auth#${name}`),
  ...["auth", "httpApiKeyAuth", "httpBasicAuth", "httpBearerAuth", "httpDigestAuth", "optionalAuth"].map(
    (name) => `smithy.api#${name}`,
  ),
];

/** Traits whose value the IR represents in part; returns the rest, or `undefined` if there is none. */
const rests: Readonly<Record<ShapeId, (value: unknown) => unknown>> = {
  ...Object.fromEntries(authentication.map((id) => [id, whole])),
  // The IR has one protocol, and the service may have others.
  ...Object.fromEntries(Object.values(protocolRules).map(({ trait }) => [trait, whole])),
  "aws.api#service": (value) => (isRecord(value) ? without(value, "sdkId") : undefined),
  "aws.protocols#restXml": (value) => (isRecord(value) ? withoutWrapping(value) : value),
  "aws.protocols#httpChecksum": whole,
  "smithy.api#input": (value) => value,
  // The IR has their meaning for clients, but as code that is too long for a report.
  "smithy.rules#clientContextParams": (value) => value,
  "smithy.rules#contextParam": (value) => value,
  "smithy.rules#endpointBdd": (value) => value,
  "smithy.rules#endpointRuleSet": (value) => value,
  "smithy.rules#operationContextParams": (value) => value,
  "smithy.rules#staticContextParams": (value) => value,
  // The rules of the traits judge changes of their parts, some of which have no place in the IR.
  "smithy.api#paginated": (value) => value,
  "smithy.waiters#waitable": (value) => value,
};

function without(value: Readonly<Record<string, unknown>>, name: string): unknown {
  const entries = Object.entries(value).filter(([key]) => key !== name);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** The rest of the trait of restXml, which may be empty. */
function withoutWrapping(value: Readonly<Record<string, unknown>>): unknown {
  return without(value, "noErrorWrapping") ?? {};
}

/** Traits that the IR represents only if the protocol uses XML. */
const xmlTraits: ReadonlySet<ShapeId> = new Set(
  ["xmlAttribute", "xmlFlattened", "xmlName", "xmlNamespace"].map((name) => `smithy.api#${name}`),
);

/** The versions of a model in which definitions of traits are looked up: the later one first. */
type Models = readonly [now: Model, old: Model];

/**
 * Compares the traits of a shape and its members.
 * @param isInService whether the shape is part of the compared service, whose IR represents the traits that have an
 *   effect on the generated code; these are not compared again
 * @param usesXml whether the protocol of the service uses XML
 */
export function compareTraits(
  old: AstShape,
  now: AstShape,
  isInService: boolean,
  models: Models,
  usesXml: boolean,
): Finding[] {
  const findings = compareHolders(now.id, old, now, isInService, models, usesXml);
  const current = new Map(allMembersOf(now));
  for (const [name, member] of allMembersOf(old)) {
    const partner = current.get(name);
    if (partner !== undefined)
      findings.push(
        ...compareHolders(`${now.id}$${name}`, member, partner, isInService, models, usesXml),
      );
  }
  return findings;
}

function compareHolders(
  place: ShapeId,
  old: { readonly traits: Traits },
  now: { readonly traits: Traits },
  isInService: boolean,
  models: Models,
  usesXml: boolean,
): Finding[] {
  if (old.traits === now.traits) return [];
  const ids = new Set([...Object.keys(old.traits), ...Object.keys(now.traits)]);
  return [...ids].sort().flatMap((id) => {
    if (prose.has(id)) return [];
    const isInIr = knownTraits[id] === "handled" && (usesXml || !xmlTraits.has(id));
    const rest = isInService && isInIr ? restOf(id) : whole;
    const difference = { id, before: rest(trait(old, id)), after: rest(trait(now, id)) };
    const verb = verbFor(difference.before, difference.after);
    return verb === undefined ? [] : [findingOf(place, difference, verb, isInService, models)];
  });
}

function restOf(id: ShapeId): (value: unknown) => unknown {
  return (Object.hasOwn(rests, id) ? rests[id] : undefined) ?? (() => undefined);
}

function whole(value: unknown): unknown {
  return value;
}

function findingOf(
  place: ShapeId,
  difference: TraitDifference,
  verb: Verb,
  isInService: boolean,
  models: Models,
): Finding {
  const { id } = difference;
  const before = valueText(difference.before);
  const after = valueText(difference.after);
  const values = { before, after };
  const what = { Add: "was added", Remove: "was removed", Update: "changed" }[verb];
  const summary = `trait ${id} ${what}`;
  if (isInService && verb === "Remove" && models.some((model) => isAuthentication(id, model))) {
    const effects = [breaking.wire("Clients that authenticate with it are rejected.")];
    return findingAt(place, { id: "RemovedAuthenticationScheme", summary, ...values, effects });
  }
  const { event, severity } = judgeTrait(difference, verb, models[0]);
  const effectsOf = isInService ? effectsOfTrait : effectsOutside;
  return findingAt(place, {
    id: event,
    summary,
    ...values,
    effects: effectsOf(id, verb, severity, event.startsWith("TraitBreakingChange")),
  });
}

/** Whether a trait is an authentication scheme: one of Smithy's or AWS's, or one that the model defines. */
function isAuthentication(id: ShapeId, { shapes }: Model): boolean {
  if (/^smithy\.api#http\w+Auth$|^aws\.auth#(sigv4a?|cognitoUserPools)$/.test(id)) return true;
  const definition = shapes.get(id);
  return definition !== undefined && hasTrait(definition, "smithy.api#authDefinition");
}

/** The members of a shape by name, also those of enums. */
function allMembersOf(shape: AstShape): (readonly [name: string, member: AstMember])[] {
  return "members" in shape ? [...shape.members] : membersOf(shape);
}
