import { nameOf } from "../../../load/names.js";
import { findShape } from "../../../model/find-shape.js";
import type { Rule } from "../../rule.js";
import { listed, textMember } from "../http/trait-values.js";
import { operationsOf } from "../services/contained.js";

const protocols = ["awsQueryCompatible", "awsQuery", "ec2Query"];

/** Errors of services with a query protocol have codes of their own. */
export const queryErrorCode: Rule = {
  id: "QueryErrorCode",
  *check({ model, shapesOf, event }) {
    for (const service of shapesOf("service")) {
      if (!protocols.some((name) => service.traits.has(`aws.protocols#${name}`))) continue;
      const operations = operationsOf(model, service);
      const errors = new Set([...service.errors, ...operations.flatMap((each) => each.errors)]);
      const codes = new Map<string, string[]>();
      for (const id of errors) {
        const trait = findShape(model, id)?.traits.get("aws.protocols#awsQueryError");
        const code = textMember(trait, "code") ?? nameOf(id);
        const known = codes.get(code);
        if (known === undefined) codes.set(code, [id]);
        else known.push(id);
      }
      for (const [code, ids] of codes) {
        if (ids.length < 2) continue;
        const message = `several errors have the code ${code}, so clients cannot tell them apart: ${listed(ids)}`;
        yield event("WARNING", service, message);
      }
    }
  },
};
