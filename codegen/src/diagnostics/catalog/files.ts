/** Files that are not models. */
export const files = {
  SC1001: {
    title: "empty file",
    explanation: "The file has no content. A model is a JSON object.",
    hint: "Check that the command that writes the file succeeded.",
  },
  SC1002: {
    title: "file too large",
    explanation: "The file is larger than the limit, which is five times the largest AWS model.",
    hint: "Check that the file is a model. A model of several services can be split by service.",
  },
  SC1003: {
    title: "file is not UTF-8",
    explanation:
      "JSON is exchanged in UTF-8 (RFC 8259, section 8.1). The file has another encoding.",
    hint: "Convert the file to UTF-8.",
  },
  SC1004: {
    title: "overlay in Smithy IDL",
    explanation:
      "The overlay is written in Smithy IDL. Overlays must be in Smithy's JSON AST format; only models can be in Smithy IDL.",
    hint: "Pass the file with --model, or convert it: smithy-codec ast FILE.smithy > overlay.json",
  },
  SC1005: {
    title: "invalid JSON",
    explanation:
      "The file does not follow the JSON grammar (RFC 8259) at the given line and column.",
    hint: "Correct the text at this place. A file that ends too early was probably truncated.",
  },
  SC1006: {
    title: "duplicate key",
    explanation:
      "An object has two members of the same name. JSON parsers keep one of them silently, so part of the model would be lost.",
    hint: "Remove or rename one of the two.",
  },
  SC1007: {
    title: "not a Smithy JSON AST",
    explanation:
      'A JSON AST is an object with the members "smithy", which is "1.0" or "2.0", and "shapes", which is an object (Smithy 2.0, "JSON AST").',
    hint: "Pass a file that AWS publishes, or that `smithy ast` or `smithy-codec ast` prints.",
  },
  SC1011: {
    title: "error in a Smithy model",
    explanation:
      "A file in Smithy IDL violates the grammar, or the files of the model contradict each other or the Smithy specification. Smithy's own tools report the same.",
    hint: "Correct the model at this place.",
  },
  SC1012: {
    title: "warning about a Smithy model",
    explanation:
      "The model is valid, but a part of it is deprecated, not known, or probably a mistake.",
    hint: "Correct the model at this place, or ignore the warning: the model is still used.",
  },
  SC1101: {
    title: "invalid shape",
    explanation:
      "Each member of `shapes` is an object that describes a shape or an `apply` statement.",
    hint: "Replace the value with an object, or remove it.",
  },
  SC1102: {
    title: "unknown shape type",
    explanation: 'The "type" of a shape is one of the types of Smithy, or "apply".',
    hint: "Correct the type. The message suggests the nearest one.",
  },
  SC1103: {
    title: "invalid shape id",
    explanation:
      'Shape ids have the form namespace#Name, or namespace#Name$member in `apply` statements (Smithy 2.0, "Shape ID").',
    hint: "Rename the shape.",
  },
  SC1104: {
    title: "property of the wrong type",
    explanation: "A property of a shape has another JSON type than the JSON AST format requires.",
    hint: "Replace the value with one of the expected type.",
  },
  SC1105: {
    title: "invalid member name",
    explanation: "Names of members are identifiers: letters, digits and underscores.",
    hint: "Rename the member. Its name in JSON can be set with smithy.api#jsonName.",
  },
  SC1106: {
    title: "invalid member",
    explanation: 'A member is an object with a "target", the id of the shape of its values.',
    hint: "Add the target.",
  },
  SC1107: {
    title: "invalid rename",
    explanation: 'The "rename" of a service maps shape ids to new names, which are identifiers.',
    hint: "Correct the new name.",
  },
} as const;
