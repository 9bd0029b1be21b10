import type { InitOptions } from "./init-options.js";
import { sampleModel } from "./sample-model.js";

/** A file of a new project. */
export interface InitFile {
  readonly path: string;
  /** The text to write; omitted if the file is left as it is. */
  readonly text?: string;
}

/** The files that are there already. */
export interface Existing {
  /** The text of `package.json`; omitted if there is none. */
  readonly packageJson?: string;
  /** The version of this package, which a new `package.json` depends on. */
  readonly version: string;
  readonly has: (path: string) => boolean;
}

const modelPath = "model/main.smithy";
const configPath = "smithy-codec.config.ts";

const scripts: Readonly<Record<string, string>> = {
  "api:generate": "smithy-codec generate",
  "api:check": "smithy-codec generate --check",
  "api:lint": "smithy-codec lint model",
  "api:format": "smithy-codec format model",
};

/**
 * Decides what to write for a new project: a model, a configuration, and scripts. What exists is left as it is; an
 * existing `package.json` gets the scripts that it does not have.
 * @throws SyntaxError if `package.json` is not valid JSON
 */
export function planInit(options: InitOptions, existing: Existing): readonly InitFile[] {
  const create = (path: string, text: string): InitFile =>
    existing.has(path) ? { path } : { path, text };
  return [
    create(modelPath, sampleModel(options)),
    create(configPath, config),
    packageFile(options, existing),
  ];
}

function packageFile({ service }: InitOptions, { packageJson, version }: Existing): InitFile {
  const path = "package.json";
  const devDependencies = { "smithy-codec": `^${version}`, typescript: "^6.0.0" };
  if (packageJson === undefined) {
    const name = service.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "-").toLowerCase();
    // The generated types import those of Smithy.
    const dependencies = { "@smithy/types": "^4.20.0" };
    const json = { name, private: true, type: "module", scripts, dependencies, devDependencies };
    return { path, text: `${JSON.stringify(json, null, 2)}\n` };
  }
  const json = parseObject(packageJson);
  const known = objectIn(json, "scripts");
  const dependencies = objectIn(json, "devDependencies");
  const hasCodec = [dependencies, objectIn(json, "dependencies")].some((each) =>
    Object.hasOwn(each, "smithy-codec"),
  );
  const merged = {
    ...json,
    scripts: { ...scripts, ...known },
    ...(!hasCodec && {
      devDependencies: { ...dependencies, "smithy-codec": devDependencies["smithy-codec"] },
    }),
  };
  const isComplete =
    hasCodec && Object.keys(scripts).every((script) => Object.hasOwn(known, script));
  if (isComplete) return { path };
  const [, indent = "  "] = /\n([ \t]+)"/.exec(packageJson) ?? [];
  return { path, text: `${JSON.stringify(merged, null, indent)}\n` };
}

function parseObject(text: string): Record<string, unknown> {
  const json: unknown = JSON.parse(text);
  if (isObject(json)) return json;
  throw new SyntaxError("expected an object");
}

function objectIn(json: Record<string, unknown>, key: string): Record<string, unknown> {
  const value = Object.hasOwn(json, key) ? json[key] : undefined;
  return isObject(value) ? value : {};
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const config = `import { defineConfig } from "smithy-codec/config";

export default defineConfig({
  outputs: [
    {
      models: "model",
      out: "src/api",
      client: true,
      server: true,
    },
  ],
});
`;
