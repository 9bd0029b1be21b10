/**
 * Writes the definitions of Smithy's own traits in a compact form, from a folder with the files of Smithy's repository
 * that define them: the argument, or `trait-definitions` in the folder SMITHY_IDL_TESTS.
 */
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { extractLibrary } from "./extract.js";

const tests = process.env["SMITHY_IDL_TESTS"] ?? "../shared/idl-tests";
const folder = process.argv[2] ?? join(tests, "trait-definitions");
const sources = readdirSync(folder)
  .filter((name) => name.endsWith(".smithy"))
  .sort()
  .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
const namespaces = [...extractLibrary(sources)].map(
  ([name, shapes]) => `${JSON.stringify(name)}: ${JSON.stringify(JSON.stringify(shapes))}`,
);
const text = `/**
 * The shapes of Smithy's own packages by their namespaces, as JSON that \`compact.ts\` describes. Written by
 * \`npm run library\`; do not edit. The facts (names, types, members, targets and traits, without any prose) are those of
 * the models in github.com/smithy-lang/smithy, Apache-2.0.
 */
export const definitions: Readonly<Record<string, string>> = {
${namespaces.join(",\n")}
};
`;
const path = new URL("../../codegen/src/model/library/definitions.ts", import.meta.url);
const options = await resolveConfig(path);
writeFileSync(path, await format(text, { ...options, parser: "typescript" }));
