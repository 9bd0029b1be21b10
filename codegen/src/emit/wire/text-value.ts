import type { Member, Shape } from "../../ir/ir.js";
import { code, commas, literal, type Code } from "../code/code.js";
import { integerBounds } from "../code/integers.js";
import { runtime } from "../code/runtime.js";

/** The HTTP bindings whose values are text. */
export type TextLocation = "label" | "query" | "header";

/**
 * Returns an expression that writes a scalar at `key` below `here` as text (Smithy 2.0, "HTTP
 * bindings").
 */
export function writeText(
  member: Member,
  value: Code,
  location: TextLocation,
  here: Code,
  key: Code,
): Code {
  const { target } = member;
  const place = code`${value}, ${here}, ${key}`;
  switch (target.kind) {
    case "string":
      if (location === "header" && target.mediaType !== undefined) {
        return code`${runtime("encodeMediaType")}(${place})`;
      }
      return value;
    case "enum":
      return target.type === "string" ? value : code`${runtime("scalarText")}(${place})`;
    case "integer":
      return target.type === "long"
        ? code`String(${runtime("writeLong")}(${place}))`
        : code`${runtime("scalarText")}(${place})`;
    case "bigInteger":
      return target.type === "long"
        ? code`String(${runtime("int64")}(${place}))`
        : code`${runtime("scalarText")}(${place})`;
    case "timestamp":
      return writeTimestampText(member, place, location);
    default:
      return code`${runtime("scalarText")}(${place})`;
  }
}

/**
 * Returns an expression that writes the items of a list as an array of texts.
 * @param write returns an expression that writes `item` at the index below the place
 */
export function writeTexts(
  list: Member,
  value: Code,
  here: Code,
  write: (here: Code, index: Code) => Code,
): Code {
  const text = write(code`here`, code`index`);
  return code`${runtime("writeTexts")}(${value}, ${here}, ${literal(list.name)}, (item, here, index) => ${text})`;
}

function writeTimestampText(member: Member, place: Code, location: TextLocation): Code {
  switch (formatIn(member, location)) {
    case "date-time":
      return code`${runtime("writeDateTime")}(${place})`;
    case "http-date":
      return code`${runtime("writeHttpDate")}(${place})`;
    case "epoch-seconds":
      return code`String(${runtime("writeEpochSeconds")}(${place}))`;
  }
}

function formatIn(
  member: Member,
  location: TextLocation,
): "date-time" | "http-date" | "epoch-seconds" {
  return member.timestampFormat ?? (location === "header" ? "http-date" : "date-time");
}

/** Returns an expression that reads a scalar at `key` below `here` from text. */
export function parseText(
  member: Member,
  text: Code,
  here: Code,
  key: Code,
  location: TextLocation,
): Code {
  const { target } = member;
  const place = code`${text}, ${here}, ${key}`;
  switch (target.kind) {
    case "boolean":
      return code`${runtime("parseBoolean")}(${place})`;
    case "integer":
      return code`${runtime("parseInteger")}(${commas([place, ...integerBounds(target.type)])})`;
    case "enum":
      if (target.type === "string") return text;
      return code`${runtime("parseInteger")}(${commas([place, ...integerBounds("integer")])})`;
    case "float":
      return code`${runtime("parseFloatText")}(${place})`;
    case "bigInteger":
      return code`${runtime(target.type === "long" ? "parseInt64" : "parseBigInteger")}(${place})`;
    case "bigDecimal":
      return code`${runtime("parseBigDecimal")}(${place})`;
    case "timestamp":
      switch (formatIn(member, location)) {
        case "date-time":
          return code`${runtime("readDateTime")}(${place})`;
        case "http-date":
          return code`${runtime("readHttpDate")}(${place})`;
        case "epoch-seconds":
          return code`${runtime("parseEpochSeconds")}(${place})`;
      }
      break;
    case "string":
      if (location === "header" && target.mediaType !== undefined) {
        return code`${runtime("decodeMediaType")}(${place})`;
      }
      return text;
    default:
      return text;
  }
}

/** Returns an expression that splits a header into the elements of a list. */
export function splitHeaderText(element: Member, text: Code): Code {
  const isHttpDate =
    element.target.kind === "timestamp" && formatIn(element, "header") === "http-date";
  return code`${runtime(isHttpDate ? "splitHttpDates" : "splitHeader")}(${text})`;
}

/** Returns whether elements of a header may need quotes: only strings do. */
export function isQuotable(shape: Shape): boolean {
  return shape.kind === "string" || (shape.kind === "enum" && shape.type === "string");
}
