import { format as prettierFormat } from "prettier";
import * as babel from "prettier/plugins/babel";
import * as estree from "prettier/plugins/estree";

/**
 * Formats TypeScript with prettier's defaults, but for lines of 100 columns. The parser is Babel's,
 * which is twice as fast as TypeScript's own and comes to the same text.
 */
export function formatTypeScript(text: string): Promise<string> {
  return prettierFormat(text, {
    parser: "babel-ts",
    plugins: [babel, estree],
    printWidth: 100,
  });
}
