import { ModelError } from "../../diagnostics/diagnostic.js";
import { Diagnostics, type SourceFile } from "../../diagnostics/diagnostics.js";
import { parseIdl } from "../../idl/parse-idl.js";
import type { FileSyntax } from "../../idl/syntax.js";
import { decodeText, isIdlFile } from "../../load/decode-text.js";
import { parseJsonText } from "../../load/parse-json.js";
import type { Events } from "../events.js";
import type { NodeValue } from "../node.js";
import { isTooDeep, maxNodeDepth } from "../nodes.js";
import { withExactNodes } from "../numbers.js";
import { JsonPlaces, TextPlaces } from "../places.js";

/** A file after parsing, before names are resolved. */
export type ParsedSource =
  | { readonly kind: "idl"; readonly file: FileSyntax; readonly places: TextPlaces }
  | { readonly kind: "json"; readonly root: NodeValue; readonly places: JsonPlaces };

/** Parses a file of a model. What is wrong with it becomes events; what cannot be parsed at all is `undefined`. */
export function parseSource(source: SourceFile, events: Events): ParsedSource | undefined {
  const diagnostics = new Diagnostics(source);
  try {
    return isIdlFile(source)
      ? parseIdlSource(source, diagnostics, events)
      : parseJsonSource(source, diagnostics, events);
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    for (const { file, line, column = 1, message } of error.diagnostics)
      events.error(
        // The pointer to the root stands for the whole file.
        line === undefined ? { file, line: 1, column: 1, pointer: "" } : { file, line, column },
        message,
      );
    return undefined;
  }
}

function parseIdlSource(
  source: SourceFile,
  diagnostics: Diagnostics,
  events: Events,
): ParsedSource {
  const text = decodeText(source.bytes, diagnostics, "a Smithy model");
  const places = new TextPlaces(source.name, text);
  const { file, problems } = parseIdl(text);
  const namespace = file.namespace?.name.text ?? "";
  for (const { start, message, shape } of problems)
    events.error(places.at(start), message, shape === undefined ? shape : `${namespace}#${shape}`);
  return { kind: "idl", file, places };
}

function parseJsonSource(
  source: SourceFile,
  diagnostics: Diagnostics,
  events: Events,
): ParsedSource | undefined {
  const { json, text } = parseJsonText(source.bytes, diagnostics);
  const places = new JsonPlaces(source.name, text);
  const root = withExactNodes(json, text);
  if (!isTooDeep(root)) return { kind: "json", root, places };
  const message = `arrays and objects are nested deeper than ${maxNodeDepth} levels`;
  events.error(places.at([]), message);
  return undefined;
}
