import type { ShapeId } from "../../../model/model.js";
import type { Rule } from "../../rule.js";
import { httpOperations, type HttpOperation } from "./operations.js";
import { listed, textTrait } from "./trait-values.js";

/** The members of a structure have parameters of their own, which are not among the literals of the URI. */
export const httpQueryTrait: Rule = {
  id: "HttpQueryTrait",
  *check(context) {
    if (context.withTrait("smithy.api#httpQuery").length === 0) return;
    const operations = byInput(httpOperations(context));
    for (const structure of context.shapesOf("structure")) {
      const bound = new Map<string, string[]>();
      for (const member of structure.members.values()) {
        const name = textTrait(member, "smithy.api#httpQuery");
        if (name === undefined) continue;
        const known = bound.get(name);
        if (known === undefined) bound.set(name, [member.name]);
        else known.push(member.name);
      }
      if (bound.size === 0) continue;
      for (const [name, members] of bound) {
        if (members.length < 2) continue;
        const message = `more than one member is bound to the parameter ${JSON.stringify(name)}: ${listed(members)}`;
        yield context.event("ERROR", structure, message);
      }
      for (const { operation, uri } of operations.get(structure.id) ?? []) {
        for (const name of uri.query.keys()) {
          if (!bound.has(name)) continue;
          const message = `a member is bound to the parameter ${JSON.stringify(name)}, which the URI ${uri.text} of ${operation.id} has already`;
          yield context.event("ERROR", structure, message);
        }
      }
    }
  },
};

function byInput(
  operations: readonly HttpOperation[],
): ReadonlyMap<ShapeId, readonly HttpOperation[]> {
  const inputs = new Map<ShapeId, HttpOperation[]>();
  for (const each of operations) {
    const known = inputs.get(each.operation.input);
    if (known === undefined) inputs.set(each.operation.input, [each]);
    else known.push(each);
  }
  return inputs;
}
