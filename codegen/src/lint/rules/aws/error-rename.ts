import { findShape } from "../../../model/find-shape.js";
import type { Rule } from "../../rule.js";
import { listed } from "../http/trait-values.js";

/** Protocols whose errors are told apart by the names of their shapes. */
const protocols = ["awsJson1_0", "awsJson1_1", "awsQuery", "ec2Query", "restJson1", "restXml"];

/** Errors are not renamed in services of AWS's protocols. */
export const errorRename: Rule = {
  id: "ErrorRename",
  *check({ model, shapesOf, event }) {
    for (const service of shapesOf("service")) {
      const found = protocols.filter((name) => service.traits.has(`aws.protocols#${name}`));
      if (found.length === 0) continue;
      for (const [id, name] of service.rename) {
        if (findShape(model, id)?.traits.has("smithy.api#error") !== true) continue;
        const message = `renames the error ${id} to ${JSON.stringify(name)}, but the protocols ${listed(found)} do not support renamed errors`;
        yield event("ERROR", service, message);
      }
    }
  },
};
