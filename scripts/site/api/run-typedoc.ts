import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, existsSync } from "node:fs";
import { createHash } from "node:crypto";
import { join, relative } from "node:path";
import { Application, TSConfigReader, type TypeDocOptions } from "typedoc";
import type { PluginOptions } from "typedoc-plugin-markdown";
import { repository } from "../read/repository.js";
import { pathOf, type ApiPackage } from "./api-packages.js";

/** Where the texts of earlier runs are kept: TypeDoc takes seconds, and the API seldom changes. */
const cache = join(repository, "node_modules/.cache/smithy-codec-site");

const options: Partial<TypeDocOptions & PluginOptions> = {
  plugin: ["typedoc-plugin-markdown"],
  router: "module",
  readme: "none",
  disableSources: true,
  excludeInternal: true,
  excludeExternals: true,
  excludePrivate: true,
  validation: { notExported: false, invalidLink: false },
  skipErrorChecking: true,
  logLevel: "Error",
  sort: ["alphabetical"],
  kindSortOrder: ["Class", "Function", "Variable", "Interface", "TypeAlias", "Namespace"],
  hidePageHeader: true,
  hideBreadcrumbs: true,
  hidePageTitle: true,
  useCodeBlocks: true,
  sanitizeComments: true,
  useCustomAnchors: true,
  parametersFormat: "table",
  interfacePropertiesFormat: "table",
  classPropertiesFormat: "table",
  typeAliasPropertiesFormat: "table",
  propertyMembersFormat: "table",
  typeDeclarationFormat: "table",
  typeDeclarationVisibility: "compact",
};

/**
 * Describes the modules of a package as Markdown. Returns the texts by the paths of the modules within
 * the package's sources, without extensions.
 * @throws Error if TypeDoc cannot read the package
 */
export async function runTypedoc(api: ApiPackage): Promise<ReadonlyMap<string, string>> {
  const folder = join(cache, keyOf(api));
  if (!existsSync(folder)) await write(api, folder);
  return new Map(
    api.modules.map((module) => {
      // TypeDoc writes the only module of a package to the package's first page.
      const name = api.modules.length === 1 ? "README" : pathOf(api, module);
      return [pathOf(api, module), readFileSync(join(folder, `${name}.md`), "utf8")];
    }),
  );
}

/** Returns a sentence for each module of a package, for builds that leave out the real texts. */
export function draftOf(api: ApiPackage): Promise<ReadonlyMap<string, string>> {
  const text = "This build of the site leaves out the API.";
  return Promise.resolve(new Map(api.modules.map((module) => [pathOf(api, module), text])));
}

async function write(api: ApiPackage, folder: string): Promise<void> {
  // Only the reader of tsconfig.json: the repository's typedoc.json is for other pages.
  const application = await Application.bootstrapWithPlugins(
    {
      ...options,
      name: api.folder,
      entryPoints: api.modules.map(({ file }) => join(repository, file)),
      basePath: join(repository, api.folder),
      tsconfig: join(repository, api.tsconfig),
    },
    [new TSConfigReader()],
  );
  const project = await application.convert();
  if (project === undefined) throw new Error(`TypeDoc cannot read ${api.folder}.`);
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  await application.outputs.writeOutput({ name: "markdown", path: unfinished }, project);
  // Renamed when it is complete, so that a run that was stopped leaves nothing that looks complete.
  rmSync(folder, { recursive: true, force: true });
  renameSync(unfinished, folder);
}

/** Returns a name that changes with the sources, the options and this file. */
function keyOf(api: ApiPackage): string {
  const hash = createHash("sha256").update(readFileSync(new URL(import.meta.url)));
  hash.update(JSON.stringify(api));
  const root = join(repository, api.folder);
  for (const file of filesOf(root).filter((name) => name.endsWith(".ts"))) {
    hash.update(`\n${file}\n`).update(readFileSync(join(root, file)));
  }
  return hash.digest("hex").slice(0, 24);
}

/** Returns the paths of all files in a folder, sorted, with slashes on every system. */
function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
}
