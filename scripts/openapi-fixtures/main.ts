/*
 * Compares OpenAPI documents with those of Smithy's own converter:
 *   npm run openapi-fixtures -- FOLDER [NAME...]
 * FOLDER has pairs of a model, NAME.smithy or NAME.json, and its document, NAME.openapi.json, such as
 * `smithy-openapi/src/test/resources/software/amazon/smithy/openapi/fromsmithy` in the repository smithy-lang/smithy.
 * NAMEs select pairs. The exit status is 1 if any of them differ.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { ModelError, toOpenApi } from "smithy-codec";
import { compareJson, kindOf } from "./compare.js";
import { normalize } from "./normalize.js";

const [folder, ...names] = process.argv.slice(2);
if (folder === undefined) {
  console.error("Give a folder with models and documents: npm run openapi-fixtures -- FOLDER");
  process.exit(2);
}

const suffix = ".openapi.json";
const kinds = new Map<string, number>();
let [equal, different] = [0, 0];
for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
  const name = basename(file, suffix);
  if (!file.endsWith(suffix) || (names.length > 0 && !names.includes(name))) continue;
  const lines = await compareFixture(join(folder, file));
  if (lines === undefined) continue;
  if (lines.length === 0) equal++;
  else different++;
  console.log(`${lines.length === 0 ? "equal    " : "DIFFERENT"} ${name}`);
  for (const line of lines) console.log(`  ${line}`);
}
console.log(`${equal} documents are equal, ${different} are not.`);
for (const [kind, count] of [...kinds].sort(([, left], [, right]) => right - left))
  console.log(`  ${count} x ${kind}`);
process.exit(different > 0 || equal === 0 ? 1 : 0);

/** Returns the differences of a pair; `undefined` if the document has no model. */
async function compareFixture(path: string): Promise<string[] | undefined> {
  const base = path.slice(0, -suffix.length);
  const model = [".smithy", ".json"].map((extension) => `${base}${extension}`).find(existsSync);
  if (model === undefined) return undefined;
  const wanted = JSON.parse(readFileSync(path, "utf8")) as Readonly<Record<string, unknown>>;
  try {
    const { document } = await toOpenApi({
      model: { name: basename(model), bytes: readFileSync(model), path: model },
      version: String(wanted["openapi"]).startsWith("3.0") ? "3.0" : "3.1",
    });
    const found = JSON.parse(JSON.stringify({ ...document, openapi: wanted["openapi"] })) as object;
    const differences = compareJson(normalize(wanted), normalize({ ...found }));
    for (const difference of differences)
      kinds.set(kindOf(difference), (kinds.get(kindOf(difference)) ?? 0) + 1);
    return differences.map(
      ({ kind, pointer, wanted: want, found: have }) =>
        `${kind} ${pointer}: wanted ${brief(want)}, found ${brief(have)}`,
    );
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    kinds.set("model refused", (kinds.get("model refused") ?? 0) + 1);
    return error.message.split("\n");
  }
}

function brief(value: unknown): string {
  const text = value === undefined ? "nothing" : JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)} ...` : text;
}
