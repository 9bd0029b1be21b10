/**
 * Makes a release of both packages: applies the changesets, builds, packs into `release/`, checks the tarballs and the
 * repository, and prints what to publish. It publishes only with `--publish`, and only if the checks find nothing.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { checkChangelog } from "./checks/changelog.js";
import { checkContents } from "./checks/contents.js";
import { checkLicences, productionPackages, type LockFile } from "./checks/licences.js";
import { checkLinks } from "./checks/links.js";
import { checkMetadata } from "./checks/metadata.js";
import { checkPublint } from "./checks/publint.js";
import { checkReproducible } from "./checks/reproducible.js";
import { checkSizes, describeSizes, type Sizes } from "./checks/sizes.js";
import { checkTree } from "./checks/tree.js";
import { checkTypes } from "./checks/types.js";
import { execute, executeOrFail } from "./execute.js";
import { readOptions, usage, type Options } from "./options.js";
import { pack } from "./pack.js";
import { readPackages, type Packed } from "./packages.js";
import { publish, publishArguments } from "./publish.js";
import { planVersions, setVersions } from "./set-versions.js";
import { Steps } from "./steps.js";

const repository = fileURLToPath(new URL("../../", import.meta.url));
const folder = join(repository, "release");
const sizesFile = join(repository, "scripts/release/sizes.json");
const print = (text: string): void => void process.stdout.write(text);

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  let options: Options | undefined;
  try {
    options = readOptions(args);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n${usage}`);
    return 2;
  }
  if (options === undefined) {
    print(usage);
    return 0;
  }
  const steps = new Steps(print);
  const isVersioned = await version(options, steps);
  if (steps.findings.length > 0) {
    print("\nNothing was changed. Mend this first, or try --dry-run.\n");
    return 1;
  }
  const packed = await buildTwice(steps);
  const sizes = readSizes();
  await check(packed, sizes, options, steps);
  if (isVersioned) writeSizes(packed);
  return conclude(packed, sizes, isVersioned, options, steps);
}

/** Checks that the tree is clean, and applies the changesets. @returns whether there were any */
async function version({ isDryRun, publishes }: Options, steps: Steps): Promise<boolean> {
  const planned = await planVersions(repository);
  const text = planned.map(({ name, from, to }) => `${name} ${from} -> ${to}`).join(", ");
  if (isDryRun) {
    print(`Dry run. The changesets would lead to: ${text === "" ? "nothing new" : text}.\n`);
    return false;
  }
  await steps.check("working tree", () => checkTree(repository), "clean");
  if (publishes) {
    const message = "There are changesets. Run `npm run release` and commit the new versions.";
    await steps.check("changesets", () =>
      planned.map(({ name, from, to }) => ({ where: `${name} ${from} -> ${to}`, message })),
    );
    return false;
  }
  if (steps.findings.length > 0 || planned.length === 0) return false;
  await steps.make(
    "versions",
    () => setVersions(repository),
    () => text,
  );
  return true;
}

/** Builds and packs twice, and checks that both times lead to the same bytes. */
async function buildTwice(steps: Steps): Promise<Packed[]> {
  rmSync(folder, { recursive: true, force: true });
  const second = join(folder, "second");
  const packages = readPackages(repository);
  const build = async (to: string): Promise<Packed[]> => {
    await executeOrFail("npm", ["run", "--silent", "build"], repository);
    const packed: Packed[] = [];
    for (const item of packages) packed.push(await pack(repository, item, to));
    return packed;
  };
  const describe = (packed: readonly Packed[]): string =>
    packed.map(({ tarball }) => relative(repository, tarball)).join(", ");
  const packed = await steps.make("build and pack", () => build(folder), describe);
  const again = await steps.make("build and pack again", () => build(second), describe);
  for (const [index, item] of packed.entries()) {
    const other = again[index] ?? item;
    await steps.check(
      `${item.manifest.name}: reproducible`,
      () => checkReproducible(item, other),
      "two builds, the same bytes",
    );
  }
  rmSync(second, { recursive: true, force: true });
  return packed;
}

