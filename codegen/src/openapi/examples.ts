import type { JsonObject, JsonValue } from "../../runtime/types.js";
import { toMarkdown } from "../emit/code/markdown.js";
import type { Member, TimestampFormat } from "../ir/ir.js";
import type { Operation } from "../ir/service.js";
import type { Model, ShapeId } from "../load/ast.js";
import { isRecord, own } from "../load/parse-model.js";
import { trait } from "../load/traits.js";
import { wireMembers, wireValue } from "./example-values.js";

/** One side of the examples of an operation: the values of its input, its output or one of its errors. */
export type Examples = readonly ExampleSide[];

interface ExampleSide {
  /** The key in `examples`, as Smithy's converter has it. */
  readonly key: string;
  readonly summary: string;
  readonly description: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** The examples of an operation by the message that has the values (Smithy 2.0, "examples trait"). */
export interface OperationExamples {
  readonly input: Examples;
  readonly output: Examples;
  readonly errors: ReadonlyMap<ShapeId, Examples>;
}

/** Reads the examples of an operation. */
export function examplesOf({ id, name, examples }: Operation, model: Model): OperationExamples {
  const texts = documentationOf(id, model);
  const sides = examples.map((example, index) => ({
    ...example,
    start: {
      key: `${name}_example${index + 1}`,
      summary: example.title,
      description: texts[index] ?? "",
    },
  }));
  const errors = new Map<ShapeId, ExampleSide[]>();
  for (const { start, error } of sides) {
    if (error === undefined || !isRecord(error.content)) continue;
    errors.set(error.id, [...(errors.get(error.id) ?? []), { ...start, values: error.content }]);
  }
  return {
    input: sides.flatMap(({ start, input }) =>
      isRecord(input) ? [{ ...start, values: input }] : [],
    ),
    output: sides.flatMap(({ start, output }) =>
      isRecord(output) ? [{ ...start, values: output }] : [],
    ),
    errors,
  };
}

function documentationOf(id: ShapeId, { shapes }: Model): readonly string[] {
  const operation = shapes.get(id);
  const value = operation === undefined ? undefined : trait(operation, "smithy.api#examples");
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).map((entry) => {
    const text = own(entry, "documentation");
    return typeof text === "string" ? toMarkdown(text).trim() : "";
  });
}

/** Returns the property `examples` of a parameter or header. */
export function memberExamples(
  examples: Examples,
  member: Member,
  format?: TimestampFormat,
): { readonly examples?: JsonObject } {
  return toProperty(examples, ({ values }) => {
    const node = own(values, member.name) ?? undefined;
    return node === undefined ? undefined : wireValue(member, node, format);
  });
}

/** Returns the property `examples` of a body with members. */
export function bodyExamples(
  examples: Examples,
  members: readonly Member[],
): { readonly examples?: JsonObject } {
  return toProperty(examples, ({ values }) => wireMembers(members, values));
}

function toProperty(
  examples: Examples,
  valueOf: (side: ExampleSide) => JsonValue | undefined,
): { readonly examples?: JsonObject } {
  const entries = examples.flatMap((side): [string, JsonObject][] => {
    const value = valueOf(side);
    if (value === undefined) return [];
    const { key, summary, description } = side;
    return [
      [
        key,
        {
          ...(summary === "" ? {} : { summary }),
          ...(description === "" ? {} : { description }),
          value,
        },
      ],
    ];
  });
  return entries.length === 0 ? {} : { examples: Object.fromEntries(entries) };
}
