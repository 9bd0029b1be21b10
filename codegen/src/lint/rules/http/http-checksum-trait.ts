import { findShape } from "../../../model/find-shape.js";
import { isNodeArray, isNodeObject, property } from "../../../model/nodes.js";
import type { Member, OperationShape, Shape, SmithyModel, Trait } from "../../../model/model.js";
import type { Rule, RuleContext } from "../../rule.js";
import { operationsWith } from "./operations.js";
import { listed, textMember, textsMember, textTrait, traitMember } from "./trait-values.js";

const prefix = "x-amz-checksum-";

/** The trait httpChecksum of AWS says what is checked, and names members of the input with the algorithms. */
export const httpChecksumTrait: Rule = {
  id: "HttpChecksumTrait",
  *check(context) {
    const { model, event } = context;
    for (const { operation, trait } of operationsWith(context, "aws.protocols#httpChecksum")) {
      const { location } = trait;
      const algorithm = textMember(trait, "requestAlgorithmMember");
      const mode = textMember(trait, "requestValidationModeMember");
      const algorithms = textsMember(trait, "responseAlgorithms");
      const ofRequest =
        traitMember(trait, "requestChecksumRequired") === true || algorithm !== undefined;
      const ofResponse = algorithms.length > 0 || mode !== undefined;

      if (!ofRequest && !ofResponse)
        yield event(
          "ERROR",
          operation,
          "the trait httpChecksum checks neither requests nor responses",
          { location },
        );
      if (ofRequest) {
        const known = valuesOf(findShape(model, "aws.protocols#ChecksumAlgorithm")) ?? [];
        yield* checkMember(operation, trait, "requestAlgorithmMember", known, context);
        yield* checkHeaders(operation, findShape(model, operation.input), context);
      }
      if (!ofResponse) continue;
      yield* checkMember(operation, trait, "requestValidationModeMember", ["ENABLED"], context);
      for (const [name, isMissing] of [
        ["requestValidationModeMember", mode === undefined],
        ["responseAlgorithms", algorithms.length === 0],
      ] as const) {
        if (!isMissing) continue;
        const message = `the trait httpChecksum checks responses, so it needs ${name}`;
        yield event("ERROR", operation, message, { location });
      }
      for (const id of [operation.output, ...operation.errors])
        yield* checkHeaders(operation, findShape(model, id), context);
    }
  },
};

function* checkMember(
  operation: OperationShape,
  trait: Trait,
  name: string,
  known: readonly string[],
  { model, event }: RuleContext,
): ReturnType<Rule["check"]> {
  const { location } = trait;
  const value = textMember(trait, name);
  if (value === undefined) return;
  const what = `the trait httpChecksum has the ${name} ${value}`;
  const member = findShape(model, operation.input)?.members.get(value);
  const values = member && enumOf(model, member);
  if (member === undefined)
    yield event("ERROR", operation, `${what}, which is no member of the input`, { location });
  else if (values === undefined)
    yield event("ERROR", operation, `${what}, which is no enum`, { location });
  else {
    const unknown = values.filter((each) => !known.includes(each));
    if (unknown.length === 0) return;
    const message = `${what}, which has values that are not supported: ${listed(unknown)}`;
    yield event("ERROR", operation, message, { location });
  }
}

function enumOf(model: SmithyModel, member: Member): readonly string[] | undefined {
  return valuesOf(member) ?? valuesOf(findShape(model, member.target));
}

/** The values of an enum, which is a shape or, in Smithy 1.0, a trait. */
function valuesOf(entity: Shape | Member | undefined): readonly string[] | undefined {
  if (entity === undefined) return undefined;
  if ("type" in entity && entity.type === "enum")
    return [...entity.members.values()].map(
      (member) => textTrait(member, "smithy.api#enumValue") ?? member.name,
    );
  const definitions = entity.traits.get("smithy.api#enum")?.value;
  if (!isNodeArray(definitions)) return undefined;
  return definitions
    .map((each) => (isNodeObject(each) ? property(each, "value") : undefined))
    .filter((value) => typeof value === "string");
}

function* checkHeaders(
  operation: OperationShape,
  structure: Shape | undefined,
  { event }: RuleContext,
): ReturnType<Rule["check"]> {
  if (structure === undefined) return;
  const [, name = ""] = structure.id.split("#");
  for (const member of structure.members.values()) {
    const headers = textTrait(member, "smithy.api#httpPrefixHeaders");
    if (headers !== undefined && prefix.startsWith(headers))
      yield event(
        "DANGER",
        operation,
        `${member.id} is bound to all headers that begin with ${JSON.stringify(headers)}, among which are those of checksums, ${prefix}…`,
        { suffix: `HttpPrefixHeaders.${name}.${headers.toLowerCase()}` },
      );
    const header = textTrait(member, "smithy.api#httpHeader");
    if (header?.startsWith(prefix) !== true) continue;
    yield event(
      "WARNING",
      operation,
      `${member.id} is bound to the header ${header}, which is one of those of checksums`,
      { suffix: `HttpHeader.${name}.${header.toLowerCase()}` },
    );
  }
}
