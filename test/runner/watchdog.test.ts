import { execFile } from "node:child_process";
import { describe, expect, it } from "vitest";

/** Runs code under a watchdog in a process of its own. */
async function runWatched(
  code: string,
  limits: object,
): Promise<{ signal: unknown; stdout: string; stderr: string }> {
  const watchdog = new URL("../support/watchdog.ts", import.meta.url).href;
  const text = `const { startWatchdog } = await import(${JSON.stringify(watchdog)});
startWatchdog(${JSON.stringify(limits)});
${code}`;
  const args = [
    "--import",
    import.meta.resolve("ts-blank-space/register"),
    "--input-type=module",
    "--eval",
    text,
  ];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { timeout: 50_000 }, (error, stdout, stderr) => {
      resolve({ signal: error?.signal, stdout, stderr });
    });
  });
}

const much = 4_000_000_000;

describe("the watchdog of the tests", () => {
  it("ends a loop that has no end", async () => {
    const outcome = await runWatched("for (;;);", { blockedMs: 400, residentBytes: much });
    expect(outcome.signal).toBe("SIGKILL");
    expect(outcome.stderr).toContain("was busy with one piece of work for more than 400 ms");
  });

  it("ends a loop that fills the memory", async () => {
    const code = "const all = []; for (;;) all.push(new Uint8Array(100_000).fill(1));";
    const outcome = await runWatched(code, { blockedMs: 40_000, residentBytes: 300_000_000 });
    expect(outcome.signal).toBe("SIGKILL");
    expect(outcome.stderr).toContain("took more than 300000000 bytes of memory");
  });

  it("lets work go on that takes turns, and lets the process end", async () => {
    const code = `for (let turn = 0; turn < 20; turn++) await new Promise((next) => setTimeout(next, 50));
console.log("done");`;
    const outcome = await runWatched(code, { blockedMs: 400, residentBytes: much });
    expect(outcome).toEqual({ signal: undefined, stdout: "done\n", stderr: "" });
  });
});
