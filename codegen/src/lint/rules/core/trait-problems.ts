import { isNodeObject, property } from "../../../model/nodes.js";
import type { ShapeId, Trait } from "../../../model/model.js";
import type { NodeValue } from "../../../model/node.js";
import { parseSelector } from "../../../selectors/parse-selector.js";
import { SelectorError } from "../../../selectors/selector.js";

/** Returns what is wrong with the value of a trait, if Smithy looks deeper into it than its definition says. */
export function problemsOfTrait({ id, value }: Trait): Iterable<string> {
  return Object.hasOwn(checks, id) ? (checks[id]?.(value) ?? []) : [];
}

const checks: Readonly<Record<ShapeId, (value: NodeValue) => Iterable<string>>> = {
  "smithy.api#error": checkError,
  "smithy.api#externalDocumentation": checkLinks,
  "smithy.api#idRef": checkSelector,
  "smithy.api#pattern": checkPattern,
  "smithy.api#trait": checkSelector,
  "smithy.api#traitValidators": function* (value) {
    for (const validator of isNodeObject(value) ? Object.values(value) : [])
      yield* checkSelector(validator);
  },
};

function* checkError(value: NodeValue): Iterable<string> {
  if (value !== "client" && value !== "server")
    yield `expected "client" or "server", found ${JSON.stringify(value)}`;
}

/** The protocols that Java knows without more, which Smithy asks for. */
const link = /^(?:https?|ftp|file|jar|mailto):/i;

function* checkLinks(value: NodeValue): Iterable<string> {
  for (const [name, url] of isNodeObject(value) ? Object.entries(value) : [])
    if (typeof url === "string" && !link.test(url))
      yield `expected a URL for ${JSON.stringify(name)}, found ${JSON.stringify(url)}`;
}

function* checkSelector(value: NodeValue): Iterable<string> {
  const text = isNodeObject(value) ? property(value, "selector") : undefined;
  if (typeof text !== "string") return;
  try {
    parseSelector(text);
  } catch (error) {
    if (!(error instanceof SelectorError)) throw error;
    yield `the selector ${JSON.stringify(text)} is invalid at character ${error.offset + 1}: ${error.message}`;
  }
}

/**
 * Patterns are those of ECMA 262, but models also have constructs of Java. So only what is wrong in both is reported:
 * brackets that are not closed.
 */
function* checkPattern(value: NodeValue): Iterable<string> {
  if (typeof value !== "string" || value.includes("\\Q")) return;
  try {
    new RegExp(value);
  } catch (error) {
    const reason = error instanceof Error ? error.message : "";
    const found = /Unterminated (?:group|character class)|Unmatched '\)'/.exec(reason);
    if (found !== null) yield `the pattern ${JSON.stringify(value)} is invalid: ${found[0]}`;
  }
}
