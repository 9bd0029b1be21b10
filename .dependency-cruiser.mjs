/*
 * The flow of the generator, as rules: `npm run lint` fails if an import goes another way, so that
 * the map in CONTRIBUTING.md is true.
 */

/** The folders and files of `codegen/src` that each folder may import, apart from itself. */
const flow = {
  diagnostics: [],
  idl: ["diagnostics", "load/suggest"],
  "format-idl": ["diagnostics", "idl"],
  load: ["diagnostics"],
  model: ["diagnostics", "idl", "load"],
  selectors: ["load", "model"],
  lint: ["diagnostics", "ir/parse-jmespath", "load", "model", "selectors"],
  "to-idl": ["format-idl", "load", "model"],
  init: ["load"],
  patterns: [],
  ir: ["diagnostics", "load", "patterns"],
  emit: ["ir", "load/names", "load/select-service", "import-extension", "generated-mark"],
  print: ["emit/code", "import-extension", "generated-mark"],
  "api-report": ["emit/code", "ir/service", "load/select-service", "generated-mark"],
  format: ["emit/code", "import-extension"],
  write: ["diagnostics", "format/text-cache", "generated-mark"],
  diff: ["diagnostics", "ir", "load", "compile-sources", "emit/service"],
  validate: ["diagnostics", "ir", "load", "compiled-sources"],
  config: ["diagnostics", "ir", "write/describe-file-error", "write/read-file", "import-extension"],
  run: [
    ...["config", "diagnostics", "load/parse-json", "json-schema", "write"],
    ...["generate", "runtime-sources"],
  ],
  serve: [
    ...["diagnostics", "emit/service", "generate", "ir", "load", "print"],
    ...["validate/check-value", "write/temporary-folder"],
  ],
  openapi: [
    ...["diagnostics", "ir", "load", "compiled-sources", "json-schema/describe-text"],
    ...["emit/code/comment", "emit/code/markdown", "emit/wire/xml/elements"],
  ],
  "json-schema": ["ir", "load", "emit/code", "emit/shapes", "write/manifest", "generated-mark"],
};

/** The same for the folders of the emitter, which come one after the other. */
const emitters = [
  "code",
  "shapes",
  "check",
  "wire",
  "bindings",
  "protocols",
  "client",
  "server",
  "service",
];

/** The only folders that may import a package. */
const owners = {
  "@noble/hashes": "codegen/runtime/client/checksums",
  "ts-morph": "codegen/src/print",
  prettier: "codegen/src/format",
  commander: "codegen/src/cli",
  "@smithy/core": "codegen/runtime/client/event-streams.ts",
  "@smithy/signature-v4": "codegen/runtime/client/auth",
  "@smithy/types": "codegen/runtime",
  "fast-check": "codegen/(runtime/arbitraries|src/serve)",
  jiti: "codegen/src/config",
  re2js: "codegen/(runtime/check|src/patterns)",
  valibot: "codegen/src/config",
  "@jmespath-community/jmespath": "codegen/src/ir",
};

const source = "^codegen/src";

export default {
  forbidden: [
    {
      name: "no-circular",
      comment: "Files must not import each other in a circle. Move what both need to a third file.",
      severity: "error",
      from: { path: "^codegen/(src|runtime)" },
      to: { circular: true },
    },
    ...Object.entries(flow).map(([folder, allowed]) => ({
      name: `flow-of-${folder}`,
      comment: `${folder} may import only itself, the runtime${allowed.map((name) => `, ${name}`).join("")}. Move the code to where the flow allows it, or change the table in .dependency-cruiser.mjs.`,
      severity: "error",
      from: { path: `${source}/${folder}/` },
      to: {
        path: source,
        pathNot: [folder, ...allowed].map((name) => `${source}/${name}(/|\\.ts$)`),
      },
    })),
    ...emitters.map((folder, index) => ({
      name: `flow-of-emit-${folder}`,
      comment: `emit/${folder} may import only the folders before it: ${emitters.slice(0, index).join(", ")}.`,
      severity: "error",
      from: { path: `${source}/emit/${folder}/` },
      to: { path: `${source}/emit/(${emitters.slice(index + 1).join("|") || "$"})/` },
    })),
    {
      name: "the-runtime-is-self-contained",
      comment:
        "The runtime is copied into outputs, so it imports only its own files and the packages in this rule.",
      severity: "error",
      from: { path: "^codegen/runtime/" },
      to: {
        pathNot: [
          "^codegen/runtime/",
          "node_modules/(@noble/hashes|@smithy/(core|signature-v4|types)|fast-check|re2js)/",
        ],
      },
    },
    {
      name: "the-generator-knows-no-output",
      comment: "The generator must not import what it generates.",
      severity: "error",
      from: { path: "^codegen" },
      to: { path: ["^generated/", "^apigatewayv2-codec(/|$)"] },
    },
    {
      name: "nobody-imports-the-commands",
      comment: "cli is the outermost folder. Move the code that others need out of it.",
      severity: "error",
      from: { path: "^codegen/", pathNot: `${source}/cli/` },
      to: { path: `${source}/cli/` },
    },
    {
      name: "no-unknown-import",
      comment:
        "The rules cannot judge an import that is not found. Correct the path, or run npm ci.",
      severity: "error",
      from: { path: "^codegen/" },
      to: { couldNotResolve: true },
    },
    {
      name: "one-place-for-the-disk",
      comment:
        "Only the folders write, run and cli, and the files that read sources or the configuration, use the file system.",
      severity: "error",
      from: {
        path: "^codegen",
        pathNot: [
          `${source}/(write|run|cli)/`,
          `${source}/(runtime-sources|config/load-config)\\.ts$`,
        ],
      },
      to: { path: "^(node:)?fs(/promises)?$" },
    },
    ...Object.entries(owners).map(([name, folder]) => ({
      name: `one-place-for-${name.replace(/\W/g, "")}`,
      comment: `Only ${folder} imports ${name}.`,
      severity: "error",
      from: { path: "^codegen", pathNot: `^${folder}(/|$)` },
      to: { path: `node_modules/${name}/` },
    })),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
  },
};
