import parse from "spdx-expression-parse";
import type { Finding } from "../finding.js";

/** The licences that users of packages under Apache-2.0 can accept without asking a lawyer. */
const accepted = new Set([
  ...["0BSD", "Apache-2.0", "BlueOak-1.0.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "ISC"],
  ...["MIT", "Unlicense"],
  // Its conditions apply to changes of its own files, which we do not make.
  "MPL-2.0",
]);

interface LockedPackage {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
  readonly link?: boolean;
  readonly resolved?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** The lock file of npm, version 3. */
export interface LockFile {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

/**
 * Checks the licences of everything that is installed with a package: its dependencies and theirs, as the lock file has
 * them. Dependencies for development are not checked, because nobody gets them.
 * @param folder the folder of the package in the repository
 */
export function checkLicences(lock: LockFile, folder: string): Finding[] {
  return [...productionPackages(lock, folder)].flatMap((path) => {
    const { version = "", license } = lock.packages[path] ?? {};
    if (license !== undefined && isAccepted(license)) return [];
    const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
    const message =
      license === undefined
        ? `${name}@${version} states no licence. Replace it, or ask its authors.`
        : `${name}@${version} has the licence ${license}, which is not accepted. Replace it, or add the licence to scripts/release/checks/licences.ts with the reason.`;
    return [{ where: folder, message }];
  });
}

/** The paths in a lock file of the packages that are installed with the package in a folder. */
export function productionPackages({ packages }: LockFile, folder: string): Set<string> {
  const found = new Set<string>();
  const visit = (path: string): void => {
    const { dependencies, optionalDependencies } = packages[path] ?? {};
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const installed = resolve(packages, path, name);
      if (installed === undefined || found.has(installed)) continue;
      found.add(installed);
      visit(installed);
    }
  };
  visit(folder);
  return found;
}

/** Finds a dependency as Node does: in the nearest `node_modules` of the folder or of one above it. */
function resolve(packages: LockFile["packages"], from: string, name: string): string | undefined {
  for (let folder = from; ; folder = folder.replace(/(?:^|\/)[^/]*$/, "")) {
    const path = folder === "" ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (packages[path] !== undefined) return path;
    if (folder === "") return undefined;
  }
}

function isAccepted(license: string): boolean {
  try {
    return isAcceptedExpression(parse(license));
  } catch {
    // Not an SPDX expression, such as `SEE LICENSE IN FILE`.
    return false;
  }
}

function isAcceptedExpression(expression: parse.Info): boolean {
  if ("license" in expression) return accepted.has(expression.license);
  const { left, right, conjunction } = expression;
  return conjunction === "or"
    ? isAcceptedExpression(left) || isAcceptedExpression(right)
    : isAcceptedExpression(left) && isAcceptedExpression(right);
}
