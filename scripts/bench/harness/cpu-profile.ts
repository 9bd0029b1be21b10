import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { distFolder } from "../setup/build-codec.js";
import { repository } from "../setup/command-line.js";
import type { Table } from "./report.js";

/** The place of a sample: a function and its file. */
export interface Frame {
  readonly functionName: string;
  readonly url: string;
}

interface CpuProfile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: Frame }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

const rows = 8;

/**
 * Runs Node in a new process with V8's profiler.
 * @param args the arguments of Node
 * @param nameOf returns the name that a frame is counted under
 * @returns a table of the names with the largest shares of the time, without the time of callees
 */
export function profile(
  caption: string,
  args: readonly string[],
  nameOf: (frame: Frame) => string,
): Table {
  const folder = fileURLToPath(new URL("profile/", distFolder));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--cpu-prof", "--cpu-prof-interval=500", `--cpu-prof-dir=${folder}`, ...args],
    { cwd: repository, encoding: "utf8" },
  );
  if (status !== 0) throw new Error(stderr);
  const [file = ""] = readdirSync(folder);
  const { nodes, samples, timeDeltas } = JSON.parse(
    readFileSync(`${folder}${file}`, "utf8"),
  ) as CpuProfile;
  const names = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  const times = new Map<string, number>();
  for (const [index, id] of samples.entries()) {
    const name = names.get(id) ?? "";
    if (name !== "(idle)") times.set(name, (times.get(name) ?? 0) + (timeDeltas[index] ?? 0));
  }
  const total = [...times.values()].reduce((sum, part) => sum + part, 0);
  const sorted = [...times].sort(([, left], [, right]) => right - left);
  return {
    caption,
    columns: ["where", "share"],
    rows: sorted
      .slice(0, rows)
      .map(([name, part]) => [name, `${((part / total) * 100).toFixed(0)} %`]),
  };
}

/** Returns the package, or the part of the runtime, that a frame belongs to. */
export function packageOf({ functionName, url }: Frame): string {
  if (url.startsWith("node:") || url === "") {
    return functionName.startsWith("(") ? functionName : "node";
  }
  if (url.includes("/@ts-morph/common/dist/typescript")) return "the compiler within ts-morph";
  const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url) ?? [];
  return name ?? "smithy-codec";
}
