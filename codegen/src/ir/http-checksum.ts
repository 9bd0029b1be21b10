import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { shown } from "../diagnostics/text.js";
import type { AstOperationShape } from "../load/ast.js";
import { isRecord, own } from "../load/parse-model.js";
import { hasTrait, trait } from "../load/traits.js";
import type { Member, Structure } from "./ir.js";

const id = "aws.protocols#httpChecksum";

/** The checksums of an operation's messages. */
export interface HttpChecksum {
  /** Whether requests have a checksum at all. */
  readonly inRequest: boolean;
  /** Whether requests must have one. */
  readonly required: boolean;
  /** The member of the input with the algorithm of the request's checksum. */
  readonly algorithm: Member | undefined;
  /** The member of the input that asks for a checksum of the response. */
  readonly mode: Member | undefined;
  /** The algorithms of checksums of responses. */
  readonly responseAlgorithms: readonly string[];
}

/** Reads the `httpChecksum` trait of an operation (AWS core specification, "httpChecksum trait"). */
export function httpChecksumOf(
  operation: AstOperationShape,
  input: Structure | undefined,
  diagnostics: Diagnostics,
): HttpChecksum | undefined {
  if (!hasTrait(operation, id)) return undefined;
  const value = trait(operation, id);
  const report = (message: string): void => {
    diagnostics.error("SC1418", operation.id, `the trait ${id} ${message}`);
  };
  if (!isRecord(value)) {
    report(`must be an object, but is ${shown(value)}`);
    return undefined;
  }
  const settings = value;
  const algorithm = memberOf("requestAlgorithmMember");
  const mode = memberOf("requestValidationModeMember");
  const required = own(settings, "requestChecksumRequired") ?? false;
  const responseAlgorithms = own(settings, "responseAlgorithms") ?? [];
  if (typeof required !== "boolean")
    report(`must have a boolean as "requestChecksumRequired", but has ${shown(required)}`);
  if (!isTexts(responseAlgorithms)) {
    report(
      `must have an array of strings as "responseAlgorithms", but has ${shown(responseAlgorithms)}`,
    );
    return undefined;
  }
  return {
    inRequest: required === true || algorithm !== undefined,
    required: required === true,
    algorithm,
    mode,
    responseAlgorithms,
  };

  function memberOf(property: string): Member | undefined {
    const name = own(settings, property);
    if (name === undefined) return undefined;
    const member = input?.members.find((candidate) => candidate.name === name);
    if (member?.target.kind === "enum" || member?.target.kind === "string") return member;
    const found =
      member === undefined
        ? "no member of the input"
        : `of type ${member.target.kind}; expected an enum`;
    report(`has "${property}": ${shown(name)}, which is ${found}`);
    return undefined;
  }
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
