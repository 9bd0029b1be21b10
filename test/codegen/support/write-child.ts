import { compareFolder } from "../../../codegen/src/write/compare-folder.js";
import { writeFolder } from "../../../codegen/src/write/write-folder.js";
import { manyFiles } from "./many-files.js";

/*
 * A process that writes to an output folder: `write-child.ts FOLDER ROUNDS LABEL...` writes the files of each label
 * in turn. It prints a line before it begins.
 */
const [, , folder = "", rounds = "", ...labels] = process.argv;
process.stdout.write("ready\n");
for (let round = 0; round < Number(rounds); round++) {
  for (const label of labels) {
    const files = manyFiles(label);
    await writeFolder(folder, files, await compareFolder(folder, files));
  }
}
