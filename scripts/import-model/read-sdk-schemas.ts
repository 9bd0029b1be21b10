import * as sdk from "@aws-sdk/client-apigatewayv2";
import type { JsonValue } from "./json.js";
import { isObject } from "./json.js";
import type { Traits } from "./smithy-ast.js";

/** The type of a member in its runtime schema. Simple shapes, and lists and maps of them, have no names. */
export type SdkType =
  | { readonly kind: "blob" | "boolean" | "number" | "string" | "timestamp" }
  | { readonly kind: "structure"; readonly name: string }
  | {
      readonly kind: "list";
      readonly name: string | undefined;
      readonly member: SdkType;
      readonly traits: Traits;
    }
  | {
      readonly kind: "map";
      readonly name: string | undefined;
      readonly key: SdkType;
      readonly value: SdkType;
      readonly traits: Traits;
    };

/** A member of a structure. */
export type SdkMember = {
  readonly type: SdkType;
  readonly traits: Traits;
  readonly required: boolean;
};

/** A structure or an error. */
export type SdkStructure = {
  readonly members: Readonly<Record<string, SdkMember>>;
  readonly traits: Traits;
};

/** An operation. An undefined input or output is Smithy's Unit. */
export type SdkOperation = {
  readonly input: string | undefined;
  readonly output: string | undefined;
  readonly traits: Traits;
};

/** The information in the runtime schemas of the SDK package, by shape name. */
export type SdkSchemas = {
  readonly operations: ReadonlyMap<string, SdkOperation>;
  readonly structures: ReadonlyMap<string, SdkStructure>;
};

/** A schema is an array that starts with its kind, namespace, name and traits. */
type Schema = readonly [
  kind: number,
  namespace: string,
  name: string,
  traits: unknown,
  ...rest: readonly unknown[],
];

const LIST = 1;
const MAP = 2;
const STRUCTURE = 3;
const OPERATION = 9;
const ERROR = -3;

/** Flags that are added to the kind of an element: an anonymous list or map of it. */
const LIST_OF = 64;
const MAP_OF = 128;

/** The traits that a schema encodes as bits of a number, lowest bit first. */
const FLAGS = [
  "httpLabel",
  "idempotent",
  "idempotencyToken",
  "sensitive",
  "httpPayload",
  "httpResponseCode",
  "httpQueryParams",
] as const;

/** The namespace of the SDK's base class for errors, which is not a shape of the service. */
const SYNTHETIC_NAMESPACE = "smithy.ts.sdk.synthetic.";

/** Reads the schemas that the installed SDK package exports. */
export function readSdkSchemas(): SdkSchemas {
  const operations = new Map<string, SdkOperation>();
  const structures = new Map<string, SdkStructure>();
  for (const [exportName, value] of Object.entries(sdk)) {
    if (!exportName.endsWith("$") || !isSchema(value) || value[1].startsWith(SYNTHETIC_NAMESPACE))
      continue;
    const kind: number = value[0];
    const name = value[2];
    if (kind === OPERATION) operations.set(name, readOperation(value));
    else if (kind === STRUCTURE || kind === ERROR) structures.set(name, readStructure(value));
    else throw new Error(`${exportName}: schemas of kind ${kind} are not supported.`);
  }
  return { operations, structures };
}

function readOperation([, , name, traits, input, output]: Schema): SdkOperation {
  const { http, ...others } = readTraits(traits, name);
  if (!Array.isArray(http)) throw new Error(`${name}: the operation has no HTTP binding.`);
  const [method, uri, code] = http as readonly JsonValue[];
  return {
    input: nameOfStructure(input),
    output: nameOfStructure(output),
    traits: qualify({
      ...others,
      http: { method: method ?? null, uri: uri ?? null, code: code ?? null },
    }),
  };
}

