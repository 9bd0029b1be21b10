import { execFile, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/**
 * Runs a script of this folder.
 * @param input what the script reads as JSON from standard input
 * @returns what it prints as JSON
 */
export function runPython(
  script: string,
  args: readonly string[],
  input: unknown,
): Promise<unknown> {
  const path = fileURLToPath(new URL(script, import.meta.url));
  return new Promise((resolve, reject) => {
    const child = execFile(
      "python3",
      [path, ...args],
      { maxBuffer: 1 << 28, timeout: 100_000 },
      (error, stdout, stderr) => {
        if (error !== null) reject(new Error(`${script} failed: ${stderr}`, { cause: error }));
        else resolve(JSON.parse(stdout));
      },
    );
    child.stdin?.end(JSON.stringify(input));
  });
}

/** Whether Python can import a module on this machine. If not, this prints that tests are skipped. */
export function canImport(module: string): boolean {
  const isFound = spawnSync("python3", ["-c", `import ${module}`]).status === 0;
  if (!isFound) console.log(`Skipped: Python cannot import ${module} on this machine.`);
  return isFound;
}
