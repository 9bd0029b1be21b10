import { root } from "../../runtime/path.js";
import { lenient } from "../../runtime/reader.js";
import { readExactJsonOrNothing } from "../../runtime/big-numbers.js";
import { examineJson } from "../../runtime/standard-schema.js";
import { needsExactJson } from "../emit/message.js";
import type { Service, Structure, Union } from "../ir/ir.js";
import { suggest } from "../load/suggest.js";
import { checkShape } from "./check-value.js";
import { locate, syntaxErrorIn } from "./locate.js";
import { readShape } from "./read-value.js";

/** Something wrong with a JSON text, and where in it. */
export interface LocatedIssue {
  /** The offset in the text, in UTF-16 units. */
  readonly offset: number;
  /** A JSON pointer (RFC 6901) over wire names, list indices and map keys. */
  readonly path: string;
  readonly message: string;
}

/** What is wrong with a JSON text, in the order of the text. */
export interface TextReport {
  readonly issues: readonly LocatedIssue[];
  /** How many more issues there are than `issues` holds. */
  readonly omitted: number;
}

/** Validates JSON texts against a shape. */
export type ShapeValidator = (text: string, options?: ShapeValidatorOptions) => TextReport;

/** How JSON texts are validated. */
export interface ShapeValidatorOptions {
  /** How many issues to describe; the rest is counted. 100 unless told. */
  readonly maxIssues?: number | undefined;
  /** Whether forms that the service documents in prose alone are checked; they are not unless this is true. */
  readonly advice?: boolean | undefined;
}

/** Finds a structure or union by its name or shape id; else says what there is. */
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

/** Makes a validator that finds what the generated `XSchema` finds, without code. */
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
