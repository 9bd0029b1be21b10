import type { JsonObject, JsonValue } from "./json.js";

/** The namespace of every shape of the service. */
export const NAMESPACE = "com.amazonaws.apigatewayv2";

/** The shape of an input or output without members. */
export const UNIT = "smithy.api#Unit";

/** Applied traits, by trait id. */
export type Traits = Readonly<Record<string, JsonValue>>;

/** A reference to a shape, by absolute id. */
export type Reference = { readonly target: string };

/** A member of a structure or an enum. */
export type Member = Reference & { readonly traits?: Traits };

/** The types of shapes without members and references. */
export type SimpleType =
  "blob" | "boolean" | "double" | "integer" | "long" | "string" | "timestamp";

/** The types of shapes in the model of this service, in the Smithy 2.0 JSON AST. */
export type Shape =
  | {
      readonly type: "service";
      readonly version: string;
      readonly operations: readonly Reference[];
      readonly traits: Traits;
    }
  | {
      readonly type: "operation";
      readonly input: Reference;
      readonly output: Reference;
      readonly errors: readonly Reference[];
      readonly traits: Traits;
    }
  | {
      readonly type: "structure" | "enum";
      readonly members: Readonly<Record<string, Member>>;
      readonly traits?: Traits;
    }
  | { readonly type: "list"; readonly member: Member; readonly traits?: Traits }
  | { readonly type: "map"; readonly key: Member; readonly value: Member; readonly traits?: Traits }
  | { readonly type: SimpleType; readonly traits?: Traits };

/** A Smithy 2.0 JSON AST. */
export type Model = {
  readonly smithy: "2.0";
  readonly metadata: JsonObject;
  readonly shapes: Readonly<Record<string, Shape>>;
};

/** Returns the absolute id of a shape of the service. */
export function shapeId(name: string): string {
  return `${NAMESPACE}#${name}`;
}

/** Returns the name of a shape without its namespace. */
export function shapeName(id: string): string {
  return id.slice(id.indexOf("#") + 1);
}

/** Returns all members of a shape, by the name after the `$` in the member id. */
export function membersOf(shape: Shape): Readonly<Record<string, Member>> {
  switch (shape.type) {
    case "structure":
    case "enum":
      return shape.members;
    case "list":
      return { member: shape.member };
    case "map":
      return { key: shape.key, value: shape.value };
    default:
      return {};
  }
}

/** Returns the ids of all shapes that a shape refers to. */
export function targetsOf(shape: Shape): string[] {
  switch (shape.type) {
    case "service":
      return shape.operations.map(({ target }) => target);
    case "operation":
      return [shape.input, shape.output, ...shape.errors].map(({ target }) => target);
    default:
      return Object.values(membersOf(shape)).map(({ target }) => target);
  }
}
