import type { Service } from "../ir/service.js";
import { root } from "../../runtime/values/path.js";
import { lenient } from "../../runtime/values/reader.js";
import { readExactJsonOrNothing } from "../../runtime/values/big-numbers.js";
import { examineJson } from "../../runtime/schema/standard-schema.js";
import { needsExactJson } from "../ir/message.js";
import type { Structure, Union } from "../ir/ir.js";
import { suggest } from "../load/suggest.js";
import { checkShape } from "./check-value.js";
import { locate, syntaxErrorIn, type LocatedIssue } from "./locate.js";
import { readShape } from "./read-value.js";

/** The issues found in a JSON text, in the order of the text. */
export interface TextReport {
  readonly issues: readonly LocatedIssue[];
  /** The number of issues that exceed `maxIssues` and are not in `issues`. */
  readonly omitted: number;
}

/** Validates a JSON text against a shape. Text that is not valid JSON is reported as an issue. */
export type ShapeValidator = (text: string, options?: ShapeValidatorOptions) => TextReport;

/** The options of a validator. */
export interface ShapeValidatorOptions {
  /** The maximum number of issues to return; further ones are only counted. 100 by default. */
  readonly maxIssues?: number | undefined;
  /** Whether to also check formats that the service documents only in prose; false by default. */
  readonly advice?: boolean | undefined;
}

/** Finds a structure or union by its name or shape id, or returns a message that suggests a similar name. */
export function findShape(
  service: Service,
  name: string,
): Structure | Union | { readonly problem: string } {
  const shapes = service.shapes.filter(
    (shape) => shape.kind === "structure" || shape.kind === "union",
  );
  const found = shapes.find(({ id, name: known }) => id === name || known === name);
  const names = shapes.map((shape) => shape.name);
  return (
    found ?? {
      problem: `the service has no structure or union ${JSON.stringify(name)}.${suggest(name, names)}`,
    }
  );
}

/** Returns a validator that reports the same issues as the generated `XSchema`, without generating code. */
export function shapeValidator(shape: Structure | Union): ShapeValidator {
  // Numbers are kept as text only where the shape has numbers that JavaScript would round.
  const isExact = needsExactJson(shape.members);
  return (text, options) => {
    let json: unknown;
    try {
      json =
        isExact && text !== "" ? readExactJsonOrNothing(text, root(lenient)) : JSON.parse(text);
    } catch {
      return { issues: [syntaxErrorIn(text)], omitted: 0 };
    }
    const { issues, omitted } = examineJson(
      json,
      (value, here) => readShape(shape, value, here),
      (value, here) => {
        checkShape(shape, value, here);
      },
      options,
    );
    return { issues: issues.length === 0 ? [] : locate(text, issues), omitted };
  };
}
