import type { SourceFile } from "../../codegen/src/diagnostics/diagnostics.js";
import { assemble } from "../../codegen/src/model/assemble/assemble.js";
import { flattenMixins } from "../../codegen/src/model/flatten-mixins.js";
import { compact, type CompactNamespace } from "../../codegen/src/model/library/compact.js";
import type { Shape, Traits } from "../../codegen/src/model/model.js";
import type { NodeValue } from "../../codegen/src/model/node.js";
import { isNodeArray, isNodeObject } from "../../codegen/src/model/nodes.js";

/** A shape that is in a package whose source is not in the folder: the facts that its documentation states. */
const others: SourceFile = {
  name: "smithy.framework.smithy",
  bytes: Buffer.from(`$version: "2.0"
namespace smithy.framework
@error("client") structure ValidationException { @required message: String, fieldList: ValidationExceptionFieldList }
structure ValidationExceptionField { @required path: String, @required message: String }
list ValidationExceptionFieldList { member: ValidationExceptionField }
`),
};

/** Traits that only tell people something, or that only concern the model they are in. */
const dropped = new Set(
  ["documentation", "externalDocumentation", "suppress"].map((name) => `smithy.api#${name}`),
);

/**
 * Returns the shapes of each namespace without their prose.
 * @throws Error if the definitions have a mistake
 */
export function extractLibrary(sources: readonly SourceFile[]): Map<string, CompactNamespace> {
  const { model, events } = assemble([...sources, others], { library: new Map() });
  const errors = events.filter(({ severity }) => severity === "ERROR");
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  const byNamespace = new Map<string, Shape[]>();
  for (const shape of flattenMixins(model).shapes.values()) {
    const namespace = shape.id.slice(0, shape.id.indexOf("#"));
    byNamespace.set(namespace, [...(byNamespace.get(namespace) ?? []), withoutProse(shape)]);
  }
  return new Map([...byNamespace].map(([name, shapes]) => [name, compact(name, shapes)]));
}

function withoutProse(shape: Shape): Shape {
  const members = [...shape.members.values()].map((member) => ({
    ...member,
    traits: factsOf(member.traits),
  }));
  return {
    ...shape,
    traits: factsOf(shape.traits),
    members: new Map(members.map((member) => [member.name, member])),
  };
}

function factsOf(traits: Traits): Traits {
  const facts = [...traits.values()]
    .filter(({ id }) => !dropped.has(id))
    .map((trait) => ({ ...trait, value: withoutMessages(trait.value) }));
  return new Map(facts.map((trait) => [trait.id, trait]));
}

/** Leaves out the sentences in the values of traits. */
function withoutMessages(value: NodeValue): NodeValue {
  if (isNodeArray(value)) return value.map(withoutMessages);
  if (!isNodeObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== "message" && name !== "errorMessage")
      .map(([name, item]) => [name, withoutMessages(item)]),
  );
}
