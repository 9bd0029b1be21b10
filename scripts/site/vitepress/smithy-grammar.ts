import type { MarkdownOptions } from "vitepress";

type Language = NonNullable<MarkdownOptions["languages"]>[number];

const keywords = [
  "namespace|use|metadata|apply|structure|union|enum|intEnum|list|map|service|resource|operation",
  "string|boolean|byte|short|integer|long|float|double|bigInteger|bigDecimal|timestamp|blob|document",
  "with|for",
].join("|");

/** A TextMate grammar of the Smithy IDL, for highlighting. */
export const smithyGrammar: Language = {
  name: "smithy",
  scopeName: "source.smithy",
  patterns: [
    { match: "//.*$", name: "comment.line.double-slash.smithy" },
    { begin: '"""', end: '"""', name: "string.quoted.triple.smithy" },
    {
      begin: '"',
      end: '"',
      name: "string.quoted.double.smithy",
      patterns: [{ match: "\\\\.", name: "constant.character.escape.smithy" }],
    },
    { match: "@[\\w.#$]+", name: "entity.name.function.decorator.smithy" },
    { match: "\\$\\w+(?=\\s*:)", name: "keyword.control.smithy" },
    { match: `^\\s*(?:${keywords})\\b`, name: "keyword.other.smithy" },
    { match: "\\b(?:with|for)\\b(?=\\s+[\\[\\w])", name: "keyword.other.smithy" },
    { match: "\\b(?:true|false|null)\\b", name: "constant.language.smithy" },
    { match: "-?\\b\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?\\b", name: "constant.numeric.smithy" },
    { match: "\\b[A-Za-z_]\\w*(?=\\s*:)", name: "variable.other.property.smithy" },
    { match: "\\b[A-Z]\\w*\\b", name: "entity.name.type.smithy" },
  ],
  repository: {},
};
