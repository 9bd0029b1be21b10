import { findShape } from "../../../model/find-shape.js";
import type { Member, Shape } from "../../../model/model.js";
import type { Rule, RuleContext } from "../../rule.js";
import { containerOf } from "./containers.js";
import { protocolsOf } from "./protocols.js";
import { listed } from "./trait-values.js";

const httpPayload = "smithy.api#httpPayload";
const streaming = "smithy.api#streaming";

/** Streams are in inputs and outputs only, events are structures, and streams of bytes are payloads that are always set. */
export const streamingTrait: Rule = {
  id: "StreamingTrait",
  *check(context) {
    const { graph, withTrait } = context;
    for (const shape of withTrait(streaming)) {
      if (!("type" in shape)) continue;
      if (shape.type === "union") yield* checkEvents(shape, context);
      for (const { to: member } of graph.reverse(shape)) {
        if ("type" in member) continue;
        yield* checkUses(member, shape, context);
        if (shape.type === "blob") yield* checkPresence(member, context);
      }
    }
    yield* checkPayloads(context);
  },
};

function* checkEvents(union: Shape, { model, event }: RuleContext): ReturnType<Rule["check"]> {
  const others = [...union.members.values()]
    .filter(({ target }) => findShape(model, target)?.type !== "structure")
    .map(({ name }) => name);
  if (others.length === 0) return;
  const message = `is a stream of events, whose members must target structures; these do not: ${listed(others)}`;
  yield event("ERROR", union, message);
}

function* checkUses(
  member: Member,
  stream: Shape,
  { model, graph, event }: RuleContext,
): ReturnType<Rule["check"]> {
  const container = findShape(model, containerOf(member.id));
  if (container === undefined) return;
  for (const { labels, to } of graph.reverse(container)) {
    if (labels.includes("input") || labels.includes("mixin")) continue;
    if (labels.includes("output")) {
      if (!stream.traits.has("smithy.api#requiresLength")) continue;
      const message = `has a stream whose length must be known, so it can only be an input, not the output of ${to.id}`;
      yield event("ERROR", container, message);
      continue;
    }
    const message = `refers to ${container.id}, which has a stream and can only be the input or output of operations`;
    yield event("ERROR", to, message);
  }
}

function* checkPresence(member: Member, { event }: RuleContext): ReturnType<Rule["check"]> {
  const { traits } = member;
  if (traits.has("smithy.api#required") || traits.has("smithy.api#default")) return;
  const message = "is a stream of bytes, so it needs the trait required or default";
  yield event("ERROR", member, message);
}

function* checkPayloads({ model, graph, shapesOf, event }: RuleContext): ReturnType<Rule["check"]> {
  for (const service of shapesOf("service")) {
    const protocols = protocolsOf(model, service);
    if (!protocols.some(({ supports }) => supports.has(httpPayload))) continue;
    for (const member of graph.closure(service)) {
      if ("type" in member || member.traits.has(httpPayload)) continue;
      if (findShape(model, member.target)?.traits.has(streaming) !== true) continue;
      const message = `is a stream, so it needs the trait httpPayload, which a protocol of the service ${service.id} supports`;
      yield event("ERROR", member, message);
    }
  }
}