function readStructure([, , name, traits, names, types, requiredCount]: Schema): SdkStructure {
  const members: Record<string, SdkMember> = {};
  const typeList = asArray(types, name);
  // Required members come first. Only their number is stored.
  const required = typeof requiredCount === "number" ? requiredCount : 0;
  for (const [index, member] of asArray(names, name).entries()) {
    const [type, memberTraits] = splitTraits(typeList[index]);
    const where = `${name}$${String(member)}`;
    members[String(member)] = {
      type: readType(type, where),
      traits: qualify(readTraits(memberTraits, where)),
      required: index < required,
    };
  }
  return { members, traits: qualify(readTraits(traits, name)) };
}

function readType(type: unknown, where: string): SdkType {
  const resolved: unknown = resolve(type);
  if (isSchema(resolved)) return readNamedType(resolved, where);
  if (typeof resolved !== "number") throw new Error(`${where}: the type is not a schema.`);
  if (resolved >= MAP_OF) {
    return {
      kind: "map",
      name: undefined,
      key: { kind: "string" },
      value: readType(resolved - MAP_OF, where),
      traits: {},
    };
  }
  if (resolved >= LIST_OF)
    return {
      kind: "list",
      name: undefined,
      member: readType(resolved - LIST_OF, where),
      traits: {},
    };
  switch (resolved) {
    case 0:
      return { kind: "string" };
    case 1:
      return { kind: "number" };
    case 2:
      return { kind: "boolean" };
    case 5:
      return { kind: "timestamp" };
    case 21:
      return { kind: "blob" };
    default:
      throw new Error(`${where}: the simple type ${resolved} is not supported.`);
  }
}

function readNamedType([kind, , name, traits, first, second]: Schema, where: string): SdkType {
  const listOrMapTraits = qualify(readTraits(traits, name));
  switch (kind) {
    case STRUCTURE:
      return { kind: "structure", name };
    case LIST:
      return {
        kind: "list",
        name,
        member: readType(splitTraits(first)[0], name),
        traits: listOrMapTraits,
      };
    case MAP:
      return {
        kind: "map",
        name,
        key: readType(splitTraits(first)[0], name),
        value: readType(splitTraits(second)[0], name),
        traits: listOrMapTraits,
      };
    default:
      throw new Error(`${where}: schemas of kind ${kind} are not supported.`);
  }
}

/** A type with traits is a pair. A type without traits is not wrapped, but a schema is an array, too. */
function splitTraits(type: unknown): [type: unknown, traits: unknown] {
  return Array.isArray(type) && !isSchema(type) ? [type[0], type[1]] : [type, undefined];
}

function readTraits(traits: unknown, where: string): Record<string, JsonValue> {
  if (traits === undefined) return {};
  if (typeof traits === "number") {
    return Object.fromEntries(
      FLAGS.filter((_, bit) => ((traits >> bit) & 1) === 1).map((flag) => [flag, {}]),
    );
  }
  if (!isObject(traits)) throw new Error(`${where}: the traits are not an object.`);
  // The package encodes a trait without a value as 1, and other values as JSON.
  return Object.fromEntries(
    Object.entries(traits).map(([trait, value]) => [
      trait,
      value === 1 ? {} : (value as JsonValue),
    ]),
  );
}

function qualify(traits: Readonly<Record<string, JsonValue>>): Traits {
  return Object.fromEntries(
    Object.entries(traits).map(([trait, value]) => [`smithy.api#${trait}`, value]),
  );
}

/** A reference to a schema that is declared later is a function. */
function resolve(reference: unknown): unknown {
  return typeof reference === "function" ? (reference as () => unknown)() : reference;
}

function nameOfStructure(reference: unknown): string | undefined {
  const resolved: unknown = resolve(reference);
  return isSchema(resolved) ? resolved[2] : undefined;
}

function asArray(value: unknown, where: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error(`${where}: the members are not an array.`);
  return value;
}

function isSchema(value: unknown): value is Schema {
  return (
    Array.isArray(value) &&
    typeof value[0] === "number" &&
    typeof value[1] === "string" &&
    typeof value[2] === "string"
  );
}
