import { findShape } from "../../../model/find-shape.js";
import type { Rule, RuleContext } from "../../rule.js";
import { operationsOf } from "../services/contained.js";
import { bindingsOf } from "./bindings.js";
import { awsProtocols } from "./protocols.js";

const payloadTypes: ReadonlySet<string> = new Set([
  "structure",
  "union",
  "document",
  "blob",
  "string",
  "enum",
]);

/** AWS's protocols have payloads of some types only. */
export const protocolHttpPayload: Rule = {
  id: "ProtocolHttpPayload",
  *check(context) {
    const { model, shapesOf } = context;
    for (const service of shapesOf("service")) {
      if (![...awsProtocols].some((id) => service.traits.has(id))) continue;
      const operations = operationsOf(model, service);
      const http = operations.filter(({ traits }) => traits.has("smithy.api#http"));
      const inputs = new Set(http.map(({ input }) => input));
      const outputs = new Set(http.map(({ output }) => output));
      // Errors have bindings even without the trait http.
      for (const { errors } of operations) for (const id of errors) outputs.add(id);
      for (const id of inputs) yield* checkPayload(id, "request", context);
      for (const id of outputs) yield* checkPayload(id, "response", context);
    }
  },
};

function* checkPayload(
  id: string,
  message: "request" | "response",
  { model, event }: RuleContext,
): ReturnType<Rule["check"]> {
  for (const { member, place } of bindingsOf(model, id, message)) {
    if (place !== "payload") continue;
    if (payloadTypes.has(findShape(model, member.target)?.type ?? "")) continue;
    const text = `targets ${member.target}, but payloads of AWS's protocols are strings, blobs, structures, unions and documents`;
    yield event("ERROR", member, text);
    return;
  }
}
