import fc from "fast-check";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { isInherited, Names, toIdentifier } from "../../../codegen/src/ir/identifiers.js";

/** Whether a name can be declared by `const` and by `type` in a module, as far as the compiler tells. */
function isDeclarable(name: string): boolean {
  const text = `export {}; const ${name} = 1; type ${name} = string;`;
  const { diagnostics = [] } = ts.transpileModule(text, {
    reportDiagnostics: true,
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  });
  return diagnostics.length === 0;
}

/** Every word that the compiler's scanner takes for a keyword. */
const keywords = Object.values(ts.SyntaxKind)
  .filter((kind) => typeof kind === "number")
  .filter((kind) => kind >= ts.SyntaxKind.FirstKeyword && kind <= ts.SyntaxKind.LastKeyword)
  .map((kind) => ts.tokenToString(kind) ?? "");

describe("names", () => {
  it("are handed out once each", () => {
    const names = new Names();
    expect(["A", "A", "a", "A$", "A"].map((name) => names.claim(name))).toEqual([
      ...["A", "A$", "a", "A$$", "A$$$"],
    ]);
  });

  it("can be declared", () => {
    expect(keywords.length).toBeGreaterThan(60);
    for (const word of [...keywords, "eval", "arguments", "Array", "Object"]) {
      const name = new Names().claim(word);
      expect(isDeclarable(name), name).toBe(true);
      expect([word, `${word}$`]).toContain(name);
    }
  });

  it.each(["then", "default", "Promise", "Date", "Uint8Array", "globalThis", "Input", "Output"])(
    "never hide %s",
    (name) => {
      expect(new Names().claim(name)).toBe(`${name}$`);
    },
  );

  it("are not those that are reserved, nor one that they are a family with", () => {
    const family = (name: string): string[] => [`read${name}`, `write${name}`];
    const names = new Names({ reserved: ["Kept", "readTaken"] });
    expect(names.claim("Kept")).toBe("Kept$");
    expect(names.claim("Taken", family)).toBe("Taken$");
    expect(names.claim("Free", family)).toBe("Free");
    expect(names.claim("writeFree")).toBe("writeFree$");
    expect(names.claim("readTaken$")).toBe("readTaken$$");
  });

  it("of files differ in more than case, and are no devices of Windows", () => {
    const files = new Names({ ignoreCase: true, reserved: ["Index"] });
    expect(
      ["Thing", "THING", "index", "con", "PRN", "aux", "nul", "com1", "LPT9", "con1", "acon"].map(
        (name) => files.claim(name),
      ),
    ).toEqual([
      ...["Thing", "THING$", "index$", "con$", "PRN$", "aux$", "nul$", "com1$", "LPT9$", "con1"],
      "acon",
    ]);
    // Words of the language are fine there.
    expect(files.claim("class")).toBe("class");
  });
});

describe("identifiers", () => {
  it("are made of any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const identifier = toIdentifier(text);
        expect(identifier).toMatch(/^[A-Za-z_][A-Za-z0-9_]*$/);
        expect(toIdentifier(identifier)).toBe(identifier);
        if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(text)) expect(identifier).toBe(text);
      }),
    );
  });

  it.each([
    ["", "_"],
    ["1a", "_1a"],
    ["a b", "a_b"],
    ["a -+ b", "a_b"],
    ["é", "_"],
    ["a1", "a1"],
  ])("of %j are %s", (text, identifier) => {
    expect(toIdentifier(text)).toBe(identifier);
  });
});

describe("isInherited", () => {
  it("tells what every object has", () => {
    for (const name of Object.getOwnPropertyNames(Object.prototype)) {
      expect(isInherited(name), name).toBe(true);
    }
    for (const name of ["name", "", "prototype", "length"]) expect(isInherited(name)).toBe(false);
  });
});
