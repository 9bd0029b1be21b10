import { randomBytes } from "node:crypto";
import { readdirSync } from "node:fs";
import { mkdir, readdir, rename, rm, rmdir, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { isFileError } from "./describe-file-error.js";
import { OutputError } from "./output-error.js";
import { hasEnded, ownIdentity, type ProcessIdentity } from "./process-identity.js";
import { kindOf } from "./read-file.js";

/*
 * A run that writes to a folder claims it by a subfolder of a unique name, in which it keeps its temporary files. It
 * has the folder if it finds no claim but its own; otherwise it takes its claim back and tries again. The claim of a
 * process that was killed is deleted by the next run, with the temporary files in it. Names are unique, so that
 * nobody can delete the claim of a live process in place of a dead one. Files are written, replaced and deleted by
 * renaming them out of or into the claim, so that a run that lost its claim cannot change anything.
 */

/** How to wait for another run that writes to the same folder. */
export interface WaitOptions {
  /** How long to wait, in milliseconds; 90,000 by default. */
  readonly maxWait?: number;
  /** Called with a message for the user once waiting takes more than a second. */
  readonly onWait?: (message: string) => void;
}

/** A live process changes its claim many times a second; one without a change for so long, in milliseconds, has ended. */
const maxSilence = 60_000;

const defaultMaxWait = 90_000;

/** Whether there is any claim on a folder, live or not. */
export function hasClaims(folder: string): boolean {
  try {
    return readdirSync(folder).some((name) => parseName(name) !== undefined);
  } catch {
    return false;
  }
}

/**
 * Runs an action while no other run writes to the folder, which must exist.
 * @throws OutputError if another run does not end within the time to wait
 */
export async function withClaim<T>(
  folder: string,
  options: WaitOptions,
  action: (claim: Claim) => Promise<T>,
): Promise<T> {
  const claim = new Claim(folder, await acquire(folder, options));
  try {
    return await action(claim);
  } finally {
    await claim.release();
  }
}

/** The right to change a folder. */
export class Claim {
  readonly #folder: string;
  readonly #path: string;
  #count = 0;

  constructor(folder: string, path: string) {
    this.#folder = folder;
    this.#path = path;
  }

  /** Writes a file that appears complete or not at all. */
  async write(path: string, text: string): Promise<void> {
    const target = join(this.#folder, path);
    await mkdir(dirname(target), { recursive: true });
    const temporary = this.#temporary();
    await this.#checked(async () => {
      await writeFile(temporary, text, { flag: "wx" });
      await rename(temporary, target);
    });
  }

  /** Deletes a file, if there is one. */
  async remove(path: string): Promise<void> {
    const temporary = this.#temporary();
    try {
      await this.#checked(() => rename(join(this.#folder, path), temporary));
    } catch (error) {
      if (isFileError(error) && error.code === "ENOENT") return;
      throw error;
    }
    await rm(temporary, { force: true });
  }

  /** Gives the folder up. */
  async release(): Promise<void> {
    await removeClaim(this.#path);
  }

  #temporary(): string {
    return join(this.#path, `${this.#count++}.tmp`);
  }

  async #checked(action: () => Promise<void>): Promise<void> {
    try {
      await action();
    } catch (error) {
      if (kindOf(this.#path) === "folder") throw error;
      throw OutputError.of(
        "SC2006",
        this.#folder,
        `another run took this folder over, because this one did not write for ${maxSilence / 1000} s; run it again`,
      );
    }
  }
}

async function acquire(folder: string, options: WaitOptions): Promise<string> {
  const { maxWait = defaultMaxWait, onWait } = options;
  const start = performance.now();
  let isTold = false;
  for (let delay = 5; ; delay = Math.min(2 * delay, 250)) {
    const path = join(folder, newName());
    await mkdir(path);
    const rival = await findRival(folder, path);
    if (rival === undefined) return path;
    await removeClaim(path);
    const waited = performance.now() - start;
    const message = `${describeRival(rival)} is writing to this folder`;
    if (waited > maxWait) {
      throw OutputError.of(
        "SC2005",
        folder,
        `${message}; run this again when it is done, or delete ${join(folder, rival)} if it is not running`,
      );
    }
    if (waited > 1000 && !isTold) {
      isTold = true;
      onWait?.(`${folder}: ${message}; waiting for it to end`);
    }
    await setTimeout(delay * (0.5 + Math.random()));
  }
}

/** The name of another live claim on the folder. Claims of processes that have ended are deleted. */
async function findRival(folder: string, own: string): Promise<string | undefined> {
  const { mtimeMs: now } = await stat(own);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const owner = parseName(entry.name);
    if (owner === undefined || !entry.isDirectory() || entry.name === basename(own)) continue;
    const path = join(folder, entry.name);
    if (hasEnded(owner) || (await isSilent(path, now))) await removeClaim(path);
    else return entry.name;
  }
  return undefined;
}

/** Both times are those of the file system, whose clock may differ from ours. */
async function isSilent(path: string, now: number): Promise<boolean> {
  const stats = await stat(path).catch(() => undefined);
  return stats !== undefined && now - stats.mtimeMs > maxSilence;
}

/** Deletes a claim with its temporary files. Anything else in it is not ours, and keeps it in place. */
async function removeClaim(path: string): Promise<void> {
  const names = await readdir(path).catch(() => []);
  const temporary = names.filter((name) => /^\d+\.tmp$/.test(name));
  await Promise.all(temporary.map((name) => rm(join(path, name), { force: true })));
  await rmdir(path).catch(() => undefined);
}

function newName(): string {
  const { pid, start, host } = ownIdentity();
  return `.smithy-codec.${pid}.${start}.${host}.${randomBytes(6).toString("hex")}`;
}

function parseName(name: string): ProcessIdentity | undefined {
  const match = /^\.smithy-codec\.(\d{1,10})\.(\d{1,16})\.([0-9a-f]{12})\.[0-9a-f]{12}$/.exec(name);
  if (match === null) return undefined;
  const [, pid, start, host = ""] = match;
  return { pid: Number(pid), start: Number(start), host };
}

function describeRival(name: string): string {
  const owner = parseName(name);
  const isHere = owner?.host === ownIdentity().host;
  return `another run${isHere ? ` (process ${owner.pid})` : " (on another computer or in a container)"}`;
}
