import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { locate, syntaxErrorIn } from "../../codegen/src/validate/locate.js";
import { scanJson } from "../../codegen/src/load/scan-json.js";

const ignore = { value: () => undefined, end: () => undefined };

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe("scanJson", () => {
  it("takes what JSON.parse takes, and nothing else", () => {
    const snippets = fc.constantFrom(
      ...["{", "}", "[", "]", ",", ":", '"a"', '"', "\\", "\\u00e9", "\\u0", "\\x", "true", "nul"],
      ...[
        "null",
        "0",
        "01",
        "-",
        "-1",
        "1.",
        ".5",
        "1e5",
        "1e",
        " ",
        "\n",
        "\t",
        "\f",
        "\u0001",
        "//",
        "'",
      ],
    );
    const broken = fc
      .tuple(fc.json({ maxDepth: 3 }), fc.nat(), fc.nat({ max: 2 }), snippets)
      .map(([text, place, length, snippet]) => {
        const start = place % (text.length + 1);
        return text.slice(0, start) + snippet + text.slice(start + length);
      });
    const texts = fc.oneof(
      fc.json(),
      broken,
      fc.array(snippets, { maxLength: 8 }).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(scanJson(text, ignore) === undefined).toBe(isJson(text));
      }),
      { numRuns: 5000 },
    );
  });
});

describe("locate", () => {
  it("finds every value where it stands", () => {
    const spaces = fc.constantFrom(0, 1, 4, "\n ");
    fc.assert(
      fc.property(fc.jsonValue(), spaces, (json, space) => {
        const text = JSON.stringify(json, undefined, space);
        // By way of the text, which has no negative zero.
        const places = pathsOf(JSON.parse(text));
        for (const { path, value } of places) {
          const [found] = locate(text, [{ path, message: "" }]);
          expect(text.slice(found?.offset)).toSatisfy((tail: string) =>
            tail.startsWith(JSON.stringify(value).slice(0, 1)),
          );
          expect(JSON.parse(valueAt(text, found?.offset ?? -1))).toEqual(value);
        }
        const all = locate(
          text,
          places.map(({ path }) => ({ path, message: "" })),
        );
        expect(all.map(({ offset }) => offset)).toEqual(
          all.map(({ offset }) => offset).sort((left, right) => left - right),
        );
      }),
    );
  });

  const offsetOf = (text: string, ...path: (string | number)[]): number =>
    locate(text, [{ path, message: "" }])[0]?.offset ?? -1;

  it.each<[text: string, path: (string | number)[], offset: number]>([
    ['{"a": {"b": 1}}', ["a", "c"], 6],
    ['{"a": 1, "a": 2}', ["a"], 14],
    ['{"a": {"b": 1}, "a": {}}', ["a", "b"], 21],
    ['{"\\u0061": 1}', ["a"], 11],
    ['{"__proto__": 1}', ["__proto__"], 14],
    ['[[], "x"]', [1], 5],
    [" [1]", [], 1],
  ])("%s at %j", (text, path, offset) => {
    expect(offsetOf(text, ...path)).toBe(offset);
  });

  it.each<[text: string, offset: number, expected: string]>([
    ["", 0, "a JSON value"],
    ['{"a":1,}', 7, "a member name in quotes"],
    ['{"a" 1}', 5, '":"'],
    ["[1 2]", 3, '","'],
    ['"a\nb"', 2, "an escaped control character"],
    ['"abc', 4, "the end of a string"],
    ["1 2", 2, "the end"],
    ['{"a": 1', 7, '"," or "}"'],
  ])("tells where %j stops to be JSON", (text, offset, expected) => {
    const issue = syntaxErrorIn(text);
    expect(issue.offset).toBe(offset);
    expect(issue.message).toContain(`expected ${expected}`);
  });
});

interface Found {
  readonly path: (string | number)[];
  readonly value: unknown;
}

function pathsOf(value: unknown, path: (string | number)[] = []): Found[] {
  const own = { path, value };
  if (typeof value !== "object" || value === null) return [own];
  return [
    own,
    ...Object.entries(value).flatMap(([key, item]) =>
      pathsOf(item, [...path, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
}

/** The shortest JSON text that begins at an offset. */
function valueAt(text: string, offset: number): string {
  for (let end = offset + 1; end <= text.length; end++) {
    const piece = text.slice(offset, end);
    const isWhole = !/^[-\d]/.test(piece) || !/^[\d.eE+-]/.test(text.slice(end));
    if (isWhole && isJson(piece)) return piece;
  }
  throw new Error("no JSON there");
}
