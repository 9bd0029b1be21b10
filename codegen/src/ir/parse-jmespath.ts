import { compile } from "@jmespath-community/jmespath";

/** The syntax tree of a JMESPath expression. */
export type JmespathNode = ReturnType<typeof compile>;

/**
 * Parses a JMESPath expression.
 * @throws Error if it is invalid
 */
export function parseJmespath(text: string): JmespathNode {
  return compile(text);
}
