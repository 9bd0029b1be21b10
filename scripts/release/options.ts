import { parseArgs } from "node:util";

/** What a release does. */
export interface Options {
  /** Leaves the versions alone, and accepts changes that are not committed. */
  readonly isDryRun: boolean;
  /** Uploads the tarballs to npm if nothing was found. */
  readonly publishes: boolean;
  /** Accepts sizes beyond the limit. */
  readonly acceptsSizes: boolean;
}

export const usage = `Usage: npm run release [-- --dry-run | --publish] [--accept-sizes]

Applies the changesets, builds and packs both packages into release/, checks them, and prints what to publish. Commit
the new versions, then run it with --publish.

  --dry-run       leave the versions as they are, and accept changes that are not committed
  --publish       upload the tarballs to npm, with provenance, if the checks find nothing; needs a
                  commit without changesets, and a CI system that npm supports
  --accept-sizes  accept packages that have grown by more than 25 % since the last release
`;

/** Reads the arguments. @returns `undefined` if they ask for help @throws a message for people */
export function readOptions(args: readonly string[]): Options | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      "dry-run": { type: "boolean" },
      publish: { type: "boolean" },
      "accept-sizes": { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help === true) return undefined;
  const [isDryRun, publishes] = [values["dry-run"] === true, values.publish === true];
  if (isDryRun && publishes) throw new TypeError("--dry-run and --publish exclude each other.");
  return { isDryRun, publishes, acceptsSizes: values["accept-sizes"] === true };
}
