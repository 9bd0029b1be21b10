import { isNodeArray, isNodeObject, property } from "../../../model/nodes.js";
import type { Rule } from "../../rule.js";

/** The errors in the trait idempotent are errors of the operation, of one kind. */
export const idempotentTrait: Rule = {
  id: "IdempotentTrait",
  *check({ withTrait, event }) {
    for (const operation of withTrait("smithy.api#idempotent")) {
      const trait = operation.traits.get("smithy.api#idempotent");
      if (!("type" in operation) || operation.type !== "operation" || trait === undefined) continue;
      const { value, location } = trait;
      if (!isNodeObject(value)) continue;
      const [exists, notFound] = [property(value, "exists"), property(value, "notFound")];
      if (exists !== undefined && notFound !== undefined)
        yield event(
          "ERROR",
          operation,
          "the trait idempotent can have exists or notFound, but not both",
          { location },
        );
      for (const [name, ids] of Object.entries({ exists, notFound })) {
        for (const id of isNodeArray(ids) ? ids : []) {
          if (typeof id !== "string" || operation.errors.includes(id)) continue;
          const message = `${name} of the trait idempotent names ${id}, which is not an error of the operation`;
          yield event("ERROR", operation, message, { location });
        }
      }
    }
  },
};
