import { describe, expect, it } from "vitest";
import { formatDiagnostic, ModelError } from "../../../codegen/src/diagnostics/diagnostic.js";
import { Diagnostics, type SourceFile } from "../../../codegen/src/diagnostics/diagnostics.js";
import { escapeControls, shown } from "../../../codegen/src/diagnostics/text.js";
import { compare } from "../../../codegen/src/load/select-service.js";

const source = (name: string, text = ""): SourceFile => ({ name, bytes: Buffer.from(text) });

describe("diagnostics", () => {
  it("are kept in their order, warnings apart from errors", () => {
    const diagnostics = new Diagnostics(source("a.json"));
    diagnostics.warn("SC1401", "a#X", "first");
    diagnostics.error("SC1201", "a#Y", "wrong");
    diagnostics.warn("SC1401", "", "second");
    diagnostics.error("SC1202", "a#Z", "also wrong");
    expect(diagnostics.warnings.map(formatDiagnostic)).toEqual([
      "a.json: a#X: first",
      "a.json: second",
    ]);
    const error = { severity: "error", file: "a.json" };
    expect(() => {
      diagnostics.throwIfErrors();
    }).toThrow(
      expect.objectContaining({
        name: "ModelError",
        message: "a.json: a#Y: wrong\na.json: a#Z: also wrong",
        diagnostics: [
          { ...error, code: "SC1201", place: "a#Y", message: "wrong" },
          { ...error, code: "SC1202", place: "a#Z", message: "also wrong" },
        ],
      }),
    );
  });

  it("are no reason to stop where they are warnings", () => {
    const diagnostics = new Diagnostics(source("a.json"));
    diagnostics.warn("SC1401", "a#X", "odd");
    expect(() => {
      diagnostics.throwIfErrors();
    }).not.toThrow();
  });

  it("stop at once where nothing can follow", () => {
    const diagnostics = new Diagnostics(source("a.json"));
    diagnostics.error("SC1301", "", "first");
    expect(() => diagnostics.fail("SC1201", "a#X", "last")).toThrow(ModelError);
    expect(() => diagnostics.fail("SC1201", "a#X", "last")).toThrow(
      /^a\.json: first\na\.json: a#X: last\n/,
    );
  });

  it("of another file keep its name", () => {
    const [one, other] = [new Diagnostics(source("a.json")), new Diagnostics(source("b.json"))];
    one.warn("SC1401", "", "1");
    other.warn("SC1401", "", "2");
    one.add(other);
    expect(one.warnings.map(formatDiagnostic)).toEqual(["a.json: 1", "b.json: 2"]);
  });

  it("are located in the file that defines the shape", () => {
    const first = source("a.json", '{\n  "shapes": {\n    "a#X": {}\n  }\n}');
    const second = source("b.json", '{"shapes": {"a~/#Y": {"members": {"é": {}}}}}');
    const diagnostics = new Diagnostics(first, second);
    diagnostics.warn("SC1401", "a#X", "first");
    diagnostics.warn("SC1401", "a~/#Y$é", "second");
    diagnostics.warn("SC1401", "a#Z", "nowhere");
    diagnostics.warn("SC1005", { line: 3, column: 4 }, "a position");
    expect(diagnostics.warnings).toMatchObject([
      { file: "a.json", pointer: "/shapes/a#X", line: 3, column: 5 },
      { file: "b.json", pointer: "/shapes/a~0~1#Y/members/é", line: 1, column: 35 },
      { file: "a.json", place: "a#Z" },
      { file: "a.json", place: "line 3, column 4", line: 3, column: 4 },
    ]);
    expect(diagnostics.warnings[2]).not.toHaveProperty("line");
  });
});

describe("text for a terminal", () => {
  it.each([
    "\0",
    "\u001b",
    "\n",
    "\u001f",
    "\u007f",
    "\u009f",
    "\u2028",
    "\u202e",
    "\u2066",
    "\u2069",
  ])("has %j escaped", (character) => {
    const code = character.charCodeAt(0).toString(16).padStart(4, "0");
    expect(escapeControls(`a${character}b${character}`)).toBe(`a\\u${code}b\\u${code}`);
  });

  it.each([" ", "~", "\u00a0", "é", "\u2027", "\u202f", "\u2065", "\u206a", "😀"])(
    "keeps %j",
    (text) => {
      expect(escapeControls(text)).toBe(text);
    },
  );

  it.each<[unknown, string]>([
    ["a", '"a"'],
    [1, "1"],
    [true, "true"],
    [null, "null"],
    [undefined, "nothing"],
    [[1], "an array"],
    [{ a: 1 }, "an object"],
  ])("has %j shown as %s", (value, text) => {
    expect(shown(value)).toBe(text);
  });
});

describe("compare", () => {
  it("orders by UTF-16 units", () => {
    expect(compare("a", "a")).toBe(0);
    expect(compare("a", "b")).toBe(-1);
    expect(compare("b", "a")).toBe(1);
    expect(["b", "a", "B", "é", "aa", ""].sort(compare)).toEqual(["", "B", "a", "aa", "b", "é"]);
  });
});