async function check(
  packed: readonly Packed[],
  sizes: Sizes,
  { acceptsSizes }: Options,
  steps: Steps,
): Promise<void> {
  const lock = JSON.parse(readFileSync(join(repository, "package-lock.json"), "utf8")) as LockFile;
  for (const item of packed) {
    const { name, version } = item.manifest;
    await steps.check(`${name}: metadata`, () => checkMetadata(item));
    await steps.check(`${name}: changelog`, () => checkChangelog(repository, item), version);
    await steps.check(`${name}: contents`, () => checkContents(item), `${item.files.length} files`);
    await steps.check(`${name}: publint`, () => checkPublint(item));
    await steps.check(`${name}: types (attw)`, () => checkTypes(repository, item));
    const dependencies = productionPackages(lock, item.folder).size;
    await steps.check(
      `${name}: licences`,
      () => checkLicences(lock, item.folder),
      `${dependencies} packages are installed with it`,
    );
    await steps.check(
      `${name}: size`,
      () => (acceptsSizes ? [] : checkSizes(item, sizes)),
      describeSizes(item, sizes),
    );
  }
  await steps.check("bundles of users", checkBundles, "within test/package/size.test.ts");
  await checkDocuments(packed, steps);
}

/** The ceilings of what users bundle are a test. */
async function checkBundles(): Promise<{ where: string; message: string }[]> {
  const where = "test/package/size.test.ts";
  const { status, stdout, stderr } = await execute("npx", ["vitest", "run", where], repository);
  return status === 0 ? [] : [{ where, message: `${stdout}${stderr}`.trim() }];
}

async function checkDocuments(packed: readonly Packed[], steps: Steps): Promise<void> {
  const documents = [
    ...["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"],
    ...packed.flatMap((item) => [`${item.folder}/README.md`, `${item.folder}/CHANGELOG.md`]),
  ];
  const { url } = (packed[0]?.manifest["repository"] ?? {}) as { url?: string };
  const web = (url ?? "").replace(/^git\+/, "").replace(/\.git$/, "");
  const { findings, internal, external } = await checkLinks(repository, documents, web);
  await steps.check("links", () => findings, `${internal} lead to files and headings`);
  if (external.length === 0) return;
  print(`\nLinks to other sites, which were not fetched:\n  ${external.join("\n  ")}\n`);
}

/** Prints the result and what to do next, or publishes. */
async function conclude(
  packed: readonly Packed[],
  sizes: Sizes,
  isVersioned: boolean,
  { publishes, isDryRun }: Options,
  { findings }: Steps,
): Promise<number> {
  print("\n");
  for (const item of packed) {
    print(`${item.manifest.name} ${item.manifest.version}\n`);
    print(`  ${relative(repository, item.tarball)}\n  ${describeSizes(item, sizes)}\n`);
    print(`  ${item.integrity}\n`);
  }
  if (findings.length > 0) {
    print(`\n${findings.length} found, see above. Nothing was published.\n`);
    return 1;
  }
  if (!publishes) {
    print(nextSteps(packed, isVersioned, isDryRun));
    return 0;
  }
  for (const item of packed) {
    const isNew = await publish(repository, item);
    const { name, version } = item.manifest;
    print(`${isNew ? "Published" : "npm already has"} ${name}@${version}.\n`);
  }
  print("Tag the commit: npx changeset tag && git push --follow-tags\n");
  return 0;
}

function nextSteps(packed: readonly Packed[], isVersioned: boolean, isDryRun: boolean): string {
  if (isDryRun) return "\nEverything is in order. Nothing was published.\n";
  const names = packed.map(({ manifest }) => `${manifest.name} ${manifest.version}`).join(", ");
  const commit = isVersioned
    ? `Review the new versions and commit them:\n  git add --all && git commit --message "release: ${names}"\nThen publish`
    : "Publish";
  const commands = packed.map(
    (item) => `  npm ${publishArguments(item).join(" ").replace(repository, "")}\n`,
  );
  return `\nEverything is in order. Nothing was published yet.\n${commit} from CI, which npm needs for provenance:\n  npm run release -- --publish\nThat runs:\n${commands.join("")}`;
}

function readSizes(): Sizes {
  return existsSync(sizesFile) ? (JSON.parse(readFileSync(sizesFile, "utf8")) as Sizes) : {};
}

function writeSizes(packed: readonly Packed[]): void {
  const sizes = packed.map(({ manifest: { name, version }, packed: bytes, unpacked }) => [
    name,
    { version, packed: bytes, unpacked },
  ]);
  writeFileSync(sizesFile, `${JSON.stringify(Object.fromEntries(sizes), undefined, 2)}\n`);
}
