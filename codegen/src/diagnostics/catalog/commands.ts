/** Command lines, configuration files, and what commands read. */
export const commands = {
  SC3001: {
    title: "wrong usage",
    explanation: "The command line has an unknown or missing option, or a value that is not valid.",
    hint: "Run the command with --help for its options and examples.",
  },
  SC3002: {
    title: "input cannot be read",
    explanation: "A file of the command line or configuration does not exist or cannot be read.",
    hint: "Check the path. Paths in a configuration are relative to its folder.",
  },
  SC3003: {
    title: "configuration cannot be loaded",
    explanation:
      "The configuration file does not exist or is not valid JSON, or it throws when it is imported.",
    hint: "Correct the file. The message states the reason.",
  },
  SC3004: {
    title: "invalid configuration",
    explanation:
      "A property of the configuration is missing, unknown, or of the wrong type, or two outputs would overwrite one another.",
    hint: "See the JSON Schema of the configuration in the package, schemas/config.schema.json.",
  },
  SC3005: {
    title: "entry of `ignore` without a warning",
    explanation:
      "An entry of `ignore` in the configuration matches no warning any more, so that it could hide one later.",
    hint: "Remove the entry.",
  },
  SC3007: {
    title: "unknown diagnostic code",
    explanation: "No message has this code.",
    hint: "Codes have the form SC1201. `smithy-codec explain` without a code lists all of them.",
  },
  SC3101: {
    title: "git cannot read the revision",
    explanation:
      "`git:REVISION:PATH` names a file as of a revision. The path is relative to the current folder.",
    hint: "Check the revision and the path with `git show REVISION:PATH`. In CI, fetch the revision first.",
  },
  SC3201: {
    title: "incomplete environment of a Smithy build plugin",
    explanation:
      "`smithy-codec smithy-build` is run by `smithy build`, which passes the output folder in SMITHY_PLUGIN_DIR and the model on standard input.",
    hint: 'Add a plugin such as "run::typescript" to smithy-build.json. To see an example, run: smithy-codec smithy-build --help',
  },
  SC4001: {
    title: "document is not valid JSON",
    explanation: "The document does not follow the JSON grammar (RFC 8259).",
    hint: "Correct the text at this place.",
  },
  SC4002: {
    title: "document does not match the shape",
    explanation:
      "A value has another type than the model states, or violates a constraint: required, length, range, pattern, enum or uniqueItems.",
    hint: "Correct the value at this place, or the model.",
  },
} as const;
