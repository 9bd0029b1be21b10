import type { Member, Shape } from "../../../model/model.js";
import type { Rule, RuleContext } from "../../rule.js";

const ofInputs = ["httpLabel", "httpQuery", "httpQueryParams"];
const ofOutputs = ["httpResponseCode"];
const others = ["httpHeader", "httpPayload", "httpPrefixHeaders"];

/** Members of structures that are used elsewhere than as input, output or error lose their HTTP bindings there. */
export const httpBindingTraitIgnored: Rule = {
  id: "HttpBindingTraitIgnored",
  *check(context) {
    for (const shape of context.shapesOf("structure")) {
      // What mixins have is checked where they are used.
      if (shape.traits.has("smithy.api#mixin")) continue;
      for (const member of shape.members.values()) yield* checkMember(member, shape, context);
    }
  },
};

function* checkMember(
  member: Member,
  structure: Shape,
  { graph, event }: RuleContext,
): ReturnType<Rule["check"]> {
  const find = (names: readonly string[]): string | undefined =>
    names.find((name) => member.traits.has(`smithy.api#${name}`));
  const [input, output] = [find(ofInputs), find(ofOutputs)];
  const trait = input ?? output ?? find(others);
  if (trait === undefined) return;
  const kept = new Set(["input", "output", "error"]);
  if (input !== undefined) ["output", "error"].forEach((label) => kept.delete(label));
  if (output !== undefined) ["input", "error"].forEach((label) => kept.delete(label));

  const uses = graph.reverse(structure);
  const ignored = uses.filter(({ labels }) => !labels.some((label) => kept.has(label)));
  if (ignored.length === 0) return;
  const where =
    ignored.length === uses.length
      ? "wherever the structure is used"
      : `in ${[...new Set(ignored.map(({ to }) => to.id))].sort().join(", ")}`;
  const message = `the trait ${trait} is ignored ${where}`;
  const suffix = input !== undefined ? "Input" : output !== undefined ? "Output" : "TopLevel";
  const location = member.traits.get(`smithy.api#${trait}`)?.location ?? member.location;
  yield event("WARNING", member, message, { suffix, location });
}
