import { ts } from "ts-morph";

/** A relative import or export in a generated file. */
const relative = /\bfrom "(\.{1,2}\/[^"]+)\.js"/g;

/**
 * Makes one script of the generated files that the index needs. Its default export takes a function that returns
 * packages by name, and returns the exports of the index. One script, since modules in blobs cannot refer to each
 * other in circles. Nothing else than generated files goes into it.
 */
export function bundleModules(files: ReadonlyMap<string, string>): string {
  const parts: string[] = [];
  const seen = new Set(["index"]);
  // The iteration includes names that are added meanwhile.
  for (const name of seen) {
    const text = files.get(`${name}.ts`);
    if (text === undefined) throw new Error(`The output has no file ${name}.ts.`);
    const names = new Map<string, string>();
    for (const [, specifier = ""] of text.matchAll(relative)) {
      const imported = new URL(specifier, `file:///${name}`).pathname.slice(1);
      // Documentation of the model can contain what looks like an import.
      if (!files.has(`${imported}.ts`)) continue;
      names.set(`${specifier}.js`, imported);
      seen.add(imported);
    }
    const table = JSON.stringify(Object.fromEntries(names));
    parts.push(
      `${JSON.stringify(name)}: [${table}, (exports, require) => {\n${toCommonJs(text)}}],`,
    );
  }
  return `const modules = {\n${parts.join("\n")}\n};\n${loader}`;
}

const loader = `export default (load) => {
  const loaded = new Map();
  const open = (name) => {
    const known = loaded.get(name);
    if (known !== undefined) return known;
    const [names, run] = modules[name];
    const exports = {};
    loaded.set(name, exports);
    run(exports, (specifier) =>
      Object.hasOwn(names, specifier) ? open(names[specifier]) : load(specifier),
    );
    return exports;
  };
  return open("index");
};
`;

function toCommonJs(text: string): string {
  return ts.transpileModule(text, {
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.CommonJS,
      isolatedModules: true,
    },
  }).outputText;
}
