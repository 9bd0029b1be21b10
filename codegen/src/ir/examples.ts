import type { AstOperationShape, ShapeId } from "../load/ast.js";
import { isRecord, own } from "../load/parse-model.js";
import { trait } from "../load/traits.js";

/**
 * An example of an operation (Smithy 2.0, "examples trait"). Its values are node values: members
 * have the names of the model, whatever the protocol.
 */
export interface Example {
  readonly title: string;
  readonly input: unknown;
  /** `undefined` if the example has an error. */
  readonly output: unknown;
  readonly error: { readonly id: ShapeId; readonly content: unknown } | undefined;
}

/** Returns the examples of an operation. Entries that are not objects are skipped. */
export function examplesOf(operation: AstOperationShape): readonly Example[] {
  const value = trait(operation, "smithy.api#examples");
  return Array.isArray(value) ? value.filter(isRecord).map(toExample) : [];
}

function toExample(entry: Readonly<Record<string, unknown>>): Example {
  const { title, input = {}, output } = entry;
  const error = own(entry, "error");
  const id = isRecord(error) ? own(error, "shapeId") : undefined;
  return {
    title: typeof title === "string" ? title : "",
    input,
    output: error === undefined ? (output ?? {}) : undefined,
    error:
      isRecord(error) && typeof id === "string"
        ? { id, content: own(error, "content") ?? {} }
        : undefined,
  };
}
