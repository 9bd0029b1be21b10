import type { ShapeId } from "../../load/ast.js";
import { breaking, compatible, dangerous, type Effect } from "../change.js";
import type { EventSeverity, Verb } from "./trait-rules.js";

/** What a change of a trait means that has no place in the IR. */
type Meaning = (verb: Verb, severity: EventSeverity) => readonly Effect[];

const always =
  (...effects: readonly Effect[]): Meaning =>
  () =>
    effects;

const retries: Meaning = (verb) =>
  verb === "Remove"
    ? [dangerous.wire("Clients that repeat a request may cause its effects twice.")]
    : [compatible.wire("Clients may repeat requests.")];

const signing: Meaning = (verb) =>
  verb === "Add"
    ? [compatible.wire("Clients may authenticate in another way.")]
    : [dangerous.wire("Requests that old clients authenticate may be rejected.")];

const endpoints = always(dangerous.wire("Clients may send requests to another endpoint."));

const checksums: Meaning = (verb) =>
  verb === "Remove"
    ? [compatible.wire("Clients no longer add or verify checksums.")]
    : [dangerous.wire("Requests whose checksum is missing, or of another algorithm, may be rejected.")];

const pages: Meaning = (verb, severity) =>
  verb === "Add" || severity === "NOTE"
    ? [compatible.code("Clients may page through the results.")]
    : [breaking.code("Code that pages through the results may not compile, or miss results.")];

const waiters: Meaning = (verb) =>
  verb === "Add"
    ? [compatible.code("Clients may wait for a state.")]
    : [dangerous.code("Code that waits for a state may not compile, or wait for another one.")];

const otherFormat = always(compatible.tools("It has no effect in the protocol of the service."));

const forTools = always(compatible.tools("It has no effect on clients and servers."));

const protocols: Meaning = (verb) => {
  if (verb === "Add") return [compatible.tools("Clients of this protocol may call the service.")];
  return verb === "Remove"
    ? [breaking.tools("Clients of this protocol can no longer call the service.")]
    : [dangerous.tools("Clients of this protocol may call the service in another way.")];
};

const origins: Meaning = (verb) => {
  if (verb === "Add") return [compatible.wire("Browsers may call it from other origins.")];
  return verb === "Remove"
    ? [breaking.wire("Browsers no longer call it from other origins.")]
    : [dangerous.wire("Browsers may no longer call it from some origins.")];
};

const special = always(dangerous.tools("Other generators may treat the structure in another way."));

const resources = always(dangerous.tools("Tools that manage resources may see other properties."));

const meanings: Readonly<Record<ShapeId, Meaning>> = {
  "smithy.api#auth": always(dangerous.wire("Clients may authenticate in another way.")),
  "smithy.api#optionalAuth": (verb) =>
    verb === "Remove"
      ? [breaking.wire("Requests without authentication are rejected.")]
      : [compatible.wire("Requests may be sent without authentication.")],
  "smithy.api#httpApiKeyAuth": signing,
  "smithy.api#httpBasicAuth": signing,
  "smithy.api#httpBearerAuth": signing,
  "smithy.api#httpDigestAuth": signing,
  "smithy.api#idempotent": retries,
  "smithy.api#readonly": retries,
  "smithy.api#paginated": pages,
  "smithy.waiters#waitable": waiters,
  "smithy.api#xmlAttribute": otherFormat,
  "smithy.api#xmlFlattened": otherFormat,
  "smithy.api#xmlName": otherFormat,
  "smithy.api#xmlNamespace": otherFormat,
  "smithy.api#cors": origins,
  "smithy.api#input": special,
  "smithy.api#output": special,
  "aws.protocols#awsJson1_0": protocols,
  "aws.protocols#awsJson1_1": protocols,
  "aws.protocols#awsQuery": protocols,
  "aws.protocols#ec2Query": protocols,
  "aws.protocols#httpChecksum": checksums,
  "aws.protocols#restXml": protocols,
  "smithy.protocols#rpcv2Cbor": protocols,
  "smithy.protocols#rpcv2Json": protocols,
  "aws.protocols#restJson1": always(dangerous.wire("Clients may use another version of HTTP.")),
  "smithy.api#nestedProperties": resources,
  "smithy.api#notProperty": resources,
  "smithy.api#property": resources,
  "smithy.api#references": resources,
  "smithy.api#resourceIdentifier": resources,
  "smithy.api#noReplace": resources,
  "smithy.api#private": always(compatible.tools("Other models may, or may no longer, refer to it.")),
};

const namespaces: Readonly<Record<string, Meaning>> = {
  "aws.auth": signing,
  "aws.endpoints": endpoints,
  "smithy.rules": endpoints,
  "aws.protocols": otherFormat,
  "smithy.protocols": otherFormat,
  "aws.apigateway": forTools,
  "aws.cloudformation": forTools,
  "aws.iam": forTools,
  "aws.tagging": forTools,
  "smithy.openapi": forTools,
  "smithy.test": forTools,
};

/**
 * What a change of a trait means for a service; of an unknown trait, what Smithy's severity says.
 * @param isRuled whether the definition of the trait has a rule for the change
 */
export function effectsOfTrait(
  id: ShapeId,
  verb: Verb,
  severity: EventSeverity,
  isRuled: boolean,
): readonly Effect[] {
  return meaningOf(id)?.(verb, severity) ?? effectsForTools(severity, isRuled);
}

/** What a change of a trait means where the service does not use what has it: only tools can tell. */
export function effectsOutside(
  id: ShapeId,
  verb: Verb,
  severity: EventSeverity,
  isRuled: boolean,
): readonly Effect[] {
  const known = meaningOf(id)?.(verb, severity).filter(({ on }) => on === "tools") ?? [];
  if (known.length > 0) return known;
  return effectsForTools(severity, isRuled).map(({ severity: found, text }) =>
    found === "breaking" ? dangerous.tools(text) : { on: "tools", severity: found, text },
  );
}

function meaningOf(id: ShapeId): Meaning | undefined {
  const [namespace = ""] = id.split("#", 1);
  if (Object.hasOwn(meanings, id)) return meanings[id];
  return Object.hasOwn(namespaces, namespace) ? namespaces[namespace] : undefined;
}

function effectsForTools(severity: EventSeverity, isRuled: boolean): readonly Effect[] {
  if (severity === "NOTE") return [];
  const text = isRuled
    ? `The definition of the trait calls this ${words[severity]}.`
    : "Tools that read it may behave differently.";
  return [severity === "ERROR" ? breaking.tools(text) : dangerous.tools(text)];
}

const words = {
  ERROR: "a breaking change",
  DANGER: "dangerous",
  WARNING: "a change to check",
  NOTE: "compatible",
};
