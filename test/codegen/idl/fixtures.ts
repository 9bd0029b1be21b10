import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** A file of Smithy's own tests. */
export interface Fixture {
  /** Relative to the folder. */
  readonly name: string;
  readonly text: string;
}

const repository = fileURLToPath(new URL("../../../", import.meta.url));

/** Where Smithy's own tests of its language are, which are not part of this repository; `undefined` without them. */
export function findIdlTests(): string | undefined {
  const given = process.env["SMITHY_IDL_TESTS"];
  const folder = resolve(repository, given ?? "../shared/idl-tests");
  return existsSync(join(folder, "valid")) ? folder : undefined;
}

/** What the tests with these files are called, also where they are skipped. */
export const idlTestsTitle: string =
  findIdlTests() === undefined
    ? "Smithy's own files (skipped: neither at SMITHY_IDL_TESTS nor at ../shared/idl-tests)"
    : "Smithy's own files";

/** The `.smithy` files below a folder of the tests; none without the tests. */
export function readFixtures(folder: string): readonly Fixture[] {
  const root = findIdlTests();
  if (root === undefined) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".smithy"))
    .sort()
    .map((path) => ({ name: path, text: readFileSync(join(root, folder, path), "utf8") }));
}

/** The line and column in the first comment of an invalid file, if it has one. */
export function placeIn({ text }: Fixture): { line: number; column: number } | undefined {
  const found = /Syntax error at line (\d+), column (\d+)/.exec(text.split("\n", 1)[0] ?? "");
  return found === null ? undefined : { line: Number(found[1]), column: Number(found[2]) };
}
