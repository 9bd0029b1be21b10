import type { NamedShape, Structure, Union } from "../../../ir/ir.js";
import { arrow, code, identifier, type Code } from "../../code/code.js";
import type { ConstDeclaration, Declaration } from "../../code/declarations.js";
import { runtime } from "../../code/runtime.js";
import { functionReference } from "../../code/shape-references.js";
import { dataType } from "../../shapes/types.js";
import type { TreeFormat } from "./tree-format.js";
import { guideArgument, guideOf } from "./guides.js";
import { hasPlainReader, readFunction, readFunctions } from "./read.js";
import { hasPlainWriter, rootOf, writeFunction, writeFunctions } from "./write.js";

/** Returns the functions that read a shape from a tree and write it as one. */
export function treeCodec(shape: NamedShape, format: TreeFormat): Declaration[] {
  switch (shape.kind) {
    case "structure":
    case "union":
      return [
        ...writeFunctions(shape, format),
        ...guideOf(shape, format),
        ...readFunctions(shape, format),
      ];
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

/**
 * Returns the public constants that convert a structure or union to a tree and back, or to a body if
 * the tree of the format is of no use to others.
 */
export function publicTreeCodec(shape: Structure | Union, format: TreeFormat): Declaration[] {
  return [serializeConstant(shape, format), deserializeConstant(shape, format)];
}

/** Returns the public function that writes a structure or union. */
function serializeConstant(shape: Structure | Union, format: TreeFormat): ConstDeclaration {
  const { symbol, serverDefaults } = shape;
  const type = format.publicTypes?.serialize ?? (serverDefaults ? "SerializeBySide" : "Serialize");
  const place = serverDefaults
    ? code`side === "server" ? ${rootOf("server")} : ${rootOf("client")}`
    : rootOf("client");
  const tree = code`${functionReference(shape, "write")}(value, ${place})`;
  const written =
    format.publicTypes === undefined ? tree : code`${runtime(format.body.write)}(${tree})`;
  return {
    kind: "const",
    name: `serialize${symbol}`,
    docs: "",
    exported: true,
    type: code`${runtime(type)}<${dataType(shape, "received")}>`,
    value: serverDefaults ? code`(value, side) => ${written}` : code`(value) => ${written}`,
  };
}

function deserializeConstant(shape: Structure | Union, format: TreeFormat): ConstDeclaration {
  const { symbol } = shape;
  const isError = shape.kind === "structure" && shape.error !== undefined;
  const type = code`${runtime(format.publicTypes?.deserialize ?? "Deserialize")}<${isError ? identifier(symbol) : dataType(shape, "received")}>`;
  const read = functionReference(shape, "read");
  const value = (tree: Code, here: Code): Code => {
    const found = code`${read}(${tree}, ${here})`;
    return isError ? code`new ${identifier(symbol)}(${found})` : found;
  };
  const root = code`${runtime("valueRoot")}()`;
  const base = { kind: "const", docs: "", exported: true, isAttached: true } as const;
  const name = `deserialize${symbol}`;
  if (format.publicTypes === undefined)
    return { ...base, name, type, value: code`(json) => ${value(code`json`, root)}` };
  const tree = code`${runtime(format.body.read)}(bytes, here${guideArgument(shape, format)})`;
  return {
    ...base,
    name,
    type,
    value: arrow([code`bytes`], {
      statements: code`const here = ${root};`,
      result: value(tree, code`here`),
    }),
  };
}
