import type { Documentation } from "../ir/ir.js";
import { compatible } from "./change.js";
import { compared, flag, ignored, type Table } from "./walk.js";

const prose = ignored("Documentation does not count.");

/** What is said about a shape, member, operation or service. */
export const documentationTable: Table<Documentation> = {
  name: "Documentation",
  aspects: {
    text: prose,
    deprecated: compared({
      show: (message) => (message === undefined ? "no" : "yes"),
      says: ({ now }) =>
        now === undefined
          ? "is no longer deprecated"
          : `is now deprecated: ${now.replace(/\.$/, "")}`,
      means: ({ now }) =>
        now === undefined ? [] : [compatible.code("Editors mark code that uses it.")],
    }),
    since: prose,
    internal: flag("is now internal", "is no longer internal", ({ now }) => [
      compatible.code(
        `Documentation tools and \`stripInternal\` ${now ? "leave it out" : "no longer leave it out"}.`,
      ),
    ]),
    unstable: flag("is now unstable", "is no longer unstable", () => []),
    links: prose,
  },
};
