/**
 * Writes the pictures of the READMEs: recordings of real runs, as SVG. With `--check` it writes nothing, and exits with 1
 * if a picture is out of date.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { isSamePicture, makePictures } from "./pictures.js";

const { values } = parseArgs({ options: { check: { type: "boolean" } } });
const folder = fileURLToPath(new URL("../../codegen/pictures/", import.meta.url));
const main = fileURLToPath(new URL("../../codegen/dist/src/cli/main.js", import.meta.url));

mkdirSync(folder, { recursive: true });
for (const [name, picture] of await makePictures(main)) {
  const path = join(folder, name);
  const before = existsSync(path) ? readFileSync(path, "utf8") : "";
  const isCurrent = isSamePicture(before, picture);
  if (values.check !== true && !isCurrent) writeFileSync(path, picture);
  if (values.check === true && !isCurrent) process.exitCode = 1;
  const outcome = isCurrent ? "up to date" : values.check === true ? "out of date" : "written";
  process.stdout.write(`codegen/pictures/${name}: ${outcome}, ${picture.length} bytes\n`);
}
if (process.exitCode === 1) process.stdout.write("To update the pictures, run: npm run pictures\n");
