/** A model as JSON; tests also make ones that are wrong on purpose, hence `unknown`. */
export type Json = Record<string, unknown>;

/** A shape id in the namespace of the tests' models. */
export function id(name: string): string {
  return name.includes("#") ? name : `test#${name}`;
}

/** A member or reference with traits, whose ids go without `smithy.api#`. */
export function member(target: string, traits: Json = {}): Json {
  return { target: isPrelude(target) ? `smithy.api#${target}` : id(target), traits: named(traits) };
}

/** Traits by their full ids: a name without namespace is one of the prelude. */
export function named(traits: Json): Json {
  return Object.fromEntries(
    Object.entries(traits).map(([name, value]) => [
      name.includes("#") ? name : `smithy.api#${name}`,
      value,
    ]),
  );
}

/** A structure; a member is a target, or a target with traits. */
export function structure(members: Record<string, string | Json>, traits: Json = {}): Json {
  return { type: "structure", members: membersOf(members), traits: named(traits) };
}

/** A union. */
export function union(members: Record<string, string | Json>, traits: Json = {}): Json {
  return { ...structure(members, traits), type: "union" };
}

function membersOf(members: Record<string, string | Json>): Json {
  return Object.fromEntries(
    Object.entries(members).map(([name, target]) => [
      name,
      typeof target === "string" ? member(target) : target,
    ]),
  );
}

/** A shape without members of its own. */
export function simple(type: string, traits: Json = {}): Json {
  return { type, traits: named(traits) };
}

/** A list. */
export function list(target: string, traits: Json = {}, memberTraits: Json = {}): Json {
  return { type: "list", member: member(target, memberTraits), traits: named(traits) };
}

/** A map from strings. */
export function map(target: string, traits: Json = {}, key: Json = member("String")): Json {
  return { type: "map", key, value: member(target), traits: named(traits) };
}

/** An enum with its values by name. */
export function enumeration(values: Record<string, string>): Json {
  const members = Object.entries(values).map(([name, value]) => [
    name,
    member("Unit", { enumValue: value }),
  ]);
  return { type: "enum", members: Object.fromEntries(members) as Json };
}

/** An operation; it is a POST to `/NAME` unless the traits say otherwise. */
export function operation(
  uri: string,
  parts: {
    method?: string;
    code?: number;
    input?: string;
    output?: string;
    errors?: readonly string[];
    traits?: Json;
  } = {},
): Json {
  const { method = "POST", code = 200, input, output, errors = [], traits = {} } = parts;
  return {
    type: "operation",
    ...(input === undefined ? {} : { input: { target: id(input) } }),
    ...(output === undefined ? {} : { output: { target: id(output) } }),
    errors: errors.map((name) => ({ target: id(name) })),
    traits: named({ http: { method, uri, code }, ...traits }),
  };
}

/** A model of one restJson1 service, `test#Weather`, with every operation among its shapes. */
export function model(shapes: Record<string, Json>, service: Json = {}): Json {
  const entries = Object.entries(shapes).map(([name, shape]) => [id(name), shape] as const);
  const operations = entries
    .filter(([, { type }]) => type === "operation")
    .map(([target]) => ({ target }));
  return {
    smithy: "2.0",
    shapes: Object.fromEntries([
      [
        "test#Weather",
        {
          type: "service",
          version: "2026-01-01",
          operations,
          traits: { "aws.protocols#restJson1": {} },
          ...service,
        },
      ],
      ...entries,
    ]),
  };
}

/** A model of one operation, `Do`, that takes and returns a structure `Thing` in its body. */
export function modelOf(
  members: Record<string, string | Json>,
  shapes: Record<string, Json> = {},
): Json {
  return model({
    Do: operation("/do", { input: "Thing", output: "Thing" }),
    Thing: structure(members),
    ...shapes,
  });
}

/** A model's bytes. */
export function bytesOf(json: unknown): Uint8Array {
  return new TextEncoder().encode(typeof json === "string" ? json : JSON.stringify(json));
}

const prelude = new Set(
  `Blob Boolean String Byte Short Integer Long Float Double BigInteger BigDecimal Timestamp Document Unit
  PrimitiveBoolean PrimitiveByte PrimitiveShort PrimitiveInteger PrimitiveLong PrimitiveFloat
  PrimitiveDouble`.split(/\s+/),
);

function isPrelude(name: string): boolean {
  return prelude.has(name);
}
