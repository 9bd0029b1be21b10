import type { Entity } from "../../../selectors/attributes.js";
import type { Rule, RuleContext } from "../../rule.js";

/** Private shapes are used only in their own namespace. */
export const privateAccess: Rule = {
  id: "PrivateAccess",
  *check(context) {
    const { model, graph, withTrait } = context;
    const own = [...model.library.values()].filter(({ traits }) =>
      traits.has("smithy.api#private"),
    );
    for (const shape of [...withTrait("smithy.api#private"), ...own]) {
      for (const { to, labels } of graph.reverse(shape))
        yield* check(shape, to, `as its ${labels[0] ?? "target"}`, context);
      for (const { to } of graph.reverse(shape, ["bound"]))
        yield* check(shape, to, "by being bound to it", context);
      for (const { to } of graph.reverse(shape, ["trait"]))
        yield* check(shape, to, "as a trait", context);
    }
  },
};

function* check(
  shape: Entity,
  user: Entity,
  how: string,
  { event }: RuleContext,
): ReturnType<Rule["check"]> {
  if (namespaceOf(user) === namespaceOf(shape)) return;
  // Smithy accepted private traits for a long time, so they are no error yet.
  const severity = how === "as a trait" ? "WARNING" : "ERROR";
  yield event(
    severity,
    user,
    `uses ${shape.id} ${how}, which is private to the namespace ${namespaceOf(shape)}`,
  );
}

function namespaceOf({ id }: Entity): string {
  return id.slice(0, id.indexOf("#"));
}
