import { formatIdl } from "../format-idl/format-idl.js";
import type { Shape, SmithyModel } from "../model/model.js";
import { findInlineShapes, type InlineSuffixes } from "./find-inline-shapes.js";
import { NameScope } from "./name-scope.js";
import { writeKey, writeNode } from "./write-node.js";
import { ShapeWriter } from "./write-shape.js";

/**
 * Writes a model as Smithy IDL 2.0: a file for each namespace, and the metadata in the first of them. The files together
 * mean the same model.
 * @param model the model as `assemble` returns it, with its mixins
 * @returns the texts by namespace, sorted; one with the key `""` if there is metadata and no shape
 */
export function toIdl(model: SmithyModel): ReadonlyMap<string, string> {
  const groups = new Map<string, Shape[]>();
  for (const shape of model.shapes.values()) {
    const namespace = shape.id.slice(0, shape.id.indexOf("#"));
    const group = groups.get(namespace);
    if (group === undefined) groups.set(namespace, [shape]);
    else group.push(shape);
  }
  const metadata = Object.entries(model.metadata)
    .map(([key, value]) => `metadata ${writeKey(key)} = ${writeNode(value)}`)
    .join("\n");
  if (groups.size === 0)
    return new Map([["", join([version({ input: "Input", output: "Output" }), metadata])]]);
  const files = [...groups].sort(([left], [right]) => (left < right ? -1 : 1));
  return new Map(
    files.map(([namespace, shapes], index) => [
      namespace,
      writeFile(model, namespace, shapes, index === 0 ? metadata : ""),
    ]),
  );
}

function writeFile(
  model: SmithyModel,
  namespace: string,
  shapes: readonly Shape[],
  metadata: string,
): string {
  const scope = new NameScope(namespace, model);
  const inline = findInlineShapes(model, shapes);
  const writer = new ShapeWriter(model, scope, inline);
  const own = shapes.filter(({ id }) => !inline.ids.has(id));
  const statements = [
    ...order(own).map((shape) => writer.write(shape)),
    ...shapes.flatMap((shape) => writer.writeApplications(shape)),
  ];
  return join([
    version(inline.suffixes),
    metadata,
    `namespace ${namespace}`,
    scope.imports.map((id) => `use ${id}`).join("\n"),
    ...statements,
  ]);
}

function version({ input, output }: InlineSuffixes): string {
  return [
    '$version: "2.0"',
    ...(input === "Input" ? [] : [`$operationInputSuffix: ${JSON.stringify(input)}`]),
    ...(output === "Output" ? [] : [`$operationOutputSuffix: ${JSON.stringify(output)}`]),
  ].join("\n");
}

const ranks: Readonly<Record<string, number>> = {
  service: 0,
  resource: 1,
  operation: 2,
  structure: 3,
  union: 4,
};

/** Services first, then what they lead to, as people write models; each kind in the order of the ids. */
function order(shapes: readonly Shape[]): readonly Shape[] {
  const rank = ({ type }: Shape): number => ranks[type] ?? 5;
  return shapes.toSorted(
    (left, right) => rank(left) - rank(right) || (left.id < right.id ? -1 : 1),
  );
}

function join(parts: readonly string[]): string {
  const text = `${parts.filter((part) => part !== "").join("\n\n")}\n`;
  const formatted = formatIdl(text);
  // What is written here is always valid; if it is not, that is a mistake in this folder.
  if (formatted.text === undefined)
    throw new Error(`invalid IDL was written: ${formatted.problems[0]?.message ?? ""}`);
  return formatted.text;
}
