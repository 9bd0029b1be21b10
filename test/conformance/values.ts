import type { Params, SuiteMember, SuiteModel, SuiteShape } from "./test-format.js";

const encoder = new TextEncoder();

/**
 * Turns the `params` of a test into the value that they stand for: timestamps are epoch seconds (or
 * text, among events), blobs plain text, and numbers that JSON lacks are strings.
 */
export function toValue(model: SuiteModel, target: string, params: unknown): unknown {
  const shape = shapeOf(model, target);
  if (params === null || params === undefined) return null;
  switch (shape.type) {
    case "structure":
    case "union":
      return mapEntries(params, (name, item) => {
        const member = shape.members?.[name];
        if (member === undefined) throw new Error(`${target} has no member ${name}`);
        return toValue(model, member.target, item);
      });
    case "list":
    case "set":
      return (params as unknown[]).map((item) => toValue(model, shape.member?.target ?? "", item));
    case "map":
      return mapEntries(params, (_, item) => toValue(model, shape.value?.target ?? "", item));
    case "timestamp":
      return new Date(typeof params === "number" ? params * 1000 : text(params));
    case "blob":
      return encoder.encode(text(params));
    case "float":
    case "double":
      return Number(params);
    case "bigInteger":
      return BigInt(text(params));
    case "bigDecimal":
      return text(params);
    default:
      return params;
  }
}

function text(params: unknown): string {
  if (typeof params === "string") return params;
  if (typeof params === "number") return String(params);
  throw new Error("the params of a test hold neither text nor a number where one belongs");
}

/**
 * The members of a message as a reader returns them: one that is null in a structure is absent, and
 * where the body is a blob that has a default, no blob is an empty one.
 */
export function asRead(model: SuiteModel, target: string, params: Params | undefined): unknown {
  const value = withoutNullMembers(model, target, toValue(model, target, params ?? {}));
  const empty = Object.entries(shapeOf(model, target).members ?? {})
    .filter(([, member]) => isBlobWithDefault(model, member))
    .map(([name]) => [name, new Uint8Array()]);
  return { ...(Object.fromEntries(empty) as object), ...(value as object) };
}

function isBlobWithDefault(model: SuiteModel, { target, traits }: SuiteMember): boolean {
  return (
    traits?.["smithy.api#httpPayload"] !== undefined &&
    traits["smithy.api#default"] !== undefined &&
    shapeOf(model, target).type === "blob"
  );
}

function withoutNullMembers(model: SuiteModel, target: string, value: unknown): unknown {
  const shape = shapeOf(model, target);
  if (value === null || value === undefined) return value;
  switch (shape.type) {
    case "structure":
    case "union": {
      const set = Object.entries(value).filter(([, item]) => item !== null);
      return mapEntries(Object.fromEntries(set), (name, item) =>
        withoutNullMembers(model, shape.members?.[name]?.target ?? "", item),
      );
    }
    case "list":
    case "set":
      return (value as unknown[]).map((item) =>
        withoutNullMembers(model, shape.member?.target ?? "", item),
      );
    case "map":
      return mapEntries(value, (_, item) =>
        withoutNullMembers(model, shape.value?.target ?? "", item),
      );
    default:
      return value;
  }
}

/** A shape of the model or of Smithy's prelude, whose simple shapes are called as their types. */
export function shapeOf(model: SuiteModel, target: string): SuiteShape {
  const shape = model.shapes[target];
  if (shape !== undefined) return shape;
  const [, name = ""] = target.split("#");
  if (name === "Unit") return { type: "structure", members: {} };
  const type = name.replace(/^Primitive/, "");
  return { type: type.charAt(0).toLowerCase() + type.slice(1) };
}

function mapEntries(
  entries: object,
  map: (name: string, item: unknown) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(entries).map(([name, item]) => [name, map(name, item)]));
}
