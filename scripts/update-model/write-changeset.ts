import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { DiffReport } from "smithy-codec";

/**
 * Writes a changeset for the package that an output belongs to. A second update before the next release replaces it.
 * @param out the output folder
 * @returns the path of the changeset; `undefined` if nothing changed for users, there is no folder `.changeset`, or the
 *   output belongs to no package
 */
export function writeChangeset(report: DiffReport, out: string): string | undefined {
  const { step } = report.summary;
  const name = packageNameOf(resolve(out));
  if (step === "none" || name === undefined || !existsSync(".changeset")) return undefined;
  const path = ".changeset/model-update.md";
  writeFileSync(path, `---\n"${name}": ${step}\n---\n\n${describe(report)}\n`);
  return path;
}

function packageNameOf(folder: string): string | undefined {
  for (let parent = folder; ; parent = dirname(parent)) {
    const file = join(parent, "package.json");
    if (existsSync(file)) {
      const { name } = JSON.parse(readFileSync(file, "utf8")) as { readonly name?: unknown };
      return typeof name === "string" ? name : undefined;
    }
    if (dirname(parent) === parent) return undefined;
  }
}

/** A first draft of the text for users, which the maintainer edits. */
function describe({ changes }: DiffReport): string {
  const named = (id: string): string[] =>
    changes.flatMap((change) =>
      change.id === id ? [`\`${change.place.slice(change.place.indexOf("#") + 1)}\``] : [],
    );
  const sentences = [
    sentence("New operations", named("AddedOperationBinding")),
    sentence("Removed operations", named("RemovedOperationBinding")),
    sentence(
      "Breaking changes of",
      changes.flatMap(({ severity, place }) =>
        severity === "breaking" ? [`\`${place.slice(place.indexOf("#") + 1)}\``] : [],
      ),
    ),
  ].filter((text) => text !== undefined);
  return ["Updated to the latest model.", ...sentences].join(" ");
}

function sentence(start: string, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  const unique = [...new Set(names)];
  const shown = unique.slice(0, 10).join(", ");
  return `${start}: ${shown}${unique.length > 10 ? ` and ${unique.length - 10} more` : ""}.`;
}
