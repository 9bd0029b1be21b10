import type { Finding } from "../finding.js";
import type { Packed } from "../packages.js";

const required = ["LICENSE", "README.md", "CHANGELOG.md", "SECURITY.md", "package.json"];

/**
 * Checks the files of a package: the licence and the documents are there, the sources to which declaration maps refer
 * are there, and nothing of tests or of the build is.
 */
export function checkContents({ folder, manifest, files }: Packed): Finding[] {
  const contained = new Set(files);
  const missing = required
    .filter((name) => !contained.has(name))
    .map((name) => `The tarball has no ${name}. Add it to the folder and to \`files\`.`);
  const unmapped = files
    .filter((path) => path.endsWith(".d.ts.map"))
    .filter((path) => !sourcesOf(path).some((source) => contained.has(source)))
    .map((path) => `The source of ${path} is not in the tarball. Add it to \`files\`.`);
  const unwanted = files
    .filter((path) => /(?:^|[./])tests?[./]|tsbuildinfo|tsconfig|(?:^|\/)\.env/.test(path))
    .map((path) => `${path} is of no use to users. Exclude it in \`files\`.`);
  return [...missing, ...unmapped, ...unwanted].map((message) => ({
    where: `${manifest.name} (${folder})`,
    message,
  }));
}

/** The source may be compiled from `src` to `dist`, or from the root of the package to `dist`. */
function sourcesOf(map: string): string[] {
  const source = map.replace(/\.d\.ts\.map$/, ".ts");
  return [source.replace(/^dist\//, "src/"), source.replace(/^dist\//, "")];
}
