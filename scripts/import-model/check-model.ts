import type { Model } from "./smithy-ast.js";
import { membersOf, shapeName, targetsOf, UNIT } from "./smithy-ast.js";

/** Finds errors in the model: targets that do not exist, URI labels without a member, members without a label. */
export function checkModel(model: Model): string[] {
  return [...danglingTargets(model), ...labelMismatches(model)];
}

function danglingTargets({ shapes }: Model): string[] {
  return Object.entries(shapes).flatMap(([id, shape]) =>
    targetsOf(shape)
      .filter((target) => target !== UNIT && shapes[target] === undefined)
      .map((target) => `${shapeName(id)} refers to ${target}, which does not exist.`),
  );
}

function labelMismatches({ shapes }: Model): string[] {
  return Object.entries(shapes).flatMap(([id, shape]) => {
    if (shape.type !== "operation") return [];
    const input = shapes[shape.input.target];
    const members = Object.entries(input === undefined ? {} : membersOf(input));
    const bound = members
      .filter(([, { traits }]) => traits?.["smithy.api#httpLabel"] !== undefined)
      .map(([name]) => name);
    const inUri = [
      ...JSON.stringify(shape.traits["smithy.api#http"]).matchAll(/\{(\w+)\+?\}/g),
    ].map((match) => String(match[1]));
    return [
      ...inUri
        .filter((label) => !bound.includes(label))
        .map((label) => `${shapeName(id)}: no member is bound to {${label}}.`),
      ...bound
        .filter((name) => !inUri.includes(name))
        .map((name) => `${shapeName(id)}: the URI has no label {${name}}.`),
    ];
  });
}

/** Returns the ids in an overlay that are not in the model. */
export function unknownTargets(model: Model, overlayIds: readonly string[]): string[] {
  return overlayIds.filter((id) => {
    const [shape = "", member] = id.split("$");
    const found = model.shapes[shape];
    return found === undefined || (member !== undefined && membersOf(found)[member] === undefined);
  });
}
