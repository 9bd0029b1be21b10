import fc from "fast-check";
import type { Shape, Structure } from "../../codegen/src/ir/ir.js";

/** Members that a service of a later model might send: some with odd names, none of this model's. */
export const laterMembers: fc.Arbitrary<Record<string, unknown>> = fc.dictionary(
  fc.oneof(
    fc.constantFrom("constructor", "then"),
    fc.string().map((name) => `later ${name}`),
  ),
  fc.jsonValue({ maxDepth: 2 }),
  { minKeys: 1, maxKeys: 4, noNullPrototype: true },
);

/** Adds members to every structure in JSON, at any depth. */
export function withLaterMembers(shape: Shape, json: unknown, later: object): unknown {
  if (json === null) return json;
  switch (shape.kind) {
    case "structure":
      return { ...structureWith(shape, json as Record<string, unknown>, later), ...later };
    case "list":
      return (json as unknown[]).map((item) => withLaterMembers(shape.member.target, item, later));
    case "map":
      return Object.fromEntries(
        Object.entries(json as object).map(([key, item]) => [
          key,
          withLaterMembers(shape.value.target, item, later),
        ]),
      );
    default:
      return json;
  }
}

function structureWith(
  { members }: Structure,
  json: Record<string, unknown>,
  later: object,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(json).map(([name, value]) => {
      const member = members.find(({ wireName }) => wireName === name);
      return [name, member === undefined ? value : withLaterMembers(member.target, value, later)];
    }),
  );
}
