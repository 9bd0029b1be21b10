import type { AstMember, AstShape } from "../load/ast.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { shown } from "../diagnostics/text.js";
import { hasTrait, stringTrait, trait, traitProperty } from "../load/traits.js";
import { checkDefault, checkLong } from "./check-default.js";
import { numbersOf } from "./constraints.js";
import { isStatusCode } from "./http.js";
import type {
  Constraints,
  DefaultValue,
  ErrorTraits,
  LongType,
  Shape,
  Structure,
  TimestampFormat,
} from "./ir.js";

/** Returns the error traits of a structure, if it is an error. */
export function errorOf(shape: AstShape, diagnostics: Diagnostics): Structure["error"] {
  if (!hasTrait(shape, "smithy.api#error")) return undefined;
  const fault = trait(shape, "smithy.api#error");
  if (fault !== "client" && fault !== "server") {
    return diagnostics.fail(
      "SC1410",
      shape.id,
      'the trait smithy.api#error must be "client" or "server"',
    );
  }
  const statusCode = trait(shape, "smithy.api#httpError");
  if (statusCode !== undefined && !isStatusCode(statusCode)) {
    diagnostics.error(
      "SC1604",
      shape.id,
      `has an invalid status code: expected an integer from 100 to 999, found ${shown(statusCode)}`,
    );
  }
  const queryCode = traitProperty(shape, "aws.protocols#awsQueryError", "code");
  return {
    fault,
    statusCode: typeof statusCode === "number" ? statusCode : fault === "client" ? 400 : 500,
    queryCode: typeof queryCode === "string" ? queryCode : undefined,
    retryable: retryableOf(shape),
  };
}

function retryableOf(shape: AstShape): ErrorTraits["retryable"] {
  if (!hasTrait(shape, "smithy.api#retryable")) return undefined;
  return traitProperty(shape, "smithy.api#retryable", "throttling") === true
    ? "throttling"
    : "transient";
}

/** Returns the timestamp format of a shape or member, if it has the trait. */
export function timestampFormatOf(
  holder: Parameters<typeof stringTrait>[0],
  place: string,
  diagnostics: Diagnostics,
): TimestampFormat | undefined {
  if (!hasTrait(holder, "smithy.api#timestampFormat")) return undefined;
  const format = stringTrait(holder, "smithy.api#timestampFormat");
  if (format === "date-time" || format === "http-date" || format === "epoch-seconds") return format;
  diagnostics.error(
    "SC1409",
    place,
    `has an unknown timestamp format ${shown(trait(holder, "smithy.api#timestampFormat"))}; expected date-time, http-date or epoch-seconds`,
  );
  return undefined;
}

/** Converts bounds to numbers, except for shapes whose values are bigints. */
export function exactFor({ kind }: Shape, constraints: Constraints): Constraints {
  return kind === "bigInteger"
    ? constraints
    : { ...constraints, range: numbersOf(constraints.range) };
}

/** Returns the default of a member: its own, or that of its target. */
export function defaultOf(
  member: AstMember,
  target: AstShape,
  long: LongType,
  place: string,
  diagnostics: Diagnostics,
): DefaultValue | undefined {
  // A default of null on a member removes the default of its target.
  const value = hasTrait(member, "smithy.api#default")
    ? trait(member, "smithy.api#default")
    : trait(target, "smithy.api#default");
  if (value === undefined || value === null) return undefined;
  const expected = checkDefault(value, target.type) ?? checkLong(value, target.type, long);
  if (expected === undefined) {
    const isExact = /^(?:long|bigInteger|bigDecimal)$/.test(target.type);
    return typeof value === "bigint" && !isExact ? Number(value) : (value as DefaultValue);
  }
  diagnostics.error(
    "SC1408",
    place,
    `has an invalid default: expected ${expected}, found ${shown(value)}`,
  );
  return undefined;
}
