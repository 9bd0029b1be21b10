import type { Shape } from "../../../../codegen/src/ir/ir.js";
import { slugOf } from "../../markdown/slug.js";

/** Returns a shape's type as Markdown, with links to the shapes that have a description. */
export function typeMarkdown(shape: Shape): string {
  // Two backticks stand between pieces of code without a link, which are one piece then.
  return piecesOf(shape).replaceAll("``", "");
}

function piecesOf(shape: Shape): string {
  switch (shape.kind) {
    case "structure":
    case "union":
    case "enum":
      return `[\`${shape.symbol}\`](${shapeLink(shape.symbol)})`;
    case "list":
      return `${piecesOf(shape.member.target)}\`[]\``;
    case "map":
      return `\`Record<string, \`${piecesOf(shape.value.target)}\`>\``;
    case "string":
    case "bigDecimal":
      return "`string`";
    case "boolean":
      return "`boolean`";
    case "integer":
    case "float":
      return "`number`";
    case "bigInteger":
      return "`bigint`";
    case "timestamp":
      return "`Date`";
    case "document":
      return "`DocumentType`";
    case "blob":
      return "`Uint8Array`";
  }
}

/** Returns the place of a shape's description. */
export function shapeLink(symbol: string): string {
  return `/reference/shapes#${slugOf(symbol)}`;
}
