import { format as prettierFormat } from "prettier";
import * as babel from "prettier/plugins/babel";
import * as estree from "prettier/plugins/estree";

/**
 * Formats TypeScript with prettier's defaults and a line width of 100. The Babel parser is twice as
 * fast as the TypeScript parser and gives the same result.
 */
export function formatTypeScript(text: string): Promise<string> {
  return prettierFormat(text, {
    parser: "babel-ts",
    plugins: [babel, estree],
    printWidth: 100,
  });
}
