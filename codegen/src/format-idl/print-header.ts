import type { BodySyntax } from "../idl/syntax.js";
import { printBrackets, type Item } from "./brackets.js";
import type { Source } from "./source.js";

/** Where the parts of a header are, which is what follows the name of a shape up to its body. */
export interface Header {
  readonly body: BodySyntax;
  readonly start: number;
  /** The opening bracket of the mixins. */
  readonly bracket: number | undefined;
  readonly end: number;
}

/** Finds the parts of a header. @param start where the name ends */
export function findHeader(source: Source, body: BodySyntax, start: number): Header {
  const boundEnd = body.forResource?.end ?? start;
  const last = body.mixins.at(-1);
  if (last === undefined) return { body, start, bracket: undefined, end: boundEnd };
  const bracket = source.skip(source.skip(boundEnd) + "with".length);
  return { body, start, bracket, end: source.skip(last.end) + 1 };
}

/**
 * Prints `for` and `with`, each with a space before it.
 * @param reserve how many characters follow on the line
 */
export function printHeader(
  source: Source,
  { body: { forResource, mixins }, bracket, end }: Header,
  { indent, column, reserve }: { indent: number; column: number; reserve: number },
): string {
  const bound = forResource === undefined ? "" : ` for ${forResource.text}`;
  if (bracket === undefined) return bound;
  const items = mixins.map((mixin): Item => ({
    start: mixin.start,
    end: mixin.end,
    isBlock: false,
    print: () => mixin.text,
  }));
  const brackets = { open: "[", close: "]", items, from: bracket + 1, to: end - 1 };
  const before = `${bound} with `;
  return (
    before + printBrackets(source, brackets, { indent, column: column + before.length, reserve })
  );
}
