import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { protocolNames } from "../../../codegen/src/ir/options.js";
import { writeFiles } from "../../package/support/project.js";
import { runCli } from "../../support/run-cli.js";

/*
 * The scripts are loaded by the real shells, which then complete command lines in a folder with a few files. A shell that
 * is not installed is skipped.
 */

const shells = ["bash", "zsh", "fish"] as const;
type Shell = (typeof shells)[number];

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "smithy-codec-completion-"));
  writeFiles(folder, {
    "main.smithy": "",
    "main.json": "",
    "main.txt": "",
    "made/a b.smithy": "",
    "made/a.md": "",
    "other.ts": "",
  });
  for (const shell of shells) {
    const { status, stdout } = await runCli(["completion", shell]);
    expect(status).toBe(0);
    writeFileSync(join(folder, `script.${shell}`), stdout);
  }
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A command line whose last word is completed, and its completions in any order. */
const cases: readonly (readonly [line: string, completions: readonly string[]])[] = [
  ["smithy-codec ge", ["generate"]],
  ["smithy-codec zz", []],
  ["smithy-codec generate --pro", ["--protocol"]],
  ["smithy-codec diff --clie", []],
  ["smithy-codec generate --protocol rest", ["restJson1", "restXml"]],
  ["smithy-codec serve --protocol ", protocolNames],
  ["smithy-codec lint --fail-on ", ["DANGER", "ERROR", "WARNING"]],
  ["smithy-codec generate --model ma", ["made", "main.json", "main.smithy"]],
  ["smithy-codec generate --client --model made/", ["made/a b.smithy"]],
  ["smithy-codec generate --out ma", ["made"]],
  ["smithy-codec format mai", ["main.smithy"]],
  ["smithy-codec diff main.json ma", ["made", "main.json", "main.smithy"]],
  ["smithy-codec explain SC310", ["SC3101"]],
  ["smithy-codec completion ", shells],
  ["smithy-codec help exp", ["explain"]],
];

const isThere = (shell: Shell): boolean => spawnSync(shell, ["-c", "exit"]).status === 0;

describe.skipIf(!isThere("bash"))("bash", () => {
  it("completes commands, options, their values, and files", () => {
    const lines = cases.map(
      ([line]) =>
        `COMP_WORDS=(${line.endsWith(" ") ? `${line}''` : line}); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); _smithy_codec; printf '%s\\n' "\${COMPREPLY[@]}" %%`,
    );
    expect(completed("bash", ["-c", ["source script.bash", ...lines].join("\n")])).toEqual(
      wanted(),
    );
  });

  it("completes values after an equals sign, and can be loaded twice", () => {
    const text = `set -eu; source script.bash; source script.bash
      COMP_WORDS=(smithy-codec generate --long = b); COMP_CWORD=4; _smithy_codec; printf '%s\\n' "\${COMPREPLY[@]}" %%
      COMP_WORDS=(smithy-codec generate --long =); COMP_CWORD=3; _smithy_codec; printf '%s\\n' "\${COMPREPLY[@]}" %%`;
    expect(completed("bash", ["-c", text])).toEqual([["bigint"], ["bigint", "number"]]);
  });

  it("evaluates nothing that is on the command line", () => {
    const text = `source script.bash
      COMP_WORDS=(smithy-codec generate --model '$(touch evil)' '\`touch evil\`'); COMP_CWORD=4; _smithy_codec; ls -- *`;
    expect(run("bash", ["-c", text])).not.toContain("evil");
  });
});

describe.skipIf(!isThere("fish"))("fish", () => {
  it("completes commands, options, their values, and files", () => {
    const lines = cases.map(([line]) => `complete -C '${line}'; echo %%`);
    // Each completion is followed by its description; folders end with a slash.
    const found = completed("fish", ["-c", ["source script.fish", ...lines].join("\n")]);
    const names = found.map((list) =>
      list.map((text) => text.replace(/\t.*/, "").replace(/\/$/, "").replaceAll("\\", "")).sort(),
    );
    expect(names).toEqual(wanted());
  });
});

describe.skipIf(!isThere("zsh"))("zsh", () => {
  // zsh completes only in a terminal, so that a word is typed there, completed, and printed.
  it("completes commands, options, their values, and files", () => {
    const unique = cases.filter(([, completions]) => completions.length === 1);
    const typed = unique.map(
      ([line]) => `
zpty -w -n z $'\\x15'${quote(line)}$'\\t'
sleep 0.2
zpty -w -n z $'\\x01'"echo '<"$'\\x05'">'"$'\\n'
zpty -r -m z out '*<*>*<*>*'
print -r -- "$out" | tail -1`,
    );
    const text = `zmodload zsh/zpty
zpty z zsh -f -i
zpty -w z 'autoload -U compinit; compinit -u -D; PS1=; source script.zsh; bindkey "^I" complete-word; echo REA""DY'
zpty -r -m z out '*READY*'
${typed.join("\n")}
`;
    const printed = run("zsh", ["-f", "-c", text]);
    const words = [...printed.matchAll(/<(.*?)\s*>/g)].map(([, line = ""]) => line);
    expect(words).toEqual(
      unique.map(
        ([line, [completion = ""]]) =>
          `${line.slice(0, line.lastIndexOf(" "))} ${completion.replace(" ", "\\ ")}`,
      ),
    );
  });
});

const wanted = (): string[][] => cases.map(([, completions]) => [...completions].sort());

/** What a shell prints for each case: lists that end with `%%`. */
function completed(shell: Shell, args: readonly string[]): string[][] {
  return run(shell, args)
    .split(/^%%\n/m)
    .slice(0, -1)
    .map((text) =>
      text
        .split("\n")
        .filter((line) => line !== "")
        .sort(),
    );
}

function run(shell: Shell, args: readonly string[]): string {
  const env = { PATH: process.env["PATH"], HOME: folder, TERM: "dumb" };
  return execFileSync(shell, [...args], { cwd: folder, env, encoding: "utf8", timeout: 50_000 });
}

function quote(text: string): string {
  return `'${text}'`;
}
