import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readRecords, type JsonRecord } from "../../codegen/src/validate/read-records.js";

async function collect(...args: Parameters<typeof readRecords>): Promise<JsonRecord[]> {
  const records: JsonRecord[] = [];
  for await (const record of readRecords(...args)) records.push(record);
  return records;
}

/** An input that hands its bytes out in pieces, cut anywhere. */
// eslint-disable-next-line @typescript-eslint/require-await
async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.slice(start, start + size);
}

const one = (text: string): AsyncIterable<Uint8Array> => inPieces(Buffer.from(text), 1 << 20);

const summary = (records: JsonRecord[]): unknown[] =>
  records.map(({ line, text, problem }) => [line, problem ?? text]);

describe("readRecords", () => {
  it("gives back what was written a line each, however the bytes come", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.json(), { minLength: 2 }),
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom("\n", "\r\n", "\n\n"),
        fc.constantFrom("", "\ufeff"),
        async (texts, size, separator, mark) => {
          const bytes = Buffer.from(mark + texts.join(separator));
          const records = await collect(inPieces(bytes, size), undefined);
          expect(records.map(({ text }) => text.trimEnd())).toEqual(
            texts.map((text) => text.trimEnd()),
          );
        },
      ),
    );
  });

  it.each<[name: string, input: string, records: unknown[]]>([
    ["a document", '{\n"a": 1\n}\n', [[1, '{\n"a": 1\n}']]],
    ["a document on one line", '{"a": 1}', [[1, '{"a": 1}']]],
    ["a document after blank lines, with one in it", "\n\n{\n\n}", [[3, "{\n\n}"]]],
    [
      "a stream",
      "1\n\n2\n",
      [
        [1, "1"],
        [3, "2"],
      ],
    ],
    [
      "a stream with a line that is no JSON",
      "1\n{\n2",
      [
        [1, "1"],
        [2, "{"],
        [3, "2"],
      ],
    ],
    ["nothing", "", [[1, "The input is empty."]]],
    ["blank lines", "\n \n", [[1, "The input is empty."]]],
  ])("takes %s for what it is", async (_, input, wanted) => {
    expect(summary(await collect(one(input), undefined))).toEqual(wanted);
  });

  it("takes input for what it is told to be", async () => {
    expect(summary(await collect(one("1\n2"), "json"))).toEqual([[1, "1\n2"]]);
    expect(summary(await collect(one("{\n1"), "ndjson"))).toEqual([
      [1, "{"],
      [2, "1"],
    ]);
  });

  it("goes on behind a line that is not in UTF-8 or too long", async () => {
    const bytes = Buffer.concat([
      Buffer.from('1\n"'),
      Buffer.from([0xff]),
      Buffer.from('"\n"long"\n2'),
    ]);
    expect(summary(await collect(inPieces(bytes, 3), undefined, 5))).toEqual([
      [1, "1"],
      [2, "The text is not valid UTF-8."],
      [3, "The text is longer than 5 bytes."],
      [4, "2"],
    ]);
  });

  it.each<[string, string, "json" | "ndjson" | undefined, number]>([
    ["a line of a stream", '1\n"long"\n2', "ndjson", 6],
    ["a document on one line", '"long"', undefined, 6],
    ["a document on one line, with a line break at its end", '"long"\n', "json", 6],
    ["a document on several lines", "[\n1,\n2\n]\n", undefined, 8],
    ["a document with a blank line in it", "[\n1,\n\n2\n]", undefined, 9],
    ["a document after blank lines", "\n\n[\n1]", undefined, 4],
  ])("takes %s of exactly the limit, and no more", async (_, input, format, limit) => {
    const problems = async (size: number): Promise<unknown[]> =>
      (await collect(one(input), format, size)).map(({ problem }) => problem);
    expect((await problems(limit)).filter((problem) => problem !== undefined)).toEqual([]);
    expect(await problems(limit - 1)).toContain(`The text is longer than ${limit - 1} bytes.`);
  });

  const byteOrderMark = "\ufeff";

  it("takes a line of exactly the limit, and no longer one", async () => {
    const input = '"abc"\n"abcd"\n"abc"';
    for (const size of [1, 3, 100]) {
      const records = await collect(inPieces(Buffer.from(input), size), undefined, 5);
      expect(summary(records)).toEqual([
        [1, '"abc"'],
        [2, "The text is longer than 5 bytes."],
        [3, '"abc"'],
      ]);
      expect(records[1]?.text).toBe("");
    }
  });

  it("says for each record how many bytes of the input have been read", async () => {
    const input = `${byteOrderMark}"é"\n\n"b"\n"too long"\n2`;
    const ends = ['\ufeff"é"\n', '\n"b"\n', '"too long"\n', "2"].map(
      (part) => Buffer.from(part).length,
    );
    const totals = ends.map((_, index) => ends.slice(0, index + 1).reduce((sum, end) => sum + end));
    for (const size of [1, 4, 100]) {
      const records = await collect(inPieces(Buffer.from(input), size), undefined, 7);
      // What a piece holds behind a line has not been read yet.
      expect(records.map(({ bytes }) => bytes)).toEqual(totals);
    }
    const [document] = await collect(one("[\n1\n]\n"), undefined);
    expect(document?.bytes).toBe(6);
    const [nothing] = await collect(one(""), undefined);
    expect(nothing).toEqual({ line: 1, text: "", problem: "The input is empty.", bytes: 0 });
  });

  it("reads text as well as bytes", async () => {
    // eslint-disable-next-line @typescript-eslint/require-await
    async function* texts(): AsyncGenerator<string> {
      yield '"é';
      yield '"\n2';
    }
    expect(summary(await collect(texts(), undefined))).toEqual([
      [1, '"é"'],
      [2, "2"],
    ]);
  });

  it("drops a byte order mark at the beginning, and nowhere else", async () => {
    expect(summary(await collect(one(`${byteOrderMark}1\n${byteOrderMark}2`), "ndjson"))).toEqual([
      [1, "1"],
      [2, `${byteOrderMark}2`],
    ]);
    for (const bytes of [
      [0xef, 0xbb],
      [0xef, 0x31, 0xbf],
      [0x31, 0xbb, 0xbf],
      [0xef, 0xbb, 0x31],
    ]) {
      const [record] = await collect(inPieces(Uint8Array.from(bytes), 1), undefined);
      expect(record).toMatchObject({ text: "", problem: "The text is not valid UTF-8." });
    }
  });

  it.each(["\t", "\r", " \t\r"])("passes over a line of %j", async (blank) => {
    expect(summary(await collect(one(`${blank}\n1\n${blank}\n2\n${blank}`), undefined))).toEqual([
      [2, "1"],
      [4, "2"],
    ]);
  });

  it.each(["\f", "\u00a0", "\u000b"])(
    "takes a line of %j for a record, as JSON does",
    async (text) => {
      expect(summary(await collect(one(`1\n${text}`), undefined))).toEqual([
        [1, "1"],
        [2, text],
      ]);
    },
  );

  it("takes what begins with a line that is too long or no text for a document", async () => {
    expect(summary(await collect(one('"abcdef"\n1'), undefined, 5))).toEqual([
      [1, "The text is longer than 5 bytes."],
    ]);
    expect(summary(await collect(one('"abcdef"\n1'), "ndjson", 5))).toEqual([
      [1, "The text is longer than 5 bytes."],
      [2, "1"],
    ]);
    const broken = Uint8Array.of(0x5b, 0x0a, 0xff, 0x0a, 0x5d);
    expect(summary(await collect(inPieces(broken, 9), undefined))).toEqual([
      [2, "The text is not valid UTF-8."],
    ]);
  });

  it("refuses a document that is too long", async () => {
    const [record] = await collect(one("[\n1,\n2,\n3]"), undefined, 6);
    expect(record?.problem).toBe("The text is longer than 6 bytes.");
  });

  it("reads no further than to the record that is asked for, so that any length will do", async () => {
    let pieces = 0;
    // eslint-disable-next-line @typescript-eslint/require-await
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        pieces++;
        yield Buffer.from('{"a": 1}\n{"a": 2}\n{"a"');
        yield Buffer.from(": 3}\n");
      }
    }
    let records = 0;
    for await (const record of readRecords(endless(), undefined)) {
      expect(record.line).toBe(++records);
      expect(pieces).toBe(Math.ceil(records / 3));
      if (records === 30_000) break;
    }
  });
});
