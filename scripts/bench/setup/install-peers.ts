import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { peersFolder } from "./peer.js";

/** Installs the peers if they are not installed. */
export function installPeers(): void {
  if (existsSync(new URL("node_modules", peersFolder))) return;
  process.stderr.write("Installing what the benchmarks compare with ...\n");
  const { status } = spawnSync(
    "npm",
    ["ci", "--ignore-scripts", "--no-workspaces", "--prefix", fileURLToPath(peersFolder)],
    { stdio: "inherit" },
  );
  if (status !== 0) throw new Error("the peers could not be installed");
}
