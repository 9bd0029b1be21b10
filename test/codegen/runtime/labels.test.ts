import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeText, writeGreedyLabel, writeLabel } from "../../../codegen/runtime/http/labels.js";
import { SerializationException } from "../../../codegen/runtime/errors/errors.js";
import { clientRoot } from "../../../codegen/runtime/json/write.js";

const segment = fc
  .string({ unit: "binary", minLength: 1 })
  .filter((text) => !/\p{Surrogate}|^\.{1,2}$/u.test(text));

function refusal(action: () => unknown): SerializationException {
  try {
    action();
  } catch (error) {
    if (error instanceof SerializationException) return error;
    throw error;
  }
  throw new Error("it was not refused");
}

describe("labels", () => {
  it("hold unreserved characters and percent-encoded UTF-8 alone, and decode to what they were", () => {
    fc.assert(
      fc.property(segment, (text) => {
        const label = writeLabel(text, clientRoot, "Id");
        expect(label).toMatch(/^(?:[A-Za-z0-9\-._~]|%[0-9A-F]{2})+$/);
        expect(decodeURIComponent(label)).toBe(text);
        expect(encodeText(text, clientRoot, "Id")).toBe(label);
      }),
      { numRuns: 500 },
    );
  });

  // RFC 3986, section 2.3 (unreserved) and 2.2 (reserved).
  it.each(Array.from("abzAZ019-._~", (character) => [`a${character}`]))("keep %s", (text) => {
    expect(writeLabel(text, clientRoot, "Id")).toBe(text);
  });
  it.each(Array.from(":/?#[]@!$&'()*+,;= \"%<>\\^`{|}"))("encode %s", (character) => {
    const code = character.charCodeAt(0).toString(16).toUpperCase();
    expect(writeLabel(character, clientRoot, "Id")).toBe(`%${code}`);
    expect(writeLabel(`a${character}b`, clientRoot, "Id")).toBe(`a%${code}b`);
  });

  it.each(["", ".", ".."])("refuse %j, which addresses another resource", (text) => {
    const { path, expected, received } = refusal(() => writeLabel(text, clientRoot, "Id"));
    expect(path).toBe("/Id");
    expect(expected).toContain("segment");
    expect(received).toBe(text === "" ? "an empty string" : `"${text}"`);
  });

  it.each(["...", " ", ".a", "a."])("take %j", (text) => {
    expect(decodeURIComponent(writeLabel(text, clientRoot, "Id"))).toBe(text);
  });

  it.each(["\ud800", "a\udc00b"])("refuse a lone surrogate", (text) => {
    const { path, expected, received } = refusal(() => writeLabel(text, clientRoot, "Id"));
    expect(path).toBe("/Id");
    expect(expected).toContain("Unicode");
    expect(received).toContain("surrogate");
  });

  it.each([undefined, null, 5, {}])("refuse %j, and say what it is", (value) => {
    for (const write of [writeLabel, writeGreedyLabel]) {
      const { path, expected } = refusal(() => write(value as string, clientRoot, "Id"));
      expect(path).toBe("/Id");
      expect(expected).toBe("a string");
    }
  });
});

describe("greedy labels", () => {
  it("are labels that slashes separate", () => {
    const parts = fc.array(fc.oneof(segment, fc.constant("")), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(
        parts.filter((given) => given.some((text) => text !== "")),
        (given) => {
          const texts = given.flatMap((text) => text.split("/"));
          fc.pre(!texts.some((text) => text === "." || text === ".."));
          expect(writeGreedyLabel(texts.join("/"), clientRoot, "Key")).toBe(
            texts.map((text) => (text === "" ? "" : writeLabel(text, clientRoot, "Key"))).join("/"),
          );
        },
      ),
    );
  });

  it.each(["", ".", "..", "a/..", "../a", "a/./b"])("refuse %j", (text) => {
    expect(refusal(() => writeGreedyLabel(text, clientRoot, "Key")).path).toBe("/Key");
  });

  it("refuse a slash in front where nothing stands before it: two would name a host", () => {
    expect(refusal(() => writeGreedyLabel("/host/x", clientRoot, "Key", true))).toMatchObject({
      path: "/Key",
      received: "an empty string",
    });
    expect(writeGreedyLabel("/host/x", clientRoot, "Key")).toBe("/host/x");
    expect(writeGreedyLabel("/host/x", clientRoot, "Key", false)).toBe("/host/x");
    expect(writeGreedyLabel("a/x", clientRoot, "Key", true)).toBe("a/x");
  });
});
