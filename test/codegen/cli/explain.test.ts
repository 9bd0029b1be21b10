import { describe, expect, it } from "vitest";
import { codes, entryOf } from "../../../codegen/src/diagnostics/catalog.js";
import { runCli, runCliRaw } from "../../support/run-cli.js";

describe("explain", () => {
  it.each(["SC1201", "sc1201", "Sc1201"])(
    "explains %s: what it means, and what to do",
    async (code) => {
      expect(await runCli(["explain", code])).toEqual({
        status: 0,
        stdout: [
          "SC1201: shape is not in the model",
          "",
          "A shape refers to another shape, which is not defined in any of the files.",
          "To fix: Correct the id, or add the file that defines the shape.",
          "",
        ].join("\n"),
        stderr: "",
      });
    },
  );

  it("explains every code", async () => {
    for (const code of codes) {
      const { title, explanation, hint } = entryOf(code);
      const { status, stdout } = await runCli(["explain", code]);
      expect({ status, stdout }).toEqual({
        status: 0,
        stdout: `${code}: ${title}\n\n${explanation}\nTo fix: ${hint}\n`,
      });
    }
  });

  it("lists all codes in ascending order without a code", async () => {
    const { status, stdout, stderr } = await runCli(["explain"]);
    expect([status, stderr]).toEqual([0, ""]);
    const lines = stdout.split("\n").slice(0, -1);
    expect(lines).toEqual(codes.map((code) => `${code} ${entryOf(code).title}`));
    expect(lines).toEqual([...lines].sort());
  });

  it.each(["SC9999", "1201", "SC1201 ", "toString", "\u001b[2J"])(
    "says how to list the codes for %j, which is none",
    async (text) => {
      const { status, stdout, stderr } = await runCliRaw(["explain", text]);
      expect([status, stdout]).toEqual([2, ""]);
      expect(stderr).toMatch(
        /^error: there is no code ".*"; `smithy-codec explain` lists all codes \[SC3007\]\n$/,
      );
      expect(stderr).not.toContain("\u001b");
    },
  );

  it("explains the code at the end of a message", async () => {
    const args = ["generate", "--model", "none.json", "--out", "none"];
    const { stderr } = await runCliRaw(args);
    const [, code = ""] = /\[(SC\d{4})\]\n$/.exec(stderr) ?? [];
    expect((await runCli(["explain", code])).stdout).toMatch(/^SC3002: input cannot be read\n/);
  });

  it("takes one code", async () => {
    const { status, stderr } = await runCli(["explain", "SC1201", "SC1202"]);
    expect(status).toBe(2);
    expect(stderr).toContain("too many arguments for 'explain'");
  });
});
