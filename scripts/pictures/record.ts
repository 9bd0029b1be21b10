import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { edit, type Scene } from "./scenes.js";

/** A command of a recording, or a comment in place of one, and what it printed, with ANSI codes. */
export interface Recorded {
  readonly command: string;
  readonly output: string;
}

/**
 * Runs the commands of a scene in a temporary folder, with colours.
 * @param main the program that `npx smithy-codec` stands for
 */
export async function record({ files, steps }: Scene, main: string): Promise<Recorded[]> {
  const folder = mkdtempSync(join(tmpdir(), "pictures-"));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const recorded: Recorded[] = [];
    for (const step of steps) {
      if ("edits" in step) {
        for (const one of step.edits) {
          const path = join(folder, one.file);
          writeFileSync(path, edit(readFileSync(path, "utf8"), [one]));
        }
        recorded.push({ command: `# ${step.comment}`, output: "" });
      } else {
        recorded.push({ ...step, output: normalize(await run(step.command, main, folder)) });
      }
    }
    return recorded;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Replaces what is different from run to run. */
function normalize(output: string): string {
  return output.replace(/Done in [\d.]+ m?s/g, "Done in 0.9 s");
}

/** Runs a command by a shell. @returns both of its outputs in the order in which they were written */
async function run(command: string, main: string, folder: string): Promise<string> {
  const program = `'${process.execPath}' '${main}'`;
  const child = spawn("sh", ["-c", `exec 2>&1; ${command.replace("npx smithy-codec", program)}`], {
    cwd: folder,
    env: { PATH: process.env["PATH"], FORCE_COLOR: "1" },
    stdio: ["ignore", "pipe", "inherit"],
    timeout: 60_000,
  });
  let output = "";
  for await (const chunk of child.stdout.setEncoding("utf8")) output += String(chunk);
  return output;
}
