import { methodName } from "../../../../codegen/src/emit/client/method-name.js";
import { memberDocs } from "../../../../codegen/src/emit/shapes/member-docs.js";
import type { Enum, Member, NamedShape, Shape } from "../../../../codegen/src/ir/ir.js";
import type { Operation, Service } from "../../../../codegen/src/ir/service.js";
import { describeText } from "../../../../codegen/src/json-schema/describe-text.js";
import { toJsonForm } from "../values/json-form.js";
import { sampleError, sampleInput, sampleOutput } from "./sample-value.js";
import type {
  EnumValueInfo,
  MemberInfo,
  OperationInfo,
  ServiceInfo,
  ShapeInfo,
  SimpleType,
  TypeInfo,
} from "./service-info.js";

/** Describes a service for the playground. */
export function describeService(service: Service): ServiceInfo {
  const shapes: Record<string, ShapeInfo> = {};
  const typeOf = (shape: Shape): TypeInfo => {
    if (!("symbol" in shape)) return simpleType(shape);
    if (!Object.hasOwn(shapes, shape.id)) {
      // Before the members are visited, since a shape can contain itself.
      shapes[shape.id] = { kind: "enum", values: [] };
      shapes[shape.id] = shapeInfo(shape, typeOf);
    }
    return shape.id;
  };
  return {
    name: service.name,
    protocol: service.protocol,
    hasServers: service.hasServers,
    operations: service.operations.map((operation) => operationInfo(operation, typeOf)),
    shapes,
  };
}

function operationInfo(operation: Operation, typeOf: (shape: Shape) => TypeInfo): OperationInfo {
  const { name, symbol, http, documentation, input, output, errors } = operation;
  return {
    name,
    symbol,
    method: methodName(operation),
    route: `${http.method} ${http.uri}`,
    docs: describeText(documentation),
    ...(input !== undefined && { input: typeOf(input) }),
    ...(output !== undefined && { output: typeOf(output) }),
    errors: errors.map((error) => ({
      name: error.symbol,
      type: typeOf(error),
      sample: toJsonForm(sampleError(error)),
    })),
    sampleInput: toJsonForm(sampleInput(operation)),
    sampleOutput: toJsonForm(sampleOutput(operation)),
  };
}

function shapeInfo(shape: NamedShape, typeOf: (shape: Shape) => TypeInfo): ShapeInfo {
  switch (shape.kind) {
    case "structure":
    case "union":
      return {
        kind: shape.kind,
        members: shape.members.map((member): MemberInfo => ({
          name: member.property,
          type: typeOf(member.target),
          required: shape.kind === "structure" && isRequired(member),
          docs: memberDocs(member),
        })),
      };
    case "enum":
      return { kind: "enum", values: enumValues(shape) };
    case "list":
      return { kind: "list", item: typeOf(shape.member.target) };
    case "map":
      return { kind: "map", key: typeOf(shape.key.target), value: typeOf(shape.value.target) };
  }
}

function enumValues({ values }: Enum): EnumValueInfo[] {
  return values
    .filter(({ hidden }) => !hidden)
    .map(({ value, documentation }) => ({ value, docs: describeText(documentation) }));
}

function isRequired({ required, idempotencyToken, defaultValue }: Member): boolean {
  return required && !idempotencyToken && defaultValue === undefined;
}

function simpleType(shape: Exclude<Shape, NamedShape>): SimpleType {
  switch (shape.kind) {
    case "integer":
    case "float":
      return "number";
    case "bigInteger":
      return "bigint";
    case "bigDecimal":
      return "decimal";
    default:
      return shape.kind;
  }
}
