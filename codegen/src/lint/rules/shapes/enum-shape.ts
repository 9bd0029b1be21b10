import { JsonNumber } from "../../../../runtime/json/json.js";
import { checkInteger } from "../../values/check-integer.js";
import type { NodeValue } from "../../../model/node.js";
import type { Member, Shape, Trait } from "../../../model/model.js";
import type { Rule, RuleContext } from "../../rule.js";

const valueId = "smithy.api#enumValue";
/** Names that code generators can use as they are. */
export const recommendedName: RegExp = /^[A-Z][A-Z_0-9]*$/;

/** The values of an enum are different, and of its type. */
export const enumShape: Rule = {
  id: "EnumShape",
  *check(context) {
    for (const shape of context.shapesOf("enum", "intEnum")) {
      const seen = new Set<NodeValue>();
      for (const member of shape.members.values()) {
        const trait = member.traits.get(valueId);
        const problem = problemOf(shape, trait, seen);
        if (problem !== undefined) yield* fail(member, trait, problem, context);
        // The names of an intEnum are only looked at where the value is right.
        if (shape.type === "enum" || problem === undefined || problem.kind === "duplicate")
          yield* checkName(member, context);
      }
    }
  },
};

interface Problem {
  readonly message: string;
  readonly kind: "value" | "duplicate";
}

function problemOf(
  shape: Shape,
  trait: Trait | undefined,
  seen: Set<NodeValue>,
): Problem | undefined {
  if (trait === undefined) {
    const message = "the members of an intEnum must have an integer, such as NAME = 1";
    return shape.type === "intEnum" ? { message, kind: "value" } : undefined;
  }
  const { value } = trait;
  const message = shape.type === "enum" ? checkText(value) : checkNumber(value);
  const isDuplicate = seen.has(value);
  seen.add(value);
  if (message !== undefined) return { message, kind: "value" };
  if (!isDuplicate) return undefined;
  return { message: `another member has the value ${JSON.stringify(value)}`, kind: "duplicate" };
}

function checkText(value: NodeValue): string | undefined {
  if (typeof value !== "string")
    return `the value of a member of an enum must be a string, found ${JSON.stringify(value)}`;
  return value === "" ? "the value of a member of an enum must not be empty" : undefined;
}

function checkNumber(value: NodeValue): string | undefined {
  if (typeof value !== "number" && !(value instanceof JsonNumber))
    return `the value of a member of an intEnum must be an integer, found ${JSON.stringify(value)}`;
  return checkInteger("intEnum", value);
}

function* fail(
  member: Member,
  trait: Trait | undefined,
  { message }: Problem,
  { event }: RuleContext,
): ReturnType<Rule["check"]> {
  yield event("ERROR", member, message, trait && { location: trait.location });
}

function* checkName(member: Member, { event }: RuleContext): ReturnType<Rule["check"]> {
  if (recommendedName.test(member.name)) return;
  yield event(
    "WARNING",
    member,
    "the name of a member of an enum should have only capital letters, digits and underscores",
  );
}
