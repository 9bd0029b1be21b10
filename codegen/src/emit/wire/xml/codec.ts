import type { NamedShape, Structure, Union } from "../../../ir/ir.js";
import { code, identifier } from "../../code/code.js";
import type { ConstDeclaration, Declaration } from "../../code/declarations.js";
import { runtime } from "../../code/runtime.js";
import { functionReference } from "../../code/shape-references.js";
import { dataType } from "../../shapes/types.js";
import { rootOf } from "../tree/write.js";
import { rootElementOf } from "./elements.js";
import { xmlReaders } from "./read.js";
import { writeWhole, xmlWriters } from "./write.js";

/** Returns the functions that read a shape from an element and write it as one. */
export function xmlCodec(shape: NamedShape): Declaration[] {
  return shape.kind === "structure" || shape.kind === "union"
    ? [...xmlWriters(shape), ...xmlReaders(shape)]
    : [];
}

/** Returns the public constants that convert a structure or union to the text of an element and back. */
export function publicXmlCodec(shape: Structure | Union): Declaration[] {
  return [serializeConstant(shape), deserializeXml(shape)];
}

function serializeConstant(shape: Structure | Union): ConstDeclaration {
  const { symbol, serverDefaults } = shape;
  const side = code`side === "server" ? ${rootOf("server")} : ${rootOf("client")}`;
  const written = writeWhole(
    shape,
    code`value`,
    serverDefaults ? side : rootOf("client"),
    rootElementOf(shape),
  );
  return {
    kind: "const",
    name: `serialize${symbol}`,
    docs: "",
    exported: true,
    type: code`${runtime(serverDefaults ? "SerializeXmlBySide" : "SerializeXml")}<${dataType(shape, "received")}>`,
    value: serverDefaults ? code`(value, side) => ${written}` : code`(value) => ${written}`,
  };
}

/** Returns the public function that reads a structure or union from the text of an element. */
export function deserializeXml(shape: Structure | Union): ConstDeclaration {
  const { symbol } = shape;
  const read = code`${runtime("readXmlText")}(xml, ${functionReference(shape, "read")})`;
  const isError = shape.kind === "structure" && shape.error !== undefined;
  return {
    kind: "const",
    name: `deserialize${symbol}`,
    docs: "",
    exported: true,
    isAttached: true,
    type: code`${runtime("DeserializeXml")}<${isError ? identifier(symbol) : dataType(shape, "received")}>`,
    value: isError ? code`(xml) => new ${identifier(symbol)}(${read})` : code`(xml) => ${read}`,
  };
}
