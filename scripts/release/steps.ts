import { styleText } from "node:util";
import type { Finding } from "./finding.js";

/** Runs the steps of a release one after the other, prints a line about each, and keeps what they find. */
export class Steps {
  readonly findings: Finding[] = [];
  readonly #print: (text: string) => void;

  constructor(print: (text: string) => void) {
    this.#print = print;
  }

  /** Runs a step that makes something. @param describe what to print when it is done */
  async make<Result>(
    name: string,
    action: () => Promise<Result>,
    describe: (result: Result) => string,
  ): Promise<Result> {
    const start = performance.now();
    const result = await action();
    this.#line("done", name, start, describe(result));
    return result;
  }

  /** Runs a check. @param note what to print when it finds nothing */
  async check(
    name: string,
    action: () => readonly Finding[] | Promise<readonly Finding[]>,
    note: string = "",
  ): Promise<void> {
    const start = performance.now();
    const found = await action();
    this.findings.push(...found);
    if (found.length === 0) this.#line("ok", name, start, note);
    else this.#line("failed", name, start, `${found.length} found`);
    for (const { where, message } of found) {
      this.#print(`         ${where}: ${message.replaceAll("\n", "\n         ")}\n`);
    }
  }

  #line(status: "done" | "ok" | "failed", name: string, start: number, note: string): void {
    const seconds = `${((performance.now() - start) / 1000).toFixed(1)} s`;
    const color = status === "failed" ? "red" : "green";
    const text = [name, note].filter((part) => part !== "").join(": ");
    this.#print(`${styleText(color, status.padEnd(6))} ${seconds.padStart(7)}  ${text}\n`);
  }
}
