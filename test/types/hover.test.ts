import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { repository } from "../codegen/support/generated.js";
import { createLanguageService } from "../support/language-service.js";

/** What editors show of one name without scrolling. */
const maxLines = 12;
/** About as many characters as editors show on a line of this text. */
const maxColumns = 100;

const { operations: documentation } = JSON.parse(
  readFileSync(join(repository, "model/documentation.json"), "utf8"),
) as { readonly operations: Readonly<Record<string, string>> };
const index = readFileSync(join(repository, "generated/src/index.ts"), "utf8");
const operations = [...index.matchAll(/^export \* as (\w+) from/gm)].map(([, name = ""]) => name);

/** What a user writes of an operation, of which the last name is looked at. */
function usesOf(name: string): string[] {
  const method = name.charAt(0).toLowerCase() + name.slice(1);
  return [
    name,
    `${name}.serializeRequest`,
    `${name}.deserializeRequest`,
    `${name}.deserializeResponse`,
    `${name}.serializeResponse`,
    `api.${method}`,
    `api.${method}.safe`,
    `some.${method}`,
  ];
}

const uses = operations.flatMap(usesOf);
const head = `import { ApiGatewayV2, createClient } from "../../generated/src/client.js";
import { ${operations.join(", ")} } from "../../generated/src/index.js";
const api = new ApiGatewayV2();
const some = createClient({ ${operations.join(", ")} });
`;
const path = join(repository, "test/.generated/hover.ts");
const service = createLanguageService(
  repository,
  path,
  `${head}${uses.map((use) => `${use};\n`).join("")}`,
);

/** The texts that are shown for the last name of each use. */
const shown: ReadonlyMap<string, string> = new Map(
  uses.map((use, at) => {
    const before = uses.slice(0, at).reduce((sum, other) => sum + other.length + 2, head.length);
    return [use, textAt(before + use.length - 1)];
  }),
);

function textAt(position: number): string {
  const info = service.getQuickInfoAtPosition(path, position);
  const tags = info?.tags ?? [];
  return [
    ts.displayPartsToString(info?.displayParts),
    ts.displayPartsToString(info?.documentation),
    ...tags.map(({ name, text }) => `@${name} ${ts.displayPartsToString(text)}`),
  ].join("\n");
}

/** The number of lines that a text has after its long lines were broken. */
function linesOf(text: string): number {
  return text
    .split("\n")
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / maxColumns)), 0);
}

describe("what an editor shows of an operation", () => {
  it("is known for all operations", () => {
    expect(operations).toHaveLength(Object.keys(documentation).length);
    for (const [use, text] of shown) expect(text, use).toContain(use.split(".").at(-1));
  });

  it("is short enough to be read at a glance", () => {
    const long = [...shown].filter(([, text]) => linesOf(text) > maxLines);
    expect(long.map(([use, text]) => `${use}: ${linesOf(text)} lines\n${text}`)).toEqual([]);
  });

  it("has the whole documentation of a client's method", () => {
    for (const [use, text] of shown) {
      const [object, method = ""] = use.split(".");
      if (object !== "some") continue;
      const operation = method.charAt(0).toUpperCase() + method.slice(1);
      const words = (value: string | undefined): string => value?.replace(/\s+/g, " ") ?? "";
      expect(words(text)).toContain(words(documentation[operation]));
    }
  });
});
