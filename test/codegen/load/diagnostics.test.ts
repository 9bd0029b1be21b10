import { describe, expect, it } from "vitest";
import {
  Diagnostics,
  escapeControls,
  formatDiagnostic,
  ModelError,
  shown,
} from "../../../codegen/src/load/diagnostics.js";
import { compare } from "../../../codegen/src/load/select-service.js";

describe("diagnostics", () => {
  it("are kept in their order, warnings apart from errors", () => {
    const diagnostics = new Diagnostics("a.json");
    diagnostics.warn("a#X", "first");
    diagnostics.error("a#Y", "wrong");
    diagnostics.warn("", "second");
    diagnostics.error("a#Z", "also wrong");
    expect(diagnostics.warnings.map(formatDiagnostic)).toEqual([
      "a.json: a#X: first",
      "a.json: second",
    ]);
    expect(() => {
      diagnostics.throwIfErrors();
    }).toThrow(
      expect.objectContaining({
        name: "ModelError",
        message: "a.json: a#Y: wrong\na.json: a#Z: also wrong",
        diagnostics: [
          { severity: "error", file: "a.json", place: "a#Y", message: "wrong" },
          { severity: "error", file: "a.json", place: "a#Z", message: "also wrong" },
        ],
      }),
    );
  });

  it("are no reason to stop where they are warnings", () => {
    const diagnostics = new Diagnostics("a.json");
    diagnostics.warn("a#X", "odd");
    expect(() => {
      diagnostics.throwIfErrors();
    }).not.toThrow();
  });

  it("stop at once where nothing can follow", () => {
    const diagnostics = new Diagnostics("a.json");
    diagnostics.error("", "first");
    expect(() => diagnostics.fail("a#X", "last")).toThrow(ModelError);
    expect(() => diagnostics.fail("a#X", "last")).toThrow(/^a\.json: first\na\.json: a#X: last\n/);
  });

  it("of another file keep its name", () => {
    const [one, other] = [new Diagnostics("a.json"), new Diagnostics("b.json")];
    one.warn("", "1");
    other.warn("", "2");
    one.add(other);
    expect(one.warnings.map(formatDiagnostic)).toEqual(["a.json: 1", "b.json: 2"]);
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
