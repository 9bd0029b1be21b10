import type { Finding } from "../finding.js";
import type { Package } from "../packages.js";

/**
 * Checks the fields of a `package.json` that npm, its provenance statement and users need. npm compares the repository
 * of the statement with the field `repository`, and rejects a package where they differ.
 */
export function checkMetadata({ folder, manifest }: Package): Finding[] {
  const where = `${folder}/package.json`;
  const repository = (manifest["repository"] ?? {}) as Record<string, unknown>;
  const publish = (manifest["publishConfig"] ?? {}) as Record<string, unknown>;
  const engines = (manifest["engines"] ?? {}) as Record<string, unknown>;
  const files = manifest["files"];
  const wanted: readonly (readonly [boolean, string])[] = [
    [isText(manifest["description"]), "`description` is missing."],
    [isText(manifest["license"]), "`license` is missing; set it to an SPDX identifier."],
    [
      repository["type"] === "git" && String(repository["url"]).startsWith("git+https:"),
      '`repository` must be { "type": "git", "url": "git+https://...", "directory": ... }.',
    ],
    [
      repository["directory"] === folder,
      `\`repository.directory\` must be "${folder}", so that npm links to the right folder.`,
    ],
    [
      publish["access"] === "public",
      '`publishConfig.access` must be "public", so that a scoped name is not published as private.',
    ],
    [
      publish["provenance"] === true,
      "`publishConfig.provenance` must be true, so that npm states which commit a version was built from.",
    ],
    [
      isText(engines["node"]),
      "`engines.node` is missing; set it to the oldest version that CI tests.",
    ],
    [
      Array.isArray(files) && files.length > 0,
      "`files` is missing, so that npm would publish the whole folder.",
    ],
  ];
  return wanted.filter(([isRight]) => !isRight).map(([, message]) => ({ where, message }));
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}
