import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { TextReporter, type Reporter } from "../../../codegen/src/cli/reporter.js";
import { watchFiles } from "../../../codegen/src/cli/watch.js";
import { repository } from "../support/generated.js";
import { bytesOf, modelOf, named, simple } from "../support/models.js";

let base: string;

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), "smithy-codec-"));
});

afterEach(async () => {
  await rm(base, { recursive: true, force: true });
});

/** Waits until something holds; the test's own limit ends it if it never does. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await setTimeout(10);
}

const signals = ["SIGINT", "SIGTERM"] as const;

describe("generate --watch", () => {
  const modelWith = (member: string): Uint8Array =>
    bytesOf(modelOf({ [member]: "Text" }, { Text: simple("string") }));
  const overlayWith = (min: number): Uint8Array =>
    bytesOf({
      smithy: "2.0",
      shapes: { "test#Text": { type: "apply", traits: named({ length: { min } }) } },
    });

  it.each(signals)("regenerates when the model or an overlay changes, until %s", async (signal) => {
    const [model, overlay] = [join(base, "model.json"), join(base, "overlay.json")];
    await writeFile(model, modelWith("first"));
    await writeFile(overlay, overlayWith(1));
    const main = join(repository, "codegen/src/cli/main.ts");
    const args = ["generate", "--model", model, "--overlay", overlay, "--out", join(base, "out")];
    const child = spawn(
      process.execPath,
      ["--import", "ts-blank-space/register", main, ...args, "--watch"],
      { cwd: repository, stdio: ["ignore", "pipe", "pipe"] },
    );
    const ended = once(child, "exit");
    let [stdout, stderr] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    const runs = (count: number): Promise<void> =>
      until(() => stdout.split("Done in").length > count || child.exitCode !== null);
    const shape = (): Promise<string> => readFile(join(base, "out/shapes/Thing.ts"), "utf8");
    try {
      await runs(1);
      expect(await shape()).toContain("at least 1 code point");
      await writeFile(overlay, overlayWith(7));
      await runs(2);
      expect(await shape()).toContain("at least 7 code points");
      // Editors write another file and rename it.
      await writeFile(`${model}~`, modelWith("second"));
      await rename(`${model}~`, model);
      await runs(3);
      expect(await shape()).toMatch(/\bsecond\?:/);
      await writeFile(model, "{");
      await until(() => stderr !== "" || child.exitCode !== null);
      expect(stderr).toMatch(/model\.json: line 1, .* JSON/);
      await writeFile(model, modelWith("third"));
      await runs(4);
      expect(await shape()).toMatch(/\bthird\?:/);
      expect(stdout).toContain(`Watching ${model}, ${overlay}. Press Ctrl+C to stop.\n`);
    } finally {
      child.kill(signal);
    }
    expect(await ended).toEqual([0, null]);
  });
});

describe("watching files", () => {
  let stdout: PassThrough;
  let reporter: Reporter;

  beforeEach(() => {
    stdout = new PassThrough();
    reporter = new TextReporter({ stdin: Readable.from([]), stdout, stderr: new PassThrough() });
  });

  const listeners = (): NodeJS.SignalsListener[] =>
    signals.flatMap((signal) => process.listeners(signal));

  /** Starts to watch; `stop` does what a signal would do. */
  function start(
    path: string,
    action: () => Promise<void>,
  ): { stop: () => void; done: Promise<void> } {
    const before = listeners();
    const done = watchFiles([path], reporter, action);
    const [listener] = listeners().filter((each) => !before.includes(each));
    return { stop: () => listener?.("SIGINT"), done };
  }

  it("runs one action at a time, and one more for changes during an action", async () => {
    const path = join(base, "a.json");
    await writeFile(path, "0");
    const before = listeners();
    let [running, runs, most] = [0, 0, 0];
    let finish = (): void => undefined;
    const read: string[] = [];
    const { stop, done } = start(path, async () => {
      runs++;
      most = Math.max(most, ++running);
      read.push(await readFile(path, "utf8"));
      await new Promise<void>((resolve) => (finish = resolve));
      running--;
    });
    await until(() => read.length === 1);
    // While the first action runs, the file changes twice, each time for longer than changes are gathered.
    for (const text of ["1", "22"]) {
      await writeFile(path, text);
      await setTimeout(400);
    }
    expect(runs).toBe(1);
    finish();
    await until(() => read.length === 2);
    finish();
    await setTimeout(400);
    expect({ most, read }).toEqual({ most: 1, read: ["0", "22"] });
    stop();
    await done;
    expect(listeners()).toEqual(before);
  });

  it("ends only after the action that runs", async () => {
    const path = join(base, "a.json");
    await writeFile(path, "0");
    let [isStarted, isFinished] = [false, false];
    const { stop, done } = start(path, async () => {
      isStarted = true;
      await setTimeout(100);
      isFinished = true;
    });
    await until(() => isStarted);
    stop();
    await done;
    expect(isFinished).toBe(true);
  });

  it("does not run when the file is deleted, and runs when it is there again", async () => {
    const path = join(base, "a.json");
    await writeFile(path, "0");
    let runs = 0;
    const { stop, done } = start(path, async () => {
      runs++;
      await setTimeout(0);
    });
    await until(() => runs === 1);
    await rm(path);
    await setTimeout(400);
    expect(runs).toBe(1);
    await writeFile(path, "1");
    await until(() => runs === 2);
    stop();
    await done;
  });

  it("runs for new, changed and deleted files of models in a folder, and for no others", async () => {
    const at = (name: string): string => join(base, name);
    await mkdir(at("node_modules"));
    await writeFile(at("a.smithy"), "0");
    let runs = 0;
    const { stop, done } = start(base, async () => {
      runs++;
      await setTimeout(0);
    });
    await until(() => runs === 1);
    await writeFile(at("notes.txt"), "0");
    await writeFile(at("node_modules/b.smithy"), "0");
    await setTimeout(400);
    expect(runs).toBe(1);
    await writeFile(at("b.smithy"), "0");
    await until(() => runs === 2);
    await writeFile(at("a.smithy"), "1");
    await until(() => runs === 3);
    await rm(at("b.smithy"));
    await until(() => runs === 4);
    stop();
    await done;
  });
});
