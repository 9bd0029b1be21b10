import { parseArgs } from "node:util";
import { join } from "node:path";
import { repository } from "./read/repository.js";

/** What `npm run site` is asked to do. */
export interface SiteOptions {
  /** The folder for the site. */
  readonly out: string;
  /** The path at which the site will be served. It begins and ends with a slash. */
  readonly base: string;
  /** Whether to serve the site when it is built. */
  readonly serve: boolean;
  /** The port of the server; 0 takes any free one. */
  readonly port: number;
  /** Whether to leave out what TypeDoc writes and the playground, which take half of the time. */
  readonly draft: boolean;
  readonly help: boolean;
}

/** The help of `npm run site`. */
export const usage = `Usage: npm run site [-- OPTION...]

Builds the documentation site.

  --out FOLDER  the folder for the site, site by default
  --base PATH   the path at which it will be served, / by default; for example /smithy-codec/
  --serve       serve the site on this machine when it is built
  --port N      the port of --serve, 4173 by default; 0 takes any free one
  --draft       leave out the texts of the API and the playground, which take half of the time
  --help        print this text
`;

/**
 * Parses the options.
 * @throws TypeError if an option is unknown or has a wrong value
 */
export function parseOptions(args: readonly string[]): SiteOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      out: { type: "string", default: join(repository, "site") },
      base: { type: "string", default: "/" },
      serve: { type: "boolean", default: false },
      port: { type: "string", default: "4173" },
      draft: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : Infinity;
  if (port > 65_535)
    throw new TypeError(`Expected a --port from 0 to 65535, received ${values.port}.`);
  if (!/^\/(?:.*\/)?$/.test(values.base))
    throw new TypeError(
      `Expected a --base that begins and ends with "/", received ${values.base}.`,
    );
  return { ...values, port };
}
