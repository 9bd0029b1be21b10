import type { Traits } from "../load/ast.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { isRecord } from "../load/parse-model.js";
import { hasTrait, trait } from "../load/traits.js";
import type { Advice, AdvisedForm } from "./ir.js";
import { compilePattern } from "./patterns.js";

/** The trait with which an overlay describes formats that a service documents only in prose. */
export const adviceTrait = "smithycodec#advice";

/** Reads the advice trait of a member; `place` is its id, for messages. */
export function adviceOf(
  holder: { readonly traits: Traits },
  place: string,
  diagnostics: Diagnostics,
): Advice | undefined {
  if (!hasTrait(holder, adviceTrait)) return undefined;
  const value = trait(holder, adviceTrait);
  if (!isRecord(value))
    return diagnostics.fail("SC1413", place, `the trait ${adviceTrait} must be an object`);
  const known = ["text", "keys", "values", "distinctKeys"];
  const other = Object.keys(value).find((name) => !known.includes(name));
  if (other !== undefined) {
    diagnostics.error(
      "SC1413",
      place,
      `the trait ${adviceTrait} has an unknown property ${JSON.stringify(other)}; expected ${known.join(", ")}`,
    );
  }
  return {
    text: form(value["text"]),
    keys: form(value["keys"]),
    values: form(value["values"]),
    distinctKeys: value["distinctKeys"] === true,
  };

  function form(json: unknown): AdvisedForm | undefined {
    if (json === undefined) return undefined;
    const pattern =
      isRecord(json) && typeof json["pattern"] === "string"
        ? compilePattern(json["pattern"])
        : undefined;
    if (pattern === undefined || !isRecord(json) || typeof json["expected"] !== "string") {
      return diagnostics.fail(
        "SC1413",
        place,
        `the trait ${adviceTrait} expects each format to have a valid "pattern" and a string "expected"`,
      );
    }
    return { pattern, expected: json["expected"] };
  }
}
