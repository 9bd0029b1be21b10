import { findShape } from "../../../model/find-shape.js";
import type { Rule } from "../../rule.js";
import { containerOf } from "./containers.js";
import { listed, textTrait } from "./trait-values.js";

const id = "smithy.api#jsonName";

/** The members of a structure or union have names of their own in JSON. */
export const jsonName: Rule = {
  id: "JsonName",
  *check({ model, withTrait, event }) {
    const containers = new Set(withTrait(id).map((member) => containerOf(member.id)));
    for (const container of containers) {
      const shape = findShape(model, container);
      if (shape === undefined) continue;
      const names = new Map<string, string[]>();
      for (const member of shape.members.values()) {
        const name = textTrait(member, id) ?? member.name;
        const known = names.get(name);
        if (known === undefined) names.set(name, [member.name]);
        else known.push(member.name);
      }
      for (const [name, members] of names) {
        if (members.length < 2) continue;
        const message = `more than one member is named ${JSON.stringify(name)} in JSON: ${listed(members)}`;
        yield event("ERROR", shape, message);
      }
    }
  },
};
