import type { NamedShape, Structure, Union } from "../../../ir/ir.js";
import { arrow, code, lines, literal } from "../../code/code.js";
import type { Declaration } from "../../code/declarations.js";
import { runtime } from "../../code/runtime.js";
import { functionReference } from "../../code/shape-references.js";
import { dataType } from "../../shapes/types.js";
import { rootOf } from "../tree/write.js";
import { deserializeXml } from "../xml/codec.js";
import { xmlReaders } from "../xml/read.js";
import { queryWriter, type QueryDialect } from "./write.js";

/** Returns the functions that write a shape to a form and read it from an element. */
export function queryCodec(shape: NamedShape, dialect: QueryDialect): Declaration[] {
  return shape.kind === "structure" || shape.kind === "union"
    ? [queryWriter(shape, dialect), ...xmlReaders(shape)]
    : [];
}

/** Returns the public constants that convert a structure or union to parameters, and from XML. */
export function publicQueryCodec(shape: Structure | Union): Declaration[] {
  const write = functionReference(shape, "write");
  return [
    {
      kind: "const",
      name: `serialize${shape.symbol}`,
      docs: "",
      exported: true,
      type: code`${runtime("SerializeQuery")}<${dataType(shape, "received")}>`,
      value: arrow([code`value`], {
        statements: lines([
          code`const pairs: ${runtime("QueryPairs")} = [];`,
          code`${write}(value, ${rootOf("client")}, ${literal("")}, pairs);`,
        ]),
        result: code`pairs`,
      }),
    },
    deserializeXml(shape),
  ];
}
