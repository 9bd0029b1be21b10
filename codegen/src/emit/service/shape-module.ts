import type { NamedShape, Structure, Union } from "../../ir/ir.js";
import type { Service } from "../../ir/service.js";
import { checkFunction, hasCommonCheck } from "../check/check.js";
import { patternConstants } from "../check/patterns.js";
import { code, commas, type Code } from "../code/code.js";
import type { ConstDeclaration, Declaration, Module } from "../code/declarations.js";
import { runtime } from "../code/runtime.js";
import {
  functionReference,
  isMembered,
  schemaReference,
  tableReference,
  wireReference,
} from "../code/shape-references.js";
import type { Protocol } from "../protocols/protocol.js";
import { adviceConstants } from "../shapes/advice.js";
import { enumObject } from "../shapes/enum-object.js";
import { errorClass } from "../shapes/error-class.js";
import { structureInterface } from "../shapes/structure-type.js";
import { tableConstant } from "../shapes/table.js";
import { dataType } from "../shapes/types.js";
import { unionType } from "../shapes/union-type.js";
import { wireType } from "../shapes/wire-type.js";
import { schemaFunctions, serviceSchema } from "./schemas-module.js";

/** Returns the shapes of a service by their files. */
export function shapesByFile({ shapes }: Service): Map<string, NamedShape[]> {
  const byFile = new Map<string, NamedShape[]>();
  for (const shape of shapes) {
    const shapesOfFile = byFile.get(shape.file);
    if (shapesOfFile === undefined) byFile.set(shape.file, [shape]);
    else shapesOfFile.push(shape);
  }
  return byFile;
}

/** Returns the module of the shapes of a file: their types, codecs, validators and schemas. */
export function shapeModule(
  path: string,
  shapes: readonly NamedShape[],
  exceptionName: string,
  protocol: Protocol,
): Module {
  // A collection in the file of another shape is a part of that shape.
  const owner = shapes.find((shape) => isMembered(shape)) ?? shapes[0];
  return {
    path,
    source: owner?.id ?? path,
    declarations: [
      ...shapes.flatMap((shape) => typeDeclarations(shape, exceptionName)),
      ...shapes.flatMap((shape) => codeDeclarations(shape, protocol)),
    ],
  };
}

/** Returns the declarations of a shape's type. */
function typeDeclarations(shape: NamedShape, exceptionName: string): Declaration[] {
  switch (shape.kind) {
    case "structure": {
      const own =
        shape.error === undefined
          ? [structureInterface(shape, shape.symbol, true)]
          : [
              structureInterface(shape, `${shape.symbol}Members`, false),
              errorClass(shape, exceptionName),
            ];
      return shape.codec === shape ? [...own, wireType(shape)] : own;
    }
    case "union":
      return [unionType(shape), wireType(shape)];
    case "enum":
      return enumObject(shape);
    case "list":
    case "map":
      return [];
  }
}

/** Returns the functions that read and write a shape, which are all that differs between protocols. */
export function wireDeclarations(shape: NamedShape, protocol: Protocol): Declaration[] {
  return shape.kind !== "structure" || shape.codec === shape ? protocol.codec(shape) : [];
}

/** Returns the functions and constants of a shape. */
function codeDeclarations(shape: NamedShape, protocol: Protocol): Declaration[] {
  switch (shape.kind) {
    case "structure":
      // The index exports the functions of the other structure under the names of this one.
      return shape.codec === shape ? memberedDeclarations(shape, protocol) : [];
    case "union":
      return memberedDeclarations(shape, protocol);
    case "enum":
      return [tableConstant(shape), checkFunction(shape)];
    case "list":
    case "map":
      return [
        ...protocol.codec(shape),
        ...(hasCommonCheck(shape) ? [] : [...patternConstants(shape), checkFunction(shape)]),
      ];
  }
}

function memberedDeclarations(shape: Structure | Union, protocol: Protocol): Declaration[] {
  return [
    ...adviceConstants(shape),
    tableConstant(shape),
    ...protocol.publicCodec(shape),
    validateConstant(shape),
    schemaConstant(shape, protocol),
    ...protocol.codec(shape),
    ...patternConstants(shape),
    checkFunction(shape),
  ];
}

/** Returns the constant with the function that checks whether a value is a valid one of a shape. */
export function validator(shape: NamedShape, name: string, type: Code): ConstDeclaration {
  const check = functionReference(shape, "check");
  return {
    kind: "const",
    name,
    docs: "",
    exported: true,
    type: code`${runtime("Validate")}<${type}>`,
    value: code`(value, options) => ${runtime("validate")}(${check}, value, options)`,
  };
}

function validateConstant(shape: Structure | Union): ConstDeclaration {
  return {
    ...validator(shape, `validate${shape.symbol}`, dataType(shape)),
    isAttached: true,
  };
}

/** A getter, so that the module has no side effects and bundlers can remove unused schemas. */
function schemaConstant(shape: Structure | Union, protocol: Protocol): ConstDeclaration {
  const type = dataType(shape);
  const parts = commas([
    protocol.messagesAreJson
      ? code`${functionReference(shape, "read")}`
      : code`${runtime("jsonReader")}(${tableReference(shape)})`,
    code`${functionReference(shape, "check")}`,
    code`${tableReference(shape)}`,
  ]);
  const schema = schemaReference(shape);
  return {
    kind: "const",
    name: schema.name,
    docs: "",
    exported: true,
    isAttached: true,
    type: code`${serviceSchema}<${type}, ${wireReference(shape)}>`,
    value: code`{
get "~standard"() { return ${runtime("standard")}(${parts}); },
parse: (json) => ${schemaFunctions.parse}(json, ${schema}),
safeParse: (json) => ${schemaFunctions.safeParse}(json, ${schema}),
is: (value): value is ${type} => ${runtime("is")}(value, ${functionReference(shape, "check")}),
toJsonSchema: (options) => ${runtime("toJsonSchema")}(options, ${tableReference(shape)}),
}`,
  };
}
