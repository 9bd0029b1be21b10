import type { AstMember, AstShape } from "../load/ast.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { isRecord, own, ownText } from "../load/parse-model.js";
import { hasTrait, trait } from "../load/traits.js";
import { documentationOf } from "./documentation.js";
import { toIdentifier } from "./identifiers.js";
import type { EnumValue } from "./ir.js";

/** Reads the values of an enum, an intEnum, or a string with the deprecated `enum` trait. */
export function enumValuesOf(shape: AstShape, diagnostics: Diagnostics): EnumValue[] {
  const values =
    "members" in shape
      ? memberValues(shape.id, shape.type, shape.members, diagnostics)
      : traitValues(shape, diagnostics);
  if (values.length === 0) diagnostics.error("SC1501", shape.id, "is an enum without values");
  const taken = new Map<string | number, string>();
  for (const { key, value } of values) {
    const other = taken.get(value);
    if (other !== undefined)
      diagnostics.error(
        "SC1502",
        shape.id,
        `has the value ${JSON.stringify(value)} twice, in ${other} and ${key}; values must be unique`,
      );
    taken.set(value, key);
  }
  return values;
}

function memberValues(
  id: string,
  type: AstShape["type"],
  members: ReadonlyMap<string, AstMember>,
  diagnostics: Diagnostics,
): EnumValue[] {
  return [...members].map(([name, member]) => {
    const value = trait(member, "smithy.api#enumValue") ?? (type === "enum" ? name : undefined);
    const expected = type === "enum" ? "string" : "number";
    if (typeof value !== "string" && typeof value !== "number") {
      return diagnostics.fail(
        "SC1503",
        `${id}$${name}`,
        `must have the trait smithy.api#enumValue with a ${expected}`,
      );
    }
    if (typeof value !== expected || (typeof value === "number" && !Number.isInteger(value))) {
      diagnostics.error(
        "SC1503",
        `${id}$${name}`,
        `has the enum value ${JSON.stringify(value)}; expected a ${expected}`,
      );
    }
    return {
      key: name,
      value,
      hidden: hasTrait(member, "smithy.api#internal"),
      documentation: documentationOf(member),
    };
  });
}

/** Reads the trait `enum` of Smithy 1.0, whose entries may have no name. */
function traitValues(shape: AstShape, diagnostics: Diagnostics): EnumValue[] {
  const entries = trait(shape, "smithy.api#enum");
  if (!Array.isArray(entries))
    return diagnostics.fail("SC1503", shape.id, "the trait smithy.api#enum must be an array");
  const keys = new Set<string>();
  return entries.map((entry: unknown) => {
    const value = isRecord(entry) ? ownText(entry, "value") : undefined;
    if (!isRecord(entry) || value === undefined) {
      return diagnostics.fail(
        "SC1503",
        shape.id,
        'each entry of the trait smithy.api#enum must have a "value" that is a string',
      );
    }
    const documentation = ownText(entry, "documentation");
    const tags = own(entry, "tags");
    let key = toIdentifier(ownText(entry, "name") ?? value);
    while (keys.has(key)) key += "$";
    keys.add(key);
    return {
      key,
      value,
      hidden: Array.isArray(tags) && tags.includes("internal"),
      documentation: documentationOf({
        traits: {
          ...(documentation === undefined ? {} : { "smithy.api#documentation": documentation }),
          ...(own(entry, "deprecated") === true ? { "smithy.api#deprecated": {} } : {}),
        },
      }),
    };
  });
}
