import type { NamedShape, Structure, Union } from "../../../ir/ir.js";
import { code, identifier } from "../../code/code.js";
import type { ConstDeclaration, Declaration } from "../../code/declarations.js";
import { runtime } from "../../code/runtime.js";
import { functionReference } from "../../code/shape-references.js";
import { dataType } from "../../shapes/types.js";
import type { TreeFormat } from "./tree-format.js";
import { hasPlainReader, readFunction, readFunctions } from "./read.js";
import { hasPlainWriter, rootOf, writeFunction, writeFunctions } from "./write.js";

/** Returns the functions that read a shape from a tree and write it as one. */
export function treeCodec(shape: NamedShape, format: TreeFormat): Declaration[] {
  switch (shape.kind) {
    case "structure":
    case "union":
      return [...writeFunctions(shape, format), ...readFunctions(shape, format)];
    case "list":
    case "map":
      return [
        ...(hasPlainReader(shape) ? [] : [readFunction(shape, format)]),
        ...(hasPlainWriter(shape, format) ? [] : [writeFunction(shape, format)]),
      ];
    case "enum":
      return [];
  }
}

/** Returns the public constants that convert a structure or union to JSON and back. */
export function publicTreeCodec(shape: Structure | Union): Declaration[] {
  return [serializeConstant(shape), deserializeConstant(shape)];
}

/** Returns the public function that writes a structure or union as JSON. */
function serializeConstant(shape: Structure | Union): ConstDeclaration {
  const { symbol, serverDefaults } = shape;
  const write = functionReference(shape, "write");
  return {
    kind: "const",
    name: `serialize${symbol}`,
    docs: "",
    exported: true,
    type: code`${runtime(serverDefaults ? "SerializeBySide" : "Serialize")}<${dataType(shape, "received")}>`,
    value: serverDefaults
      ? code`(value, side) => ${write}(value, side === "server" ? ${rootOf("server")} : ${rootOf("client")})`
      : code`(value) => ${write}(value, ${rootOf("client")})`,
  };
}

function deserializeConstant(shape: Structure | Union): ConstDeclaration {
  const { symbol } = shape;
  const read = code`${functionReference(shape, "read")}(json, ${runtime("valueRoot")}())`;
  const isError = shape.kind === "structure" && shape.error !== undefined;
  return {
    kind: "const",
    name: `deserialize${symbol}`,
    docs: "",
    exported: true,
    isAttached: true,
    type: code`${runtime("Deserialize")}<${isError ? identifier(symbol) : dataType(shape, "received")}>`,
    value: isError ? code`(json) => new ${identifier(symbol)}(${read})` : code`(json) => ${read}`,
  };
}
