/** The format of input: one JSON document, or one document per line. */
export type InputFormat = "json" | "ndjson";

/** One JSON text of the input, or the problem that prevented reading it. */
export interface JsonRecord {
  /** The line on which it begins, counted from 1. */
  readonly line: number;
  readonly text: string;
  readonly problem: string | undefined;
  /** The number of input bytes read so far. */
  readonly bytes: number;
}

/** The maximum length of a JSON text in bytes. */
export const maxRecordBytes: number = 256 * 1024 * 1024;

/**
 * Splits input into JSON texts: one document, or one per line (NDJSON), of which only one is in
 * memory at a time. If no format is given, input is NDJSON if its first non-blank line is a complete
 * JSON value.
 */
export async function* readRecords(
  input: AsyncIterable<Uint8Array | string>,
  format: InputFormat | undefined,
  limit: number = maxRecordBytes,
): AsyncGenerator<JsonRecord> {
  const lines = nonBlank(readLines(input, limit));
  const first = await lines.next();
  if (first.done === true) {
    yield { line: 1, text: "", problem: "The input is empty.", bytes: 0 };
    return;
  }
  if (format === "ndjson" || (format === undefined && isJson(first.value))) {
    yield toRecord(first.value);
    for await (const line of lines) yield toRecord(line);
  } else {
    yield await joinLines(first.value, lines, limit);
  }
}

/** A line of input. If the line is too long, `bytes` is empty. */
interface Line {
  readonly number: number;
  readonly bytes: Uint8Array;
  /** The limit that the line exceeds, if it is too long. */
  readonly isOver: number | undefined;
  readonly end: number;
}

async function* readLines(
  input: AsyncIterable<Uint8Array | string>,
  limit: number,
): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let size = 0;
  let number = 1;
  let end = 0;
  const add = (bytes: Uint8Array): void => {
    size += bytes.length;
    if (size <= limit) parts.push(bytes);
    else parts = [];
  };
  const take = (): Line => {
    const line = {
      number,
      bytes: number === 1 ? withoutMark(Buffer.concat(parts)) : Buffer.concat(parts),
      isOver: size > limit ? limit : undefined,
      end,
    };
    parts = [];
    size = 0;
    number++;
    return line;
  };
  for await (const piece of input) {
    const chunk = typeof piece === "string" ? Buffer.from(piece) : piece;
    let start = 0;
    for (let stop = chunk.indexOf(0x0a, start); stop !== -1; stop = chunk.indexOf(0x0a, start)) {
      add(chunk.subarray(start, stop));
      end += stop + 1 - start;
      yield take();
      start = stop + 1;
    }
    add(chunk.subarray(start));
    end += chunk.length - start;
  }
  // The text after the last line feed may be empty, and is then ignored like any blank line.
  yield take();
}

/** Removes the byte order mark, which a parser may ignore (RFC 8259, section 8.1). */
function withoutMark(bytes: Uint8Array): Uint8Array {
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return isMarked ? bytes.subarray(3) : bytes;
}

async function* nonBlank(lines: AsyncIterable<Line>): AsyncGenerator<Line, undefined> {
  for await (const line of lines) if (line.isOver !== undefined || !isBlank(line.bytes)) yield line;
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}

function isJson(line: Line): boolean {
  const { text, problem } = toRecord(line);
  if (problem !== undefined) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function toRecord({ number, bytes, isOver, end }: Line): JsonRecord {
  if (isOver !== undefined) {
    const problem = `The text is longer than ${isOver} bytes.`;
    return { line: number, text: "", problem, bytes: end };
  }
  try {
    const text = decoder.decode(bytes);
    return { line: number, text, problem: undefined, bytes: end };
  } catch {
    return { line: number, text: "", problem: "The text is not valid UTF-8.", bytes: end };
  }
}

/** Joins all lines into one document. Blank lines are kept, so that line numbers are correct. */
async function joinLines(
  first: Line,
  rest: AsyncIterable<Line>,
  limit: number,
): Promise<JsonRecord> {
  const texts: string[] = [];
  // Line breaks count between lines only.
  let size = -1;
  let next = first.number;
  let bytes = 0;
  const add = (line: Line): JsonRecord | undefined => {
    const record = toRecord(line);
    size += line.bytes.length + 1 + line.number - next;
    bytes = line.end;
    if (record.problem !== undefined) return record;
    if (size > limit) return toRecord({ ...line, isOver: limit });
    for (; next < line.number; next++) texts.push("");
    texts.push(record.text);
    next++;
    return undefined;
  };
  const problem = add(first);
  if (problem !== undefined) return problem;
  for await (const line of rest) {
    const found = add(line);
    if (found !== undefined) return found;
  }
  return { line: first.number, text: texts.join("\n"), problem: undefined, bytes };
}
