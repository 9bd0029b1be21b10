import { createHash } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";

/** Identifies a process across the computers and containers that share a folder. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When the process started, in the system's own unit; 0 where it is not known. Process ids are reused, start times are not. */
  readonly start: number;
  /** A digest of the computer's name and, on Linux, of the namespace that process ids belong to. */
  readonly host: string;
}

/** The identity of this process. */
export function ownIdentity(): ProcessIdentity {
  return { pid: process.pid, start: statOf(process.pid)?.start ?? 0, host: ownHost() };
}

/** Whether a process of this computer has certainly ended. Nothing is known about those of other computers. */
export function hasEnded({ pid, start, host }: ProcessIdentity): boolean {
  if (host !== ownHost()) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Any other error, such as EPERM, means that there is such a process.
    return (error as { code?: unknown }).code === "ESRCH";
  }
  const stat = statOf(pid);
  if (stat === undefined) return false;
  // A process that was killed stays in the table until its parent takes notice of it.
  return stat.state === "Z" || stat.state === "X" || (start !== 0 && stat.start !== start);
}

function ownHost(): string {
  let namespace = "";
  try {
    namespace = readlinkSync("/proc/self/ns/pid");
  } catch {
    // Only Linux has namespaces.
  }
  return createHash("sha256").update(`${hostname()}\n${namespace}`).digest("hex").slice(0, 12);
}

/** The state and start time of a process, from proc(5); `undefined` where there is no such file. */
function statOf(pid: number): { readonly state: string; readonly start: number } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name of the program comes before, in parentheses, and may contain anything.
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return { state: fields[0] ?? "", start: Number(fields[19]) };
  } catch {
    return undefined;
  }
}
